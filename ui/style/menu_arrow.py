"""The small arrow of a button that opens a menu: drawn, since not every face has such a sign."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.style.icons import line_icon

_SIDE = 10
_FROM_RIGHT = 4  # within the room that the style sheet keeps free for it


class MenuArrow(QWidget):
    """Stands at the right edge of its button, takes no click and follows its size."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(_SIDE, _SIDE)
        self._icon = line_icon("down")
        button.setProperty("opens", "menu")
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the edge when the button changes its size."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            left = watched.width() - _SIDE - _FROM_RIGHT
            self.move(left, (watched.height() - _SIDE) // 2)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the arrow, paler while the button is off."""
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        self._icon.paint(QPainter(self), self.rect(), mode=mode)
