"""The columns in which assignments are written, whatever the kind of file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.model.draft import Draft
    from drafting.model.task import Task

# Title, and the share of the width in hundredths.
COLUMNS = (
    ("序号", 7),
    ("责任单位", 19),
    ("任务", 40),
    ("完成时限", 14),
    ("量化要求", 13),
    ("位置", 7),
)


def iter_task_rows(draft: Draft, tasks: Sequence[Task]) -> Iterator[tuple[str, ...]]:
    """Yield one row of cells a task; 段落 is the paragraph of the draft, counted from 1."""
    for number, task in enumerate(tasks, 1):
        paragraph = draft.text.count("\n", 0, task.span.start) + 1
        yield (
            str(number),
            "、".join(task.who),
            task.what,
            task.deadline,
            task.measure,
            str(paragraph),
        )
