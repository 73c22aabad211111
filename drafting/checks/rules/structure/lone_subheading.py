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
from drafting.model.finding import Fix, Severity
from drafting.model.headings import MarkerKind
from drafting.text.edits import TextEdit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_WRITTEN = {
    MarkerKind.HAN_BRACKET,
    MarkerKind.ARABIC_DOT,
    MarkerKind.ARABIC_COMMA,
    MarkerKind.ARABIC_BRACKET,
}


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    if draft.outline is None:
        return
    for section in draft.outline.iter_sections():
        written = [one.heading for one in section.children if one.heading.kind in _WRITTEN]
        if len(written) != 1 or written[0].number != 1:
            continue
        span = written[0].marker_span
        fix = Fix(f"删去“{written[0].marker}”", (TextEdit(span, ""),))
        yield RULE.finding(
            span, f"这一部分只有“{written[0].marker}”，没有第二条，可不编号", fixes=(fix,)
        )


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
