"""A heading that stands alone carries no full stop.

What it does:
    Reports 一、 headings in a line of their own that end in 。, and headings of one level of
    which some end in 。 and others do not.
Why:
    A heading is no sentence; on the page the lone 。 shows at once.
Limits:
    Headings with their text in the same paragraph, spoken leads (一要…。一是…。), lists of whole
    sentences and the resolutions of minutes (一、会议听取了…的汇报。) end in 。 rightly.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.places import related_places, replace_all
from drafting.model.finding import Severity
from drafting.model.headings import MarkerKind
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding
    from drafting.model.headings import Heading
    from drafting.model.outline import Section

_FORMAL = {
    MarkerKind.HAN_COMMA,
    MarkerKind.HAN_BRACKET,
    MarkerKind.ARABIC_DOT,
    MarkerKind.ARABIC_BRACKET,
}
_LONGEST, _SHOWN, _LEAST = 45, 20, 3
# What a meeting did is told in whole sentences; minutes leave out who did it.
_DID = (
    "(?:听取|审议|审定|传达|学习|研究|讨论|通报|同意|原则|通过|批准|决定|确定|议定|明确|责成|要求|强调"
    "|指出|认为)"
)
_RESOLUTION = re.compile(f"(?:本次|此次)?会议(?:一致)?{_DID}")
_RESOLUTION_IN_MINUTES = re.compile(f"(?:(?:本次|此次)?会议)?(?:一致)?{_DID}")
_MINUTES, _HEAD = "纪要", 200


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    if draft.outline is None:
        return
    is_minutes = _MINUTES in draft.text[:_HEAD]
    resolution = _RESOLUTION_IN_MINUTES if is_minutes else _RESOLUTION
    for group in draft.outline.sibling_groups():
        alone = [
            section.heading
            for section in group
            if not section.heading.run_in
            and section.heading.kind in _FORMAL
            and len(section.heading.text) <= _LONGEST
            and not resolution.match(section.heading.text)
            and not _follows_list(draft, section.heading)
            and _has_text(draft, section)
        ]
        listed = sum(_is_listed(draft, one.heading) for one in group)
        if listed > 1 or (listed and len(alone) < _LEAST):
            continue
        ended = [heading for heading in alone if _stop(draft, heading) is not None]
        is_main = bool(ended) and ended[0].kind is MarkerKind.HAN_COMMA
        is_mixed = len(ended) < len(alone)
        if ended and (is_main or is_mixed):
            yield _finding(draft, ended)


def _is_listed(draft: Draft, heading: Heading) -> bool:
    """Return whether ； ends the heading's line: it may be a member of a list."""
    return _mark_of(draft, heading) == "；"


def _follows_list(draft: Draft, heading: Heading) -> bool:
    before = draft.text[max(0, heading.span.start - 3) : heading.span.start].rstrip()
    return before.endswith("；")


def _mark_of(draft: Draft, heading: Heading) -> str:
    """Return the mark that ends the heading's line, or nothing."""
    last = draft.text[heading.span.end - 1]
    following = draft.text[heading.span.end : heading.span.end + 1]
    return next((mark for mark in (following, last) if mark and mark in "。；，"), "")


def _has_text(draft: Draft, section: Section) -> bool:
    """Return whether paragraphs or parts stand under the heading (else it is a list's member)."""
    return len(section.span.of(draft.text)[len(section.heading.span) :].strip("。 \n\u3000")) > 0


def _stop(draft: Draft, heading: Heading) -> Span | None:
    """Return the mark that the heading should not end with, or None."""
    if not _mark_of(draft, heading):
        return None
    end = heading.span.end
    inside = draft.text[end - 1] in "。；，"
    return Span(end - 1, end) if inside else Span(end, end + 1)


def _finding(draft: Draft, headings: Sequence[Heading]) -> Finding:
    stops = [stop for heading in headings if (stop := _stop(draft, heading))]
    first = headings[0]
    shown = f"{first.marker}{first.text}"[:_SHOWN]
    where = f"（同层共 {len(stops)} 处）" if len(stops) > 1 else ""
    return RULE.finding(
        Span(first.span.start, stops[0].end),
        f"标题“{shown}”独立成行，末尾不用“{stops[0].of(draft.text)}”{where}",
        fixes=(replace_all(stops, "", "删去" if len(stops) == 1 else "全部删去", safe=True),),
        related=related_places((heading.span for heading in headings[1:]), "同层标题在此"),
    )


RULE = Rule(
    code="PU004",
    name="full-stop-in-heading",
    summary="标题末尾用了句号",
    severity=Severity.WARNING,
    check=_check,
    why="独立成行的标题末尾不用句号；同一层标题有的用、有的不用，更显得不齐整。",
    source="GB/T 15834-2011 附录A.1（标题末尾一般不用标点）",
    flagged=(
        "县政府常务会议纪要\n一、关于冬修水利工作。\n会议指出，要早动手。\n二、关于经费\n县财政局要拨付。",
        "一、会议精神要学透。\n各镇要组织学习。\n二、任务要落细。\n各镇要列出清单。",
        "一、看清形势。\n当前任务很重，时间很紧。\n二、突出重点。\n各镇要动起来，部门要跟上。",
        "一、看清形势\n当前任务很重，时间很紧。\n二、突出重点。\n各镇要动起来，部门要跟上。",
        (
            "一、任务\n（一）抓早。\n时间不等人，要抓紧备耕。\n（二）抓细\n地块要落图，种子要到户。"
            "\n二、保障\n经费要到位。"
        ),
    ),
    clean=(
        "一、看清形势\n当前任务很重，时间很紧。\n二、突出重点\n各镇要动起来，部门要跟上。",
        "同志们：\n我讲两点。\n一要抓早。\n时间不等人。\n二要抓细。\n地块要落图。",
        (
            "一、任务\n（一）抓早。时间不等人，要抓紧备耕。\n（二）抓细。地块要落图，种子要到户。\n"
            "二、保障\n经费要到位。"
        ),
        (
            "同志们：\n会议议定三件事。\n一、同意县水利局提出的清淤方案。\n二、由财政局安排经费。\n"
            "三、汛前完工。"
        ),
        "一、任务\n（一）抓早。\n时间不等人。\n（二）抓细。\n地块要落图。\n二、保障\n经费要到位。",
        (
            "县政府常务会议纪要\n一、会议听取了县水利局关于冬修准备的汇报。\n会议指出，要早动手。"
            "\n二、原则同意县财政局提出的经费方案。\n县财政局要按进度拨付。"
        ),
        (
            "同志们：\n一、会议审议了冬修方案。\n方案已经三次修改。\n二、会议议定了经费。\n县财政局要"
            "按进度拨付。"
        ),
    ),
)
