"""What the draft assigns to whom: shown, and written as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.main_window.document.work import DraftWork

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.draft import Draft
    from drafting.model.task import Task
    from ui.main_window.document.work import DraftPlace


class TaskSession(DraftWork):
    """Finds and writes in the background; the draft is left as it is."""

    def __init__(self, place: DraftPlace) -> None:
        super().__init__(place)
        self._papers = place.context.use_cases.papers

    def list_tasks(self) -> None:
        """Show what the draft assigns to whom."""
        snapshot, cases, papers = self._session.snapshot(), self._context.use_cases, self._papers

        def find() -> tuple[Draft, tuple[Task, ...]]:
            draft = cases.parse(snapshot)
            return draft, papers.tasks(draft)

        self._context.jobs.run(find, self._show_tasks, self._session.fail)

    def _show_tasks(self, found: tuple[Draft, tuple[Task, ...]]) -> None:
        from ui.dialogs.papers.tasks import TasksDialog

        draft, tasks = found
        dialog = TasksDialog(tasks, self._window)
        dialog.place_chosen.connect(self._editor.reveal)
        dialog.save_wanted.connect(lambda chosen: self._save_tasks(draft, chosen))
        dialog.exec()
        dialog.deleteLater()

    def _save_tasks(self, draft: Draft, tasks: Sequence[Task]) -> None:
        from ui.main_window.frame.file_choices import ask_tasks_path

        path = ask_tasks_path(self._window, self._session.proposed_file("（任务清单）.docx"))
        if path is None:
            return
        papers = self._papers
        self._context.jobs.run(
            lambda: papers.save_tasks(draft, tasks, path),
            lambda _result: self._tell_written(f"已写任务清单“{path.name}”。", path),
            self._session.fail,
        )
