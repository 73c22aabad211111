"""``tasks``: who must do what by when, as the speech assigns it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafting.commandline.output import print_json, print_lines, say
from drafting.commandline.reading_commands import open_input, tell_omissions
from drafting.commandline.targets import output_path
from drafting.workspace.papers.tasks import list_tasks, save_tasks

if TYPE_CHECKING:
    import argparse

    from drafting.model.task import Task


def run(call: argparse.Namespace) -> int:
    """List the assignments of a speech, or write them, and return the exit code."""
    opened = open_input(call.file)
    tell_omissions(opened.imported)
    tasks = list_tasks(opened.draft)
    if call.output is not None:
        target = output_path(call.output, call.file)
        save_tasks(opened.draft, tasks, target)
        say(f"已写入“{target}”，共 {len(tasks)} 项任务。")
    if call.json:
        print_json({"tasks": [task_shape(task) for task in tasks]})
    elif call.output is None:
        if not tasks:
            say("这篇讲话没有布置到人的任务。")
        print_lines(_line(task) for task in tasks)
    return 0


def task_shape(task: Task) -> dict[str, Any]:
    """Return one task as the contract has it."""
    return {
        "who": "、".join(task.who),
        "what": task.what,
        "when": task.deadline or None,
        "start": task.span.start,
        "end": task.span.end,
    }


def _line(task: Task) -> str:
    when = f"（{task.deadline}）" if task.deadline else ""
    return f"{'、'.join(task.who)}：{task.what}{when}"
