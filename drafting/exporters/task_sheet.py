"""Write assignments as an .xlsx sheet for the office that follows them up."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import TYPE_CHECKING

from drafting.exporters.task_columns import COLUMNS, iter_task_rows
from drafting.exporters.word_text import without_forbidden

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.draft import Draft
    from drafting.model.task import Task

# A sheet's programs take a cell that begins so for a formula, whoever wrote it.
_FORMULA = ("=", "+", "-", "@", "\t")
_CHARACTERS_WIDE = 110
_FIXED = dt.datetime(1980, 1, 1)  # noqa: DTZ001 - the package holds times without a zone
_STAMP = (1980, 1, 1, 0, 0, 0)


def task_sheet_bytes(draft: Draft, tasks: Sequence[Task]) -> bytes:
    """Return the .xlsx of ``tasks``; the same tasks give the same bytes, without author or clock.

    Cells are text; one that a program would take for a formula begins with an apostrophe.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    book = Workbook()
    sheet = book.active
    if sheet is None:
        raise AssertionError("a new workbook has a sheet")
    sheet.title = "任务清单"
    sheet.append([title for title, _ in COLUMNS])
    for row in iter_task_rows(draft, tasks):
        sheet.append([_as_text(cell) for cell in row])
    for column, (_, share) in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = _CHARACTERS_WIDE * share / 100
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            cell.font = Font(name="宋体", size=11, bold=cell.row == 1)
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    book.properties.creator = ""
    book.properties.created = book.properties.modified = _FIXED
    stream = io.BytesIO()
    book.save(stream)
    return _with_fixed_times(stream.getvalue())


def _as_text(cell: str) -> str:
    clean = without_forbidden(cell)
    return f"'{clean}" if clean.startswith(_FORMULA) else clean


def _with_fixed_times(data: bytes) -> bytes:
    """Return the package with the same parts and no time of its making."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "docProps/core.xml":
                content = _without_clock(content)
            fixed = zipfile.ZipInfo(entry.filename, date_time=_STAMP)
            fixed.create_system = 0
            new.writestr(fixed, content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _without_clock(core: bytes) -> bytes:
    # The library stamps the moment of saving, whatever the properties say.
    return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", core)
