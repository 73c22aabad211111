"""Remarks on Word files: findings go out as comments, a leader's marks come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.main_window.document.work import DraftWork

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from drafting.model.finding import Finding
    from drafting.model.mark import Decided, Decision, Mark
    from drafting.workspace.papers.annotating import AnnotatedCopy
    from drafting.workspace.papers.marks import ReturnedFile
    from ui.main_window.document.work import DraftPlace


class RemarksSession(DraftWork):
    """Reads and writes in the background; what changes the draft is one step."""

    def __init__(self, place: DraftPlace) -> None:
        super().__init__(place)
        self._papers = place.context.use_cases.papers

    def annotate(self, findings: Sequence[Finding]) -> None:
        """Ask where to, and write a Word file with ``findings`` as comments."""
        from ui.main_window.frame.file_choices import ask_annotated_path

        if not findings:
            self.told.emit("没有查出问题，不用存批注稿。")
            return
        chosen = ask_annotated_path(self._window, self._session.proposed_file("（批注稿）.docx"))
        if chosen is None:
            return
        path, with_fixes = chosen
        snapshot, papers = self._session.snapshot(), self._papers
        self._context.jobs.run(
            lambda: papers.annotate(snapshot, findings, path, with_fixes=with_fixes),
            lambda copy: self._tell_written(_told_of_copy(path, copy), path),
            self._session.fail,
        )

    def take_marks(self) -> None:
        """Ask for a returned Word file and show what it proposes for this draft."""
        from ui.main_window.frame.file_choices import ask_open_path

        path = ask_open_path(self._window, self._session.folder, "取回批改稿")
        if path is None:
            return
        papers, text = self._papers, self._editor.text()

        def read() -> tuple[ReturnedFile, tuple[Mark | None, ...]]:
            returned = papers.read_marks(path)
            return returned, papers.marks_for(returned, text)

        self._context.jobs.run(
            read, lambda found: self._show_marks(found[0], found[1], text), self._session.fail
        )

    def _show_marks(
        self, returned: ReturnedFile, marks: tuple[Mark | None, ...], text: str
    ) -> None:
        from ui.dialogs.papers.marks import MarksDialog

        dialog = MarksDialog(returned.marks, marks, text, self._window)
        placed = {row: mark for row, mark in enumerate(marks) if mark is not None}
        dialog.decided.connect(lambda decisions: self._decide(text, placed, decisions))
        dialog.exec()
        dialog.deleteLater()

    def _decide(
        self, text: str, marks: Mapping[int, Mark], decisions: Mapping[int, Decision]
    ) -> None:
        papers = self._papers
        self._context.jobs.run(
            lambda: papers.decide(text, marks, decisions),
            lambda decided: self._apply(text, decided),
            self._session.fail,
        )

    def _apply(self, text: str, decided: Decided) -> None:
        if self._editor.text() != text:
            self.told.emit("稿件在这期间改动过，批改没有写入，请重新取回。")
            return
        self._editor.replace(decided.edits)
        self._session.lock(decided.locked)
        locked = f"，锁定 {len(decided.locked)} 处" if decided.locked else ""
        self.told.emit(f"已照批改改了 {len(decided.edits)} 处{locked}，可用 Ctrl+Z 一次撤销。")


def _told_of_copy(path: Path, copy: AnnotatedCopy) -> str:
    """Return one line for the status bar: where to, how much, in which looks."""
    mended = copy.fixes + copy.cleaned
    fixes = f"、修订 {mended} 处" if mended else ""
    looks = "原文件的版式保持不变" if copy.keeps_original else "按送审版排版"
    return f"已存批注稿“{path.name}”，批注 {copy.comments} 条{fixes}，{looks}。"
