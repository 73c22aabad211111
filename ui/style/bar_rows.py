"""Named bars one below the other, drawn with the painter; a row can be chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.style.fonts import SMALL_SIZE, interface_font
from ui.style.palette import Palette, current_palette
from ui.style.plain_label import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROW = 40
_BAR = 6
_WORDS = 20
_CENTRE = int(Qt.AlignmentFlag.AlignVCenter.value)
_LEFT = _CENTRE | int(Qt.AlignmentFlag.AlignLeft.value)
_RIGHT = _CENTRE | int(Qt.AlignmentFlag.AlignRight.value)


@dataclass(frozen=True, slots=True)
class Bar:
    """A row: ``length`` and ``plan`` in any unit, the same for all rows; no plan is None."""

    name: str
    told: str
    length: float
    plan: float | None = None
    tip: str = ""
    is_over: bool = False


class BarRows(QWidget):
    """The longest bar or plan fills the width; a plan is a tick across its bar."""

    row_chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._bars: list[Bar] = []
        self._current = -1
        self._can_choose = False

    def allow_choosing(self) -> None:
        """Let rows be chosen by mouse and keyboard."""
        self._can_choose = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other rows."""
        self._bars = list(bars)
        self._current = min(self._current, len(bars) - 1)
        self.setAccessibleDescription("；".join(f"{one.name} {one.told}" for one in bars))
        self.updateGeometry()
        self.update()

    def bars(self) -> list[Bar]:
        """Return the rows shown."""
        return list(self._bars)

    def sizeHint(self) -> QSize:
        """Return the size of all rows."""
        return QSize(200, _ROW * len(self._bars))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size."""
        return QSize(80, _ROW * len(self._bars))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row under the mouse."""
        row = int(event.position().y()) // _ROW
        if self._can_choose and 0 <= row < len(self._bars):
            self._choose(row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first row, so that the keys are seen to be here."""
        super().focusInEvent(event)
        self._current = max(self._current, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the rows with the arrow keys, choose with Enter."""
        key = Qt.Key
        if event.key() in (key.Key_Up, key.Key_Down) and self._bars:
            step = 1 if event.key() == key.Key_Down else -1
            self._choose(min(max(self._current + step, 0), len(self._bars) - 1))
        elif event.key() in (key.Key_Return, key.Key_Enter) and self._current >= 0:
            self._choose(self._current)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Show the whole name of the row that is pointed at."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            row = event.pos().y() // _ROW
            if 0 <= row < len(self._bars):
                one = self._bars[row]
                words = one.tip or f"{one.name}：{one.told}"
                QToolTip.showText(event.globalPos(), plain_tip(words), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the rows."""
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        longest = max((max(one.length, one.plan or 0) for one in self._bars), default=0) or 1
        for row, one in enumerate(self._bars):
            area = QRect(0, row * _ROW, self.width(), _ROW)
            if row == self._current and self.hasFocus():
                painter.setPen(QPen(QColor(palette.accent), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            _draw_row(painter, area.adjusted(4, 4, -4, -4), one, longest, palette)
        painter.end()

    def _choose(self, row: int) -> None:
        self._current = row
        self.update()
        self.row_chosen.emit(row)


def _draw_row(painter: QPainter, area: QRect, one: Bar, longest: float, palette: Palette) -> None:
    """Draw name and figure above, the bar with its plan below."""
    words = QRect(area.left(), area.top(), area.width(), _WORDS)
    painter.setFont(interface_font(size=SMALL_SIZE))
    painter.setPen(QColor(palette.warning_ink if one.is_over else palette.second_ink))
    painter.drawText(words, _RIGHT, one.told)
    room = words.width() - painter.fontMetrics().horizontalAdvance(one.told) - 12
    painter.setFont(interface_font())
    painter.setPen(QColor(palette.ink))
    name = one.name.replace("\n", " ")
    shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room)
    painter.drawText(words, _LEFT, shown)
    top = area.top() + _WORDS + 3
    track = QRectF(area.left(), top, area.width(), _BAR)
    painter.setPen(QPen(QColor(palette.line), 1 if palette.is_contrast else 0))
    painter.setBrush(QColor(palette.track))
    painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    filled = QRectF(track)
    filled.setWidth(max(track.width() * one.length / longest, _BAR))
    painter.setBrush(QColor(palette.warning if one.is_over else palette.accent))
    painter.drawRoundedRect(filled, _BAR / 2, _BAR / 2)
    if one.plan is not None:
        place = track.left() + track.width() * one.plan / longest
        painter.setPen(QPen(QColor(palette.ink), 2))
        painter.drawLine(
            QRectF(place, top - 3, 0, 0).topLeft(), QRectF(place, top + _BAR + 3, 0, 0).topLeft()
        )
