"""Break a draft into pages and lines: the one page breaker for preview, print, PDF and counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafting.model.reading import ReadingAid
from drafting.pagination.glosses import page_glosses
from drafting.pagination.layout_files import POINTS_PER_MM
from drafting.pagination.page_filling import Slot, fill_pages
from drafting.pagination.page_headers import page_header
from drafting.pagination.page_numbers import page_mark
from drafting.pagination.page_turns import turned_at_sentences
from drafting.pagination.pages import Page, PageLine
from drafting.pagination.paragraphs import iter_paragraphs
from drafting.pagination.setting import set_paragraph
from drafting.pagination.unbroken import joined_positions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.draft import Draft
    from drafting.model.layout import PageLayout
    from drafting.pagination.page_filling import FilledPage
    from drafting.pagination.paragraphs import SetParagraph

__all__ = ["Page", "paginate"]

# Where the baseline lies in a line of exact height (LibreOffice: four fifths of it).
_BASELINE = 0.8
_NO_AID = ReadingAid()


def paginate(draft: Draft, layout: PageLayout, aid: ReadingAid = _NO_AID) -> tuple[Page, ...]:
    """Return the pages of ``draft``; an empty draft has one empty page.

    Headings are kept with the first line below them. Lines that a page turn must not part are
    moved together, as far as they fit on one page. Where the layout says so, pages end with
    sentences, and what ``aid`` names is kept on one line.
    """

    def lines_of(paragraph: SetParagraph, cuts: Sequence[int] = ()) -> list[Slot]:
        joined: frozenset[int] = frozenset()
        if layout.keeps_whole:
            joined = joined_positions(draft.text, paragraph.span, aid)
        lines = set_paragraph(draft.text, paragraph, layout, joined=joined, cuts=cuts)
        skip = layout.lines_after_title if paragraph.opens_text else 0
        turns = {paragraph.span.start + cut for cut in cuts}
        return [
            Slot(line, 0 if index else skip, paragraph.is_heading, line.span.start in turns)
            for index, line in enumerate(lines)
        ]

    paragraphs = list(iter_paragraphs(draft))
    slots = [lines_of(paragraph) for paragraph in paragraphs]
    if layout.turns_at_sentences:
        pages = turned_at_sentences(draft.text, paragraphs, slots, layout.lines_per_page, lines_of)
    else:
        pages = fill_pages(slots, layout.lines_per_page)
    header = page_header(layout, draft.particulars)
    return tuple(
        replace(_page(page, number, layout, aid), header=header)
        for number, page in enumerate(pages, 1)
    )


def _page(page: FilledPage, number: int, layout: PageLayout, aid: ReadingAid) -> Page:
    lines = _placed(page, layout)
    glosses = page_glosses(lines, layout, aid)
    return Page(number, lines, page_mark(layout, number), glosses, page.is_turned)


def _placed(page: FilledPage, layout: PageLayout) -> tuple[PageLine, ...]:
    pitch = layout.line_pitch / POINTS_PER_MM
    first = layout.margin_top + _BASELINE * pitch
    return tuple(
        PageLine(first + place * pitch, line.x, line.width, line.span, line.runs, line.slack)
        for place, line in page.lines
    )
