"""Two texts side by side, and the Word file with what changed between them (花脸稿)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.main_window.document.work import DraftWork

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.main_window.document.work import DraftPlace

_Named = tuple[str, str]  # a name and a text


class ComparisonSession(DraftWork):
    """Reads and writes in the background; the draft is left as it is."""

    def __init__(self, place: DraftPlace) -> None:
        super().__init__(place)
        self._papers = place.context.use_cases.papers

    def save_redline(self, old: str, new: str) -> None:
        """Ask where to, and write a Word file with tracked changes from ``old`` to ``new``."""
        from ui.main_window.frame.file_choices import ask_new_path

        proposed = self._session.proposed_file("（花脸稿）.docx")
        path = ask_new_path(self._window, "导出花脸稿", proposed, "Word 文件 (*.docx)")
        if path is None:
            return
        papers, layout = self._papers, self._editor.page.layout
        self._context.jobs.run(
            lambda: papers.save_redline(old, new, path, layout),
            lambda _result: self._tell_written(f"已导出花脸稿“{path.name}”。", path),
            self._session.fail,
        )

    def compare_files(self) -> None:
        """Ask for an old and a new file and show them side by side.

        With a draft in the window only the old one is asked for.
        """
        from ui.main_window.frame.file_choices import ask_open_path

        old = ask_open_path(self._window, self._session.folder, "选旧稿")
        if old is None:
            return
        papers = self._papers
        if self._session.is_open:
            name, text = self._session.name, self._editor.text()
            self._compare(lambda: ((old.name, papers.text_of(old)), (name, text)))
            return
        new = ask_open_path(self._window, old.parent, "选新稿")
        if new is not None:
            self._compare(
                lambda: ((old.name, papers.text_of(old)), (new.name, papers.text_of(new)))
            )

    def _compare(self, read: Callable[[], tuple[_Named, _Named]]) -> None:
        self._context.jobs.run(read, self._show_comparison, self._session.fail)

    def _show_comparison(self, both: tuple[_Named, _Named]) -> None:
        from ui.dialogs.keeping.comparison import ComparisonDialog

        dialog = ComparisonDialog(*both, self._window)
        dialog.redline_wanted.connect(self.save_redline)
        dialog.exec()
        dialog.deleteLater()
