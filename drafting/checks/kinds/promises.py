"""What the two rules on announced counts share: whose matter a count is, and how to mend it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.model.draft import PromiseKind
from drafting.model.finding import Fix
from drafting.model.promise_counts import recounted
from drafting.text.edits import TextEdit
from drafting.text.numerals import renumbered
from drafting.text.span import Span

if TYPE_CHECKING:
    from drafting.model.draft import Draft, Promise
    from drafting.model.headings import Heading

# Nouns that announce parts of the speech itself; 特点, 重点 and the like are things counted.
_PARTS_NOUN = re.compile(
    "(?<![特重亮难堵节热试景站据要痛])点|意见|要求|建议|看法|体会|方面|问题|部分|件[实大好难要]?事|句话|项(?:工作|任务|措施|举措)"
)
_LEVELS = "一二三四五六七八九"
_SLOT = "{待补}"
_MOST_MISSING = 5
_BETWEEN = "。\n"


def announces_parts(promise: Promise) -> bool:
    """Return whether a count announces parts of the speech (else it counts listed members)."""
    is_parts = promise.kind is PromiseKind.PARTS
    return is_parts and _PARTS_NOUN.search(promise.text) is not None


def member_label(draft: Draft, promise: Promise) -> str:
    """Return what was counted: “一级标题（“一、”）”, or nothing where it is no heading."""
    headings = _member_headings(draft, promise)
    if not headings:
        return "并列的内容"
    first = headings[0]
    level = _LEVELS[first.level - 1] if first.level <= len(_LEVELS) else str(first.level)
    example = f"（“{first.marker}”等）" if first.marker else ""
    return f"{level}级标题{example}"


def count_fixes(draft: Draft, promise: Promise) -> tuple[Fix, ...]:
    """Return the change of the announced number to the number found; none for nothing found."""
    edit = recounted(promise, draft.text)
    if edit is None:
        return ()
    offset = promise.count_span.start - promise.span.start
    rest = promise.text[offset + len(promise.count_span) :]
    wording = promise.text[:offset] + edit.replacement + rest
    return (Fix(f"把数字改为“{wording}”", (edit,)),)


def missing_part_fixes(draft: Draft, promise: Promise) -> tuple[Fix, ...]:
    """Return the insertion of the parts that an announced count lacks, as slots to be filled.

    A part whose number is left out between others is put there, any other behind the last; none
    where the announced number is too small or the members have no markers.
    """
    if not promise.count or not promise.found or promise.count <= promise.found:
        return ()
    if promise.count - promise.found > _MOST_MISSING or len(promise.members) != promise.found:
        return ()
    edits = _missing_headings(draft, promise) or _missing_items(draft, promise)
    if not edits:
        return ()
    missing = "".join(edit.replacement for edit in edits).split(_SLOT)
    shown = "、".join(f"“{marker.strip(_BETWEEN)}”" for marker in missing if marker.strip(_BETWEEN))
    return (Fix(f"补上缺少的{shown}", edits),)


def _missing_headings(draft: Draft, promise: Promise) -> tuple[TextEdit, ...]:
    """Return one inserted line for each missing heading."""
    headings = _member_headings(draft, promise)
    if len(headings) != len(promise.members) or not headings[-1].marker or draft.outline is None:
        return ()
    sections = {one.heading.span.start: one.span for one in draft.outline.iter_sections()}
    last = sections.get(headings[-1].span.start)
    if last is None:
        return ()
    end = last.start + len(last.of(draft.text).rstrip())
    by_number = {heading.number: heading for heading in headings}
    lines: dict[int, str] = {}
    for number in range(1, (promise.count or 0) + 1):
        if number in by_number:
            continue
        following = next((one for one in headings if (one.number or 0) > number), None)
        line = renumbered(headings[-1].marker, number) + _SLOT
        place = end if following is None else following.span.start
        text = f"\n{line}" if following is None else f"{line}\n"
        lines[place] = lines.get(place, "") + text
    return tuple(TextEdit(Span(place, place), text) for place, text in lines.items())


def _missing_items(draft: Draft, promise: Promise) -> tuple[TextEdit, ...]:
    """Return the missing members behind a series inside a paragraph (…。四是{待补}。)."""
    last = promise.members[-1].start
    series = next((one for one in draft.items if last in one.starts and one.numbers), None)
    if series is None:
        return ()
    stop = draft.text.find("。", last)
    line_end = draft.text.find("\n", last)
    end = stop + 1 if stop >= 0 and (line_end < 0 or stop < line_end) else -1
    if end < 0:
        return ()
    first = series.numbers[-1] + 1
    markers = [
        renumbered(series.markers[-1], number) for number in range(first, (promise.count or 0) + 1)
    ]
    text = "。".join(f"{marker}{_SLOT}" for marker in markers)
    return (TextEdit(Span(end, end), f"{text}。"),) if markers else ()


def _member_headings(draft: Draft, promise: Promise) -> list[Heading]:
    by_start = {heading.span.start: heading for heading in draft.headings}
    return [by_start[span.start] for span in promise.members if span.start in by_start]
