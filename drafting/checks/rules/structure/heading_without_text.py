"""A heading has text under it.

What it does:
    Reports a heading in a line of its own that is followed at once by one of the same or a higher
    level, while its siblings have text.
Why:
    Its text was cut or moved and the heading forgotten.
Limits:
    Lists whose members are lines (ending in ； or ，, or none of them with text) are no headings;
    the last line of a draft is still being written, and so is a heading that is a slot itself.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.line_markers import line_markers
from drafting.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding
    from drafting.model.outline import Section

_SHOWN = 20
_SLOT = "{"  # of templates and of parts that are put in, which Tab walks
_LONGEST = 45
_LIST_ENDS = frozenset("；;，、：:。！")


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    if draft.outline is None:
        return
    starts = [heading.span.start for heading in draft.headings]
    for group in draft.outline.sibling_groups():
        empty = [section for section in group if _is_empty(draft, section, starts)]
        if not empty or len(empty) * 2 > len(group):
            continue
        for section in empty:
            heading = section.heading
            shown = f"{heading.marker}{heading.text}"[:_SHOWN]
            yield RULE.finding(heading.span, f"标题“{shown}”下面没有内容")
    yield from _before_higher(draft)


def _before_higher(draft: Draft) -> Iterator[Finding]:
    """Yield lines with a number that are followed at once by a number of a level above."""
    markers = line_markers(draft)
    above: set[str] = set()
    for before, after in pairwise(markers):
        above.add(before.form)
        line = draft.blocks[before.block].span
        between = draft.text[line.end : draft.blocks[after.block].span.start]
        is_short = len(line) <= _LONGEST and draft.text[line.end - 1] not in _LIST_ENDS
        lone = before.number == 1 and before.form != after.form and after.form in above
        if lone and is_short and not between.strip() and after.number > 1:
            shown = line.of(draft.text)[:_SHOWN]
            yield RULE.finding(line, f"标题“{shown}”下面没有内容")


def _is_empty(draft: Draft, section: Section, starts: Sequence[int]) -> bool:
    """Return whether a heading's line is all there is of its part, and another part follows."""
    heading = section.heading
    line = draft.blocks[heading.block].span
    if heading.run_in or section.children or not 0 < len(heading.text) <= _LONGEST:
        return False
    if heading.text.startswith(_SLOT):
        return False
    index = bisect_right(starts, heading.span.start)
    if draft.text[line.end - 1] in _LIST_ENDS or index == len(starts):
        return False
    return starts[index] >= line.end and not draft.text[line.end : starts[index]].strip()


RULE = Rule(
    code="ST011",
    name="heading-without-text",
    summary="标题下面没有内容",
    severity=Severity.WARNING,
    check=_check,
    why="标题念完就到了下一个标题，中间没有内容，多半是删了正文没删标题。",
    source="公文写作通例",
    flagged=(
        "一、看清形势\n当前任务很重，时间很紧。\n二、突出重点\n三、压实责任\n各级要负起责任来。",
        (
            "一、任务\n（一）抓早\n时间不等人，要抓紧备耕。\n（二）抓细\n（三）抓实\n渠道要修通。\n"
            "二、保障\n经费要到位。"
        ),
        (
            "一、看清形势\n当前任务很重，时间很紧。\n二、突出重点\n各镇要动起来。\n（一）抓早\n时间"
            "不等人。\n（二）抓细\n三、压实责任\n各级要负起责任来。"
        ),
    ),
    clean=(
        (
            "一、看清形势\n当前任务很重，时间很紧。\n二、突出重点\n各镇要动起来。\n三、压实责任\n各"
            "级要负起责任来。"
        ),
        (
            "一、看清形势\n当前任务很重。\n二、突出重点\n各镇要动起来。\n附件：1.任务分工表\n2.进度表"
        ),
        (
            "一、看清形势\n（一）任务很重\n时间很紧。\n（二）压力很大\n人手不足。\n二、突出重点\n各"
            "镇要动起来。"
        ),
        (
            "同志们：\n会议议程有三项：\n一、通报情况；\n二、表态发言；\n三、部署任务。\n下面进行第"
            "一项。"
        ),
        "一、工作目标\n二、主要措施\n三、组织保障",
        "一、看清形势\n当前任务很重。\n二、{标题}\n三、压实责任\n各级要负起责任来。",
        "一、看清形势\n当前任务很重，时间很紧。\n二、突出重点\n各镇要动起来。\n三、压实责任",
    ),
)
