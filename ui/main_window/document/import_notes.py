"""What opening a file mended or left out: said in a line, shown as a report, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from drafting.text.edits import TextEdit
from drafting.text.span import Span
from ui.main_window.document.work import DraftWork

if TYPE_CHECKING:
    from drafting.workspace.drafts.opening import OpenedFile
    from ui.main_window.document.work import DraftPlace


class ImportNotes(DraftWork):
    """Keeps the account of the file that was opened last; ``offered``: words, button, call."""

    offered = Signal(str, str, object)

    def __init__(self, place: DraftPlace) -> None:
        super().__init__(place)
        self._opened: OpenedFile | None = None

    def take(self, opened: OpenedFile | None) -> None:
        """Tell what happened; where a part of the speech may be missing, show it at once.

        None stands for a saved draft, which is never cleaned.
        """
        self._opened = opened
        if opened is None:
            return
        steps = () if opened.clean is None else opened.clean.steps
        mended = sum(step.count for step in steps if not step.kind.is_only_told)
        omissions = () if opened.imported is None else opened.imported.omissions
        doubts = () if opened.imported is None else opened.imported.doubts
        left_out = "、".join(one.kind for one in omissions)
        words = [f"打开时清理了 {mended} 处"] if mended else []
        words += [f"{left_out}没有放进来"] if left_out else []
        words += ["有的地方要对照原件核对"] if doubts else []
        words += [step.remark for step in steps if step.kind.is_only_told]
        if words:
            self.offered.emit("，".join(words) + "。", "看清理报告", self.show)
        else:
            self.told.emit(f"已打开 {self._session.name}")
        if doubts or not all(one.is_beside_text for one in omissions):
            self.show()

    def show(self) -> None:
        """Show the report."""
        opened = self._opened
        if opened is None or opened.imported is None:
            self.told.emit("这份稿件打开时没有经过清理。")
            return
        from ui.dialogs.document.cleaning_report import CleaningReportDialog

        steps = () if opened.clean is None else opened.clean.steps
        imported = opened.imported
        dialog = CleaningReportDialog(
            steps,
            imported.omissions,
            self._window,
            file_name=self._session.name,
            doubts=imported.doubts,
            leaves_out=imported.whole is not None,
        )
        dialog.undo_requested.connect(self._undo_cleaning)
        dialog.exec()
        dialog.deleteLater()

    def _undo_cleaning(self) -> None:
        """Show the text as it stood in the file, as one step that can be undone."""
        opened, editor = self._opened, self._editor
        if opened is None or opened.imported is None:
            return
        whole = opened.imported.in_full
        editor.replace([TextEdit(Span(0, len(editor.text())), whole.text)])
