"""A button whose words may be long or foreign: cut short with …, whole in the tooltip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from ui.style.plain_label import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_WIDEST = 220
_WALKING_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class WordsButton(QPushButton):
    """Leaves the arrow keys to the panel around it; an ampersand in its words is no shortcut."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.words = ""

    def show_words(self, words: str, tip: str = "") -> None:
        """Show ``words``; ``tip`` follows them in the tooltip."""
        self.words = words
        flat = words.replace("\n", " ")
        shown = self.fontMetrics().elidedText(flat, Qt.TextElideMode.ElideRight, _WIDEST)
        self.setText(shown.replace("&", "&&"))
        self.setAccessibleName(flat)
        cut = flat if shown != flat else ""
        self.setToolTip(plain_tip("\n".join(one for one in (cut, tip) if one)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button; up and down walk through the panel."""
        if event.key() in _WALKING_KEYS:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)
