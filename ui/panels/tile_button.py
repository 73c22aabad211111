"""A large button with a name and a line of explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.style.fonts import SMALL_SIZE, interface_font
from ui.style.palette import current_palette
from ui.style.plain_label import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

_HEIGHT = 64
_SIDE = 16


class TileButton(QPushButton):
    """Both lines are cut short with … where they do not fit; the tooltip shows them whole."""

    def __init__(
        self, name: str, note: str, parent: QWidget | None = None, *, tip: str = ""
    ) -> None:
        super().__init__(parent)
        self._name = name.replace("\n", " ")
        self._note = note.replace("\n", " ")
        self.setProperty("role", "tile")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(self._note)
        self.setToolTip(plain_tip("\n".join(one for one in (note, tip) if one)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a size that shows both lines."""
        return QSize(240, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size."""
        return QSize(120, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button and its two lines."""
        super().paintEvent(event)
        palette = current_palette()
        painter = QPainter(self)
        area = self.rect().adjusted(_SIDE, 11, -_SIDE, -11)
        half = area.height() // 2
        upper = QRect(area.left(), area.top(), area.width(), half)
        lower = QRect(area.left(), area.top() + half, area.width(), half)
        lines = (
            (upper, self._name, interface_font(size=14, bold=True), palette.ink),
            (lower, self._note, interface_font(size=SMALL_SIZE), palette.second_ink),
        )
        for rect, words, font, colour in lines:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, rect.width()
            )
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(rect, int(flags.value), shown)
        painter.end()
