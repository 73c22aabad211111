"""Dialogs in which Enter presses the button that has the focus, as on every Windows desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class EnterDialog(QDialog):
    """Enter is for the focused button; the primary one has it only where none is focused.

    Ctrl+Enter presses the primary one from anywhere, out of a field of several lines too.

    Qt gives Enter to the default button even while 取消 is focused, unless every button is an
    automatic default, and then Enter in a search line presses one of them.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press a button at Enter; leave all other keys to Qt."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        chosen = self._primary() if has_control else self.focusWidget()
        if is_enter and isinstance(chosen, QPushButton) and chosen.isEnabled():
            chosen.click()
        else:
            super().keyPressEvent(event)

    def _primary(self) -> QPushButton | None:
        return next((one for one in self.findChildren(QPushButton) if one.isDefault()), None)
