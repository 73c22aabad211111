"""What title bar and status line say of the draft: name, saved or not, length, findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTime, QTimer

from drafting.model.standing import Standing, count_standings
from ui.main_window.frame.window import PROGRAM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.draft import Draft
    from drafting.model.finding import Finding
    from drafting.workspace.live.structure import Structure
    from ui.main_window.document.session import DocumentSession
    from ui.main_window.frame.desk import Desk
    from ui.main_window.frame.window import MainWindow


# More than nothing: what is due at once would all come in the same turn as the faces of the page.
_OUTLINE_MS = 2


class DraftStatus(QObject):
    """Remembers the length of the draft as it was counted last."""

    def __init__(self, window: MainWindow, desk: Desk, document: DocumentSession) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._document = document
        self._characters = 0
        self._minutes = 0.0
        self._outlined: Draft | None = None
        self._outlining = QTimer(self)
        self._outlining.setSingleShot(True)
        self._outlining.setInterval(_OUTLINE_MS)
        self._outlining.timeout.connect(self._show_outline)

    def show_state(self) -> None:
        """Show name and saving in the title bar and the status line."""
        window, document = self._window, self._document
        if not document.is_open:
            window.setWindowModified(False)
            window.setWindowTitle(PROGRAM)
            return
        read_only = "（只读）" if document.owner else ""
        name = document.name.replace("[*]", "") + read_only
        window.setWindowTitle(f"{name}[*] — {PROGRAM}")
        window.setWindowModified(document.is_dirty)
        words = "尚未保存" if document.is_dirty else document.saved_words
        self._desk.status_line.show_saved(words)

    def show_kept(self, is_kept: bool) -> None:  # noqa: FBT001 - Qt's signal
        """The recovery copy was written, or none is wanted."""
        if self._document.is_dirty and not is_kept:
            mode = "无痕 · " if self._document.is_traceless else ""
            self._desk.status_line.show_saved(f"{mode}没有自动恢复，请常按 Ctrl+S")
        elif self._document.is_dirty:
            now = QTime.currentTime().toString("HH:mm")
            self._desk.status_line.show_saved(f"已自动保存 {now}")

    def show_structure(self, structure: Structure) -> None:
        """Show the outline in turns of its own; the length is shown with the next counts."""
        self._characters, self._minutes = structure.characters, structure.minutes
        self._outlined = structure.draft
        self._outlining.start()

    def show_counts(self, findings: Sequence[Finding], *, is_checked: bool) -> None:
        """Show length, time and how many findings there are, if the draft was checked at all."""
        counts = count_standings(findings)
        known = self._document.particulars
        self._desk.status_line.show_counts(
            self._characters,
            self._minutes,
            counts if is_checked else None,
            slot_minutes=self._document.slot_minutes,
            target=None if known is None else known.target_characters,
        )
        self._desk.show_finding_count(counts.total() - counts[Standing.SLOT])

    def _show_outline(self) -> None:
        """Show the outline of what is still on the page; a first one is built turn by turn."""
        outline, draft = self._desk.outline, self._outlined
        if draft is None or self._desk.editor.draft is not draft:
            self._outlined = None
        elif outline.build_piece():
            outline.show_draft(draft)
            outline.set_current_position(self._desk.editor.caret_position())
            self._outlined = None
        else:
            self._outlining.start()
