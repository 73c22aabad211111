"""The headings of a speech: marked, glued and unmarked ones, with their levels."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.model.draft import Block, BlockKind
from drafting.model.headings import Heading, MarkerKind
from drafting.parsing.headings.glued import cut_glued
from drafting.parsing.headings.heading_ends import HeadingEnd, find_end
from drafting.parsing.headings.leads import find_leads
from drafting.parsing.headings.markers import FORMAL
from drafting.parsing.headings.nesting import Part, levels_of
from drafting.parsing.lines import trimmed
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.parsing.headings.markers import Mark
    from drafting.parsing.headings.rows import Series

MAX_LEVEL = 4


@dataclass(frozen=True, slots=True)
class _Found:
    mark: Mark
    row: int
    end: HeadingEnd


def find_headings(text: str, blocks: Sequence[Block], rows: Sequence[Series]) -> list[Heading]:
    """Return all headings in the order of the text; ``rows`` are those of numbered headings."""
    found = _marked(text, blocks, rows)
    parts = [
        Part(
            one.row,
            one.mark.kind,
            one.mark.number,
            Span(one.mark.start, one.end.end),
            one.mark.block,
            one.end.run_in,
            one.mark.span,
        )
        for one in found
    ]
    parts += find_leads(text, blocks, parts)
    parts.sort(key=lambda part: (part.span.start, part.span.end))
    return [
        _heading(text, part, level)
        for part, level in zip(parts, levels_of(text, parts, blocks), strict=True)
    ]


def _marked(text: str, blocks: Sequence[Block], rows: Sequence[Series]) -> list[_Found]:
    pairs = [(mark, index) for index, row in enumerate(rows) for mark in row.marks]
    pairs.sort(key=lambda pair: pair[0].start)
    starts = [mark.start for mark, _ in pairs]
    found: list[_Found] = []
    for mark, row in pairs:
        line_end = blocks[mark.block].span.end
        following = bisect_left(starts, mark.start + 1)
        limit = min(line_end, starts[following]) if following < len(starts) else line_end
        found.append(
            _Found(mark, row, find_end(text, mark.end, max(limit, mark.end), line_end=line_end))
        )
    # “第一，” alone in its line is a broken line, no heading; “一、” may be one being written.
    found = [one for one in found if one.end.end > one.mark.end or one.mark.kind in FORMAL]
    ends = cut_glued(text, [(one.row, one.mark, one.end) for one in found])
    return [_Found(one.mark, one.row, end) for one, end in zip(found, ends, strict=True)]


def _heading(text: str, part: Part, level: int) -> Heading:
    start = part.marker_span.end if part.kind is not MarkerKind.NONE else part.span.start
    words = trimmed(text, start, part.span.end)
    return Heading(
        level=min(level, MAX_LEVEL),
        kind=part.kind,
        marker=part.marker_span.of(text).strip(),
        marker_span=part.marker_span,
        number=part.number,
        text=words.of(text),
        span=Span(part.span.start, words.end),
        run_in=part.run_in,
        block=part.block,
    )


def with_heading_blocks(blocks: Sequence[Block], headings: Sequence[Heading]) -> list[Block]:
    """Return the blocks, those that hold a heading and nothing else marked as headings."""
    alone = {
        heading.block
        for heading in headings
        if not heading.run_in and heading.span.start == blocks[heading.block].span.start
    }
    found = list(blocks)
    for index in alone:
        if found[index].kind is BlockKind.PARAGRAPH:
            found[index] = Block(BlockKind.HEADING, found[index].span)
    return found
