"""Series inside paragraphs: 一要…二要…, 一方面…另一方面, and short calls in a row (要…。要…。)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.model.draft import BlockKind, ItemSeries
from drafting.model.headings import MarkerKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.model.draft import Block
    from drafting.model.headings import Heading
    from drafting.parsing.headings.rows import Series

# 要态度坚决。: a call of a few characters that is a sentence of its own.
_CALL = re.compile("要(?<=[。！？：；”].)[^，。；：！？、\\n]{2,7}(?=。)")
_MIN_CALLS = 3


def find_items(
    text: str, blocks: Sequence[Block], rows: Sequence[Series], headings: Sequence[Heading]
) -> list[ItemSeries]:
    """Return all series inside paragraphs in the order of the text."""
    found = [_series(text, row) for row in rows]
    found += _calls(text, blocks, headings)
    found.sort(key=lambda one: one.starts[0])
    return found


def _series(text: str, row: Series) -> ItemSeries:
    numbers = tuple(mark.number or 0 for mark in row.marks)
    return ItemSeries(
        kind=row.kind,
        markers=tuple(mark.span.of(text).strip() for mark in row.marks),
        starts=tuple(mark.start for mark in row.marks),
        numbers=numbers,
        complete=numbers == tuple(range(1, len(numbers) + 1)),
    )


def _calls(text: str, blocks: Sequence[Block], headings: Sequence[Heading]) -> Iterator[ItemSeries]:
    """Yield rows of at least three short calls within one paragraph of one part."""
    borders = [heading.span.start for heading in headings]
    covered = {heading.span.start for heading in headings}
    for block in blocks:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        groups: dict[int, list[re.Match[str]]] = {}
        part = 0
        for match in _CALL.finditer(text, block.span.start, block.span.end):
            while part < len(borders) and borders[part] <= match.start():
                part += 1
            if match.start() not in covered:
                groups.setdefault(part, []).append(match)
        for calls in groups.values():
            if len(calls) >= _MIN_CALLS:
                yield ItemSeries(
                    kind=MarkerKind.NONE,
                    markers=tuple(call.group() for call in calls),
                    starts=tuple(call.start() for call in calls),
                    numbers=(),
                    complete=True,
                )
