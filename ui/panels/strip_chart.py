"""Strips over the whole text: each mark stands where its words stand; a click goes there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.style.palette import current_palette
from ui.style.plain_label import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.text.span import Span

_LEAST_WIDTH = 2.0
# A click this near to a mark (pixels) means it.
_REACH = 6


@dataclass(frozen=True, slots=True)
class StripMark:
    """A place with its height (0 … 1); ``is_loud`` marks what should be looked at."""

    span: Span
    height: float
    tip: str
    is_loud: bool = False


class StripChart(QWidget):
    """Marks from the beginning of the text (left) to its end, ``limit`` as a thin line."""

    place_chosen = Signal(object)

    def __init__(self, name: str, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._height = height
        self._marks: list[StripMark] = []
        self._length = 1
        self._limit: float | None = None
        self._current = -1

    def show_marks(
        self, marks: Sequence[StripMark], length: int, limit: float | None = None
    ) -> None:
        """Show marks over a text of ``length`` code points."""
        self._marks = list(marks)
        self._length = max(length, 1)
        self._limit = limit
        self._current = -1
        loud = [one.tip for one in marks if one.is_loud]
        self.setAccessibleDescription("；".join(loud[:20]))
        self.update()

    def marks(self) -> list[StripMark]:
        """Return the marks shown."""
        return list(self._marks)

    def sizeHint(self) -> QSize:
        """Return the size."""
        return QSize(200, self._height)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size."""
        return QSize(80, self._height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the mark under the mouse."""
        self._choose(self._nearest(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the marks that should be looked at with the arrow keys."""
        key = Qt.Key
        if event.key() not in (key.Key_Left, key.Key_Right, key.Key_Return, key.Key_Enter):
            super().keyPressEvent(event)
            return
        loud = [number for number, one in enumerate(self._marks) if one.is_loud]
        if event.key() == key.Key_Left:
            self._choose(max((one for one in loud if one < self._current), default=self._current))
        elif event.key() == key.Key_Right:
            self._choose(min((one for one in loud if one > self._current), default=self._current))
        else:
            self._choose(self._current)

    def event(self, event: QEvent) -> bool:
        """Tell what a mark stands for."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            number = self._nearest(event.pos().x())
            if number >= 0:
                QToolTip.showText(event.globalPos(), plain_tip(self._marks[number].tip), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw ground, limit and marks."""
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QColor(palette.accent if self.hasFocus() else palette.line))
        painter.setBrush(QColor(palette.paper))
        painter.drawRoundedRect(area, 4, 4)
        room = area.height() - 4
        for number, one in enumerate(self._marks):
            left, width = self._place(one.span)
            tall = max(room * min(one.height, 1.0), 2.0)
            colour = palette.accent if one.is_loud else palette.second_ink
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.warning if number == self._current else colour))
            painter.setOpacity(1.0 if one.is_loud or number == self._current else 0.45)
            painter.drawRect(QRectF(left, area.bottom() - 2 - tall, width, tall))
        painter.setOpacity(1.0)
        if self._limit is not None:
            y = area.bottom() - 2 - room * self._limit
            painter.setPen(QPen(QColor(palette.warning), 1, Qt.PenStyle.DashLine))
            painter.drawLine(int(area.left()) + 2, int(y), int(area.right()) - 2, int(y))
        painter.end()

    def _place(self, span: Span) -> tuple[float, float]:
        room = self.width() - 8
        left = 4 + room * span.start / self._length
        return left, max(room * len(span) / self._length - 0.6, _LEAST_WIDTH)

    def _nearest(self, x: float) -> int:
        best, nearest = -1, float(_REACH)
        for number, one in enumerate(self._marks):
            left, width = self._place(one.span)
            distance = max(left - x, x - left - width, 0.0)
            if distance < nearest:
                best, nearest = number, distance
        return best

    def _choose(self, number: int) -> None:
        if 0 <= number < len(self._marks):
            self._current = number
            self.update()
            self.place_chosen.emit(self._marks[number].span)
