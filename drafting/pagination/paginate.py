"""Break a draft into pages and lines: the one page breaker for preview, print, PDF and counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.pagination.layout_files import POINTS_PER_MM
from drafting.pagination.page_numbers import page_mark
from drafting.pagination.pages import Page, PageLine
from drafting.pagination.paragraphs import iter_paragraphs
from drafting.pagination.setting import set_paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.draft import Draft
    from drafting.model.layout import PageLayout
    from drafting.pagination.setting import SetLine

__all__ = ["Page", "paginate"]

# Where the baseline lies in a line of exact height (LibreOffice: four fifths of it).
_BASELINE = 0.8


@dataclass(frozen=True, slots=True)
class _Slot:
    """A line that waits for its page: ``skip`` lines stay empty above it.

    ``joined`` lines must stand on the same page as the next one (a heading and what follows).
    """

    line: SetLine
    skip: int
    joined: bool


def paginate(draft: Draft, layout: PageLayout) -> tuple[Page, ...]:
    """Return the pages of ``draft``; an empty draft has one empty page.

    Headings are kept with the first line below them. Lines that a page turn must not part are
    moved together, as far as they fit on one page.
    """
    slots: list[_Slot] = []
    for paragraph in iter_paragraphs(draft):
        skip = layout.lines_after_title if paragraph.opens_text else 0
        for index, line in enumerate(set_paragraph(draft.text, paragraph, layout)):
            slots.append(_Slot(line, skip if index == 0 else 0, paragraph.is_heading))
    return tuple(
        Page(
            number,
            _placed(lines, layout),
            page_mark(layout, number),
        )
        for number, lines in enumerate(_pages(slots, layout.lines_per_page), 1)
    )


def _pages(slots: Sequence[_Slot], capacity: int) -> list[list[tuple[int, SetLine]]]:
    """Return for each page the lines with their places from 0 at the top."""
    pages: list[list[tuple[int, SetLine]]] = [[]]
    used = index = 0
    while index < len(slots):
        end = index + 1
        while end < len(slots) and slots[end - 1].joined and end - index < capacity:
            end += 1
        group = slots[index:end]
        if used and used + sum(1 + slot.skip for slot in group) > capacity:
            pages.append([])
            used = 0
        for slot in group:
            # At the top of a page the distance from the title is not needed.
            used += slot.skip if used else 0
            pages[-1].append((used, slot.line))
            used += 1
        index = end
    return pages


def _placed(lines: Sequence[tuple[int, SetLine]], layout: PageLayout) -> tuple[PageLine, ...]:
    pitch = layout.line_pitch / POINTS_PER_MM
    first = layout.margin_top + _BASELINE * pitch
    return tuple(
        PageLine(first + place * pitch, line.x, line.width, line.span, line.runs)
        for place, line in lines
    )
