"""What helps while one writes: parts, pasting, lines, and what else acts on the page itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.main_window.structure_commands import StructureCommands
from ui.main_window.text_commands import TextCommands

if TYPE_CHECKING:
    from ui.context.app_context import AppContext
    from ui.main_window.desk import Desk
    from ui.main_window.document_session import DocumentSession
    from ui.main_window.window import MainWindow


class WritingDesk(QObject):
    """Holds the commands on the page and connects them with it."""

    told = Signal(str)

    def __init__(
        self, window: MainWindow, desk: Desk, session: DocumentSession, context: AppContext
    ) -> None:
        super().__init__(window)
        self.texts = TextCommands(window.actions_by_id, desk.editor, context)
        self.structure = StructureCommands(window, desk.editor, desk.outline, session, context)
        for one in (self.texts, self.structure):
            one.told.connect(self.told)
        self.texts.offered.connect(desk.status_line.show_offer)
        session.opened.connect(desk.status_line.withdraw_offer)
