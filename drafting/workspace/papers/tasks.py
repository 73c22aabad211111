"""What a speech assigns to whom, and the list of it for the office that follows it up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from drafting.comparison.tasks import find_tasks
from drafting.errors import UsageError
from drafting.files.atomic import atomic_write
from drafting.workspace.office.layouts import find_layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.draft import Draft
    from drafting.model.task import Task


def list_tasks(draft: Draft) -> tuple[Task, ...]:
    """Return the assignments of a speech in the order of the text."""
    return find_tasks(draft)


def save_tasks(draft: Draft, tasks: Sequence[Task], path: Path | str) -> None:
    """Write the assignments as a Word table or as a sheet, by the name's ending.

    Raises:
        UsageError: the name ends otherwise.
        StorageError: it could not be written; what stood there is untouched.
    """
    path = Path(path)
    suffix = path.suffix.lower()
    if suffix == ".docx":
        from drafting.exporters.task_document import task_document_bytes

        data = task_document_bytes(draft, tasks, find_layout("official"))
    elif suffix == ".xlsx":
        from drafting.exporters.task_sheet import task_sheet_bytes

        data = task_sheet_bytes(draft, tasks)
    else:
        raise UsageError(
            f"任务清单不能写成“{path.name}”，请把扩展名写成 .docx（表格）或 .xlsx（电子表格）。"
        )
    atomic_write(path, data)
