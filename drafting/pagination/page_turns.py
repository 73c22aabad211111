"""End pages with sentences: who turns a page at the lectern must not stop amid a sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from drafting.pagination.page_filling import fill_pages
from drafting.text.sentences import iter_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drafting.pagination.page_filling import FilledPage, Slot
    from drafting.pagination.paragraphs import SetParagraph

_CLAUSE_END = re.compile("[，；：、。！？…—]+[”’』」）》]*")
# At most this share of a page stays empty for it.
_MOST_EMPTY = 1 / 3


def turned_at_sentences(
    text: str,
    paragraphs: Sequence[SetParagraph],
    slots: list[list[Slot]],
    capacity: int,
    lines_of: Callable[[SetParagraph, Sequence[int]], list[Slot]],
) -> list[FilledPage]:
    """Return the pages, ended early where a sentence would be broken and little is lost.

    ``slots`` are the lines of each paragraph; ``lines_of`` sets one again that must be cut.
    """
    starts = [paragraph.span.start for paragraph in paragraphs]
    cuts: dict[int, list[int]] = {}
    pages = fill_pages(slots, capacity)
    number = 1
    while number < len(pages):
        place = pages[number].lines[0][1].span.start
        index = max(bisect_right(starts, place) - 1, 0)
        begin = _turning_place(text, paragraphs[index], place, pages[number - 1], capacity)
        if begin < place:
            if begin == starts[index]:
                first = _with_headings(slots, index)
                slots[first][0] = replace(slots[first][0], turns=True)
            else:
                cuts.setdefault(index, []).append(begin - starts[index])
                first_line = slots[index][0]
                slots[index] = lines_of(paragraphs[index], cuts[index])
                slots[index][0] = replace(slots[index][0], turns=first_line.turns)
            pages = fill_pages(slots, capacity)
        number += 1
    return pages


def _with_headings(slots: Sequence[Sequence[Slot]], index: int) -> int:
    """Return the first of the headings above a paragraph, or the paragraph itself."""
    while index and slots[index - 1][-1].joined:
        index -= 1
    return index


def _turning_place(
    text: str, paragraph: SetParagraph, place: int, page: FilledPage, capacity: int
) -> int:
    """Return where the next page should begin instead of ``place``, or ``place``.

    At the beginning of the sentence; if that leaves too much of the page empty, at that of the
    clause, so that at least no word is broken.
    """
    for begin in (
        _sentence_start(text, paragraph, place),
        _clause_start(text, paragraph.span.start, place),
    ):
        if begin == place or _is_worth_it(page, begin, capacity):
            return begin
    return place


def _clause_start(text: str, first: int, place: int) -> int:
    """Return where the clause begins that is broken at ``place``."""
    last = first
    for match in _CLAUSE_END.finditer(text, first, place):
        last = match.end()
    return last


def _sentence_start(text: str, paragraph: SetParagraph, place: int) -> int:
    """Return where the sentence begins that holds ``place``, or begins there."""
    for sentence in iter_sentences(text, paragraph.span):
        if sentence.start <= place < sentence.end:
            return sentence.start
    return place


def _is_worth_it(page: FilledPage, begin: int, capacity: int) -> bool:
    """Return whether ``begin`` stands on the page, not at its top, with few lines below."""
    if not page.lines or begin <= page.lines[0][1].span.start:
        return False
    kept = sum(line.span.start < begin for _, line in page.lines)
    return len(page.lines) - kept <= capacity * _MOST_EMPTY
