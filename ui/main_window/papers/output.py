"""Export and print preview in the chosen layout."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from drafting.model.standing import Standing, count_standings
from ui.main_window.document.work import DraftWork
from ui.main_window.frame.file_choices import ask_export_path
from ui.settings_store.store import DUPLEX, PRINTER

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from drafting.model.draft import Draft
    from drafting.model.finding import Finding
    from drafting.model.layout import PageLayout
    from drafting.pagination.pages import Page
    from drafting.workspace.papers.exporting import Exported
    from ui.dialogs.papers.printing import PrintJob
    from ui.main_window.document.work import DraftPlace

# What no draft should be handed on with.
_NOT_READY = (Standing.SLOT, Standing.ERROR)


class OutputSession(DraftWork):
    """Takes the text as it stands, lays it out as the page is, shows or writes the result.

    ``has_pinyin`` is None where the speaker's own wish decides.
    """

    exported = Signal(object)

    def __init__(self, place: DraftPlace) -> None:
        super().__init__(place)
        self.has_pinyin: bool | None = None

    def export_word(self, findings: Sequence[Finding] = ()) -> None:
        """Ask where to, and write a Word file or a PDF; say which of ``findings`` are grave."""
        if not self._editor.text().strip():
            self.told.emit("稿件还是空的，写上内容再导出。")
            return
        chosen = ask_export_path(self._window, self._session.proposed_file(".docx"))
        if chosen is not None:
            self.export_to(chosen, findings)

    def export_to(self, path: Path, findings: Sequence[Finding] = ()) -> None:
        """Write a Word file or a PDF, as the name ends, in the background."""
        snapshot = self._session.snapshot()
        cases, layout = self._context.use_cases, self._editor.page.layout
        has_pinyin = self.has_pinyin
        self.told.emit(f"正在导出 {path.name}…")

        def finish(done: Exported) -> None:
            words = f"已导出“{path.name}”，共 {done.pages} 页。{_unready(findings)}"
            if len(done.warnings) > 1:
                show = partial(self._show_warnings, path, done.warnings)
                self._tell_written(words, path, (f"看 {len(done.warnings)} 项提示", show))
            else:
                self._tell_written(words + "".join(done.warnings), path)
            self.exported.emit(path)

        self._context.jobs.run(
            lambda: cases.papers.export_file(
                cases.parse(snapshot), path, layout, has_pinyin=has_pinyin
            ),
            finish,
            self._session.fail,
        )

    def _show_warnings(self, path: Path, warnings: Sequence[str]) -> None:
        from ui.dialogs.frame.messages import show_notice

        show_notice(self._window, "\n".join((f"已导出：{path}", "", *warnings)))

    def preview(self) -> None:
        """Show the pages as they will be printed."""
        snapshot = self._session.snapshot()
        cases, layout = self._context.use_cases, self._editor.page.layout
        has_pinyin = self.has_pinyin

        def lay_out() -> tuple[Draft, PageLayout, tuple[Page, ...]]:
            draft = cases.parse(snapshot)
            return draft, *cases.papers.preview(draft, layout, has_pinyin=has_pinyin)

        self._context.jobs.run(lay_out, self._show_preview, self._session.fail)

    def _show_preview(self, result: tuple[Draft, PageLayout, tuple[Page, ...]]) -> None:
        from ui.dialogs.papers.preview import PreviewDialog

        draft, layout, pages = result
        settings = self._context.settings
        dialog = PreviewDialog(
            pages,
            layout,
            draft.text,
            self._window,
            printer=settings.word(PRINTER),
            duplex=settings.word(DUPLEX),
        )
        dialog.printed.connect(self._note_printed)
        dialog.exec()
        dialog.deleteLater()

    def _note_printed(self, job: PrintJob) -> None:
        """Say what was printed, and begin with the same printer the next time."""
        self._context.settings.remember(PRINTER, job.printer)
        self._context.settings.remember(DUPLEX, job.duplex)
        self.told.emit(job.words)


def _unready(findings: Sequence[Finding]) -> str:
    """Return a sentence on what no draft should be handed on with, empty where there is nothing."""
    counts = count_standings(findings)
    left = "、".join(f"{one.label} {counts[one]}" for one in _NOT_READY if counts[one])
    return f"稿中还有{left}。" if left else ""
