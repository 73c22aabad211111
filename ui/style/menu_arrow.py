"""The small arrow of a button that opens a menu: drawn, since not every face has such a sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from ui.style.palette import current_palette

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_SIDE = 10
_FROM_RIGHT = 4  # within the room that the style sheet keeps free for it
_CORNERS = ((2.5, 3.75), (5.0, 6.25), (7.5, 3.75))
_FAINT = 140


class MenuArrow(QWidget):
    """Stands at the right edge of its button, takes no click and follows its size."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(_SIDE, _SIDE)
        button.setProperty("opens", "menu")
        row = QHBoxLayout(button)
        row.setContentsMargins(0, 0, _FROM_RIGHT, 0)
        row.addStretch(1)
        row.addWidget(self)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the arrow, paler while the button is off."""
        palette = current_palette()
        colour = QColor(palette.ink if self.isEnabled() else palette.second_ink)
        if not self.isEnabled():
            colour.setAlpha(_FAINT)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour)
        left, middle, right = (QPointF(*one) for one in _CORNERS)
        painter.drawLine(left, middle)
        painter.drawLine(middle, right)
        painter.end()
