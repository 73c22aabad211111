"""Keep a recovery copy within two seconds of every change, and offer what a crash left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from ui.context.app_context import AppContext
    from ui.main_window.document_session import DocumentSession
    from ui.main_window.window import MainWindow


class RecoverySession(QObject):
    """Writes in the background; a copy that cannot be written never disturbs the writing."""

    kept = Signal()

    def __init__(self, window: MainWindow, session: DocumentSession, context: AppContext) -> None:
        super().__init__(window)

    def offer(self) -> None:
        """Offer the drafts that were not saved when the program last ended."""

    def forget(self) -> None:
        """Drop this draft's copy: it was saved or given up."""

    def shut_down(self) -> None:
        """Stop."""
