"""The list of assignments as a Word table and as a sheet."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import docx
import openpyxl
from openxml_audit import OpenXmlValidator

from drafting.comparison.tasks import find_tasks
from drafting.exporters.task_document import task_document_bytes
from drafting.exporters.task_sheet import task_sheet_bytes
from drafting.pagination.layout_files import load_layout
from drafting.parsing.parser import parse_draft
from resources import resource_path

if TYPE_CHECKING:
    from pathlib import Path

DRAFT = parse_draft((resource_path("library") / "01_mobilisation.txt").read_text(encoding="utf-8"))


def test_the_word_table_holds_every_task(tmp_path: Path) -> None:
    tasks = find_tasks(DRAFT)
    data = task_document_bytes(DRAFT, tasks, load_layout("official"))
    path = tmp_path / "任务.docx"
    path.write_bytes(data)
    (table,) = docx.Document(str(path)).tables
    assert len(table.rows) == len(tasks) + 1 > 5
    for row, task in zip(table.rows[1:], tasks, strict=True):
        cells = [cell.text for cell in row.cells]
        assert cells[1:4] == ["、".join(task.who), task.what, task.deadline]
        assert task.what in DRAFT.text.split("\n")[int(cells[5]) - 1]
    assert OpenXmlValidator().validate(str(path)).errors == []
    assert data == task_document_bytes(DRAFT, tasks, load_layout("official"))


def test_the_sheet_holds_every_task_and_nothing_of_its_making() -> None:
    tasks = find_tasks(DRAFT)
    data = task_sheet_bytes(DRAFT, tasks)
    book = openpyxl.load_workbook(io.BytesIO(data))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert [row[2] for row in rows[1:]] == [task.what for task in tasks]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert "docProps/core.xml" not in package.namelist()
        assert {entry.date_time[0] for entry in package.infolist()} == {1980}
    assert data == task_sheet_bytes(DRAFT, tasks)


def test_no_cell_is_a_formula() -> None:
    draft = parse_draft("讲话\n同志们：\n财政局要=1+1按时拨付到位。\n")
    tasks = [replace(task, what=task.what.removeprefix("要")) for task in find_tasks(draft)]
    book = openpyxl.load_workbook(io.BytesIO(task_sheet_bytes(draft, tasks)))
    cell = book.worksheets[0]["C2"]
    assert cell.value == "'=1+1按时拨付到位"
    assert cell.data_type == "s"
