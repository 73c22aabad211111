"""Draw the pages of the page breaker as a PDF: text to select, subset fonts, bookmarks.

Nothing is broken again here: every line, run and page number stands where ``pagination`` put it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.exporters.pdf_fonts import FaceShelf
from drafting.exporters.pdf_pen import PdfPen
from drafting.model.layout import NUMBER_DISTANCE, NUMBER_SIZE
from drafting.pagination.layout_files import POINTS_PER_MM

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fpdf import FPDF

    from drafting.files.font_files import Family
    from drafting.model.draft import Draft
    from drafting.model.headings import Heading
    from drafting.model.layout import PageLayout
    from drafting.pagination.pages import Page, PageLine

# No clock in the file: the same draft gives the same bytes.
_DATE = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class PdfFile:
    """The bytes of a PDF, and the characters for which no installed face has a glyph."""

    data: bytes
    missing: str


def pdf_bytes(
    draft: Draft, layout: PageLayout, pages: Sequence[Page], families: Mapping[str, Family]
) -> PdfFile:
    """Return ``pages`` of ``draft`` drawn with the machine's ``families``.

    Headings become bookmarks. The only property is the title.

    Raises:
        DraftingError: none of the layout's faces or their substitutes is installed.
    """
    pdf = _new_document(layout, draft.title)
    pen = PdfPen(pdf, layout, FaceShelf(pdf, layout, families))
    headings = iter(sorted(draft.headings, key=lambda one: one.span.start))
    heading = next(headings, None)
    for page in pages:
        pdf.add_page()
        for number, line in enumerate(page.lines, 1):
            while heading is not None and heading.span.start < line.span.end:
                _bookmark(pdf, draft.text, heading, line, layout)
                heading = next(headings, None)
            _write_line(pen, line, draft.text)
            if layout.line_numbers:
                _number_line(pen, number, line, layout)
        for gloss in page.glosses:
            pen.gloss(gloss)
        for mark in (page.mark, page.header):
            if mark is not None:
                pen.write(mark.text, (mark.x, mark.baseline), "page_number", width=mark.width)
        pdf.set_char_spacing(0)  # each page begins without
    return PdfFile(bytes(pdf.output()), "".join(pen.shelf.missing))


def _new_document(layout: PageLayout, title: str) -> FPDF:
    from fpdf import FPDF

    pdf = FPDF(unit="mm", format=(layout.paper_width, layout.paper_height))
    pdf.set_auto_page_break(False)
    pdf.set_creation_date(_DATE)
    pdf.set_title(title)
    pdf.set_producer("")
    pdf.set_lang("zh-CN")
    return pdf


def _bookmark(pdf: FPDF, text: str, heading: Heading, line: PageLine, layout: PageLayout) -> None:
    pdf.set_y(line.baseline - layout.line_pitch / POINTS_PER_MM)
    pdf.start_section(heading.span.of(text).rstrip("。"), heading.level - 1, strict=False)


def _write_line(pen: PdfPen, line: PageLine, text: str) -> None:
    for run in line.runs:
        place = (run.x, line.baseline)
        pen.write(run.span.of(text), place, run.style, is_latin=run.latin, width=run.width)


def _number_line(pen: PdfPen, number: int, line: PageLine, layout: PageLayout) -> None:
    width = pen.width(str(number), "body", NUMBER_SIZE)
    x = layout.margin_left - NUMBER_DISTANCE - width
    pen.write(str(number), (x, line.baseline), "body", is_latin=True, size=NUMBER_SIZE)
