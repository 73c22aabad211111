"""Speaking time beside the agenda's slot: the parts one after another, the slot as a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.style.palette import current_palette

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEIGHT = 32
_BAR = 16


class TimeBar(QWidget):
    """All in minutes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("讲话时长")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._parts: list[float] = []
        self._slot: float | None = None

    def show_minutes(self, parts: Sequence[float], slot: float | None) -> None:
        """Show the minutes of each part and those of the slot, if they are known."""
        self._parts, self._slot = list(parts), slot
        told = f"约 {sum(parts):.1f} 分钟"
        self.setAccessibleDescription(told if slot is None else f"{told}，议程 {slot:g} 分钟")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size."""
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size."""
        return QSize(80, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the parts up to the slot in ink, what is over it in the accent."""
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        total = sum(self._parts)
        whole = max(total, self._slot or 0.0) * 1.02 or 1.0
        room, top = self.width() - 1.0, (_HEIGHT - _BAR) / 2
        painter.setPen(QPen(QColor(palette.line)))
        painter.setBrush(QColor(palette.track))
        painter.drawRoundedRect(QRectF(0, top, room, _BAR), 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        at = 0.0
        for number, minutes in enumerate(self._parts):
            painter.setBrush(QColor(palette.kept))
            painter.setOpacity(0.9 if number % 2 else 0.7)
            left, width = room * at / whole, room * minutes / whole
            painter.drawRect(QRectF(left, top, max(width - 1, 1), _BAR))
            at += minutes
        painter.setOpacity(1.0)
        if self._slot is not None:
            line = room * self._slot / whole
            if total > self._slot:
                painter.setBrush(QColor(palette.accent))
                painter.drawRect(QRectF(line, top, room * total / whole - line, _BAR))
            painter.setPen(QPen(QColor(palette.ink), 2))
            painter.drawLine(int(line), 4, int(line), _HEIGHT - 4)
        painter.end()
