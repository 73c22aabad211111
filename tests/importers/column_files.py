"""Word files in columns, for the tests."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document

SIZE = 12


def column_file(parts: Sequence[tuple[int, Sequence[str]]], head: str = "") -> bytes:
    """A Word file whose parts stand in so many columns each; ``head`` runs over all pages.

    A part in one column is a title, set large in the middle.
    """
    document = docx.Document()
    document.sections[0].header.paragraphs[0].add_run(head).font.size = Pt(9)
    for number, (count, lines) in enumerate(parts):
        if number:
            document.add_section(WD_SECTION.CONTINUOUS)
        _set_columns(document, count)
        for one in lines:
            _add(document, one, is_title=count == 1)
    return _bytes(document)


def table_file(rows: Sequence[Sequence[str]], *, is_ruled: bool, before: Sequence[str]) -> bytes:
    """A Word file with a table of equal columns below some paragraphs."""
    document = docx.Document()
    for one in before:
        _add(document, one, is_title=False)
    table = document.add_table(rows=0, cols=len(rows[0]))
    if is_ruled:
        table.style = "Table Grid"
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
            cell.width = Cm(15 / len(row))
    return _bytes(document)


def _add(document: Document, text: str, *, is_title: bool) -> None:
    paragraph = document.add_paragraph()
    shape = paragraph.paragraph_format
    shape.space_after = Pt(0)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if is_title else WD_ALIGN_PARAGRAPH.JUSTIFY
    if not is_title:
        shape.first_line_indent = Pt(2 * SIZE)
    paragraph.add_run(text).font.size = Pt(22 if is_title else SIZE)


def _set_columns(document: Document, count: int) -> None:
    properties = document.sections[-1]._sectPr
    columns = properties.find(qn("w:cols"))
    if columns is None:
        columns = OxmlElement("w:cols")
        properties.append(columns)
    columns.set(qn("w:num"), str(count))
    columns.set(qn("w:space"), "425")


def _bytes(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
