"""A part that is divided has at least two sub-parts.

What it does:
    Reports a numbered heading that begins with one and has no second beside it.
Why:
    Its sibling was cut or merged; then the number goes too.
Limits:
    Parts without numbers and spoken leads are left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.line_markers import LineMarker, line_markers
from drafting.model.finding import Fix, Severity
from drafting.text.edits import TextEdit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    markers = line_markers(draft)
    for index, marker in enumerate(markers):
        if marker.form == "一、" or marker.number != 1 or _goes_on(markers, index):
            continue
        shown = marker.span.of(draft.text)
        fix = Fix(f"删去“{shown}”", (TextEdit(marker.span, ""),))
        yield RULE.finding(
            marker.span, f"这一部分只有“{shown}”，没有第二条，可不编号", fixes=(fix,)
        )


def _goes_on(markers: Sequence[LineMarker], index: int) -> bool:
    """Return whether a second one follows before the part ends in which the first stands."""
    first = markers[index]
    above = {one.form for one in markers[:index]}
    for following in markers[index + 1 : index + _REACH]:
        if following.form == first.form:
            return following.number > 1
        if following.form in above and following.form != first.form:
            return False
    return not above


_REACH = 60


RULE = Rule(
    code="ST007",
    name="lone-subheading",
    summary="只有（一）没有（二）",
    severity=Severity.SUGGESTION,
    check=_check,
    why="只有一条就不必编号，只见“（一）”不见“（二）”，听的人会等下一条。",
    source="GB/T 9704-2012 7.3.3；公文写作通例",
    flagged=(
        "一、任务\n（一）抓早。时间不等人，要抓紧备耕。\n二、保障\n经费要到位。",
        (
            "一、任务\n任务很重。\n二、保障\n（一）经费到位\n财政要提前安排。\n三、督查\n县委办要跟"
            "上。"
        ),
        (
            "一、任务\n（一）抓早\n要一户一户送到。\n二、保障\n（一）钱到位。财政管。\n（二）人到位"
            "。各镇管。"
        ),
    ),
    clean=(
        "一、任务\n（一）抓早。时间不等人。\n（二）抓细。地块要落图。\n二、保障\n经费要到位。",
        "一、任务\n任务很重。\n二、保障\n经费要到位。",
        "同志们：\n一要抓早。时间不等人。\n各镇要动起来。",
        "同志们：\n（一）类镇和（二）类镇分开考核。",
        "一、任务\n首先，要抓早。时间不等人。\n二、保障\n经费要到位。",
    ),
)
