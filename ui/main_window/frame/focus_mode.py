"""专注: the page alone, all but the paragraph that is written dimmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.main_window.frame.desk import Desk
    from ui.main_window.frame.window import MainWindow


class FocusMode(QObject):
    """Panels and toolbar come back as they were; nothing of it is remembered."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._action = window.actions_by_id["focus_mode"]
        window.actions_by_id.connect_action("focus_mode", self.follow_action)

    def follow_action(self) -> None:
        """Enter or leave, as the action is checked."""
        is_on = self._action.isChecked()
        self._desk.editor.dim_others(is_dimmed=is_on)
        self._window.toolbar.setVisible(not is_on)
        if is_on:
            self._desk.outline_dock.hide()
            self._desk.side_dock.hide()
        else:
            self._desk.keep_panel_choice()
        self._desk.editor.setFocus()

    def leave(self) -> None:
        """Leave, if it is on (another draft or the start page is shown)."""
        if self._action.isChecked():
            self._action.setChecked(False)
            self.follow_action()
