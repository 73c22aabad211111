"""The frame in which every list draws its rows: equal heights, one ground, two lines of words."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.style.palette import Palette, current_palette

Index = QModelIndex | QPersistentModelIndex
SIDE = 16
_GAP = 12
_EDGE = 8
_RADIUS = 6
_WIDTH = 120
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEFT = int((Qt.AlignmentFlag.AlignLeft | _MIDDLE).value)
_RIGHT = int((Qt.AlignmentFlag.AlignRight | _MIDDLE).value)


class RowDelegate(QStyledItemDelegate):
    """A list names its height in pixels and writes ``paint_row``, nothing else."""

    row_height: ClassVar[int]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """Return the row's size; rows are equally high and the view gives them its width."""
        return QSize(_WIDTH, self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, then the row itself."""
        palette = current_palette()
        rect: QRect = option.rect  # type: ignore[attr-defined]  # missing in the stubs
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option, palette)
        self.paint_row(painter, rect, index, palette)
        painter.restore()

    @abstractmethod
    def paint_row(self, painter: QPainter, rect: QRect, index: Index, palette: Palette) -> None:
        """Draw what the model hands out for ``index`` within ``rect``."""


def two_lines(rect: QRect) -> tuple[QRect, QRect]:
    """Return the places of a row's words and of the small line below, in pixels."""
    return rect.adjusted(SIDE, 5, -SIDE, -23), rect.adjusted(SIDE, 25, -SIDE, -5)


def draw_elided(painter: QPainter, place: QRect, words: str) -> None:
    """Draw ``words`` at the left in one line, cut short where there is no room."""
    one_line = words.replace("\n", " ")
    shown = painter.fontMetrics().elidedText(one_line, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, _LEFT, shown)


def draw_right(painter: QPainter, place: QRect, words: str) -> QRect:
    """Draw ``words`` at the right; return the place that is left of them."""
    painter.drawText(place, _RIGHT, words)
    return place.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(words) - _GAP, 0)


def load_ground() -> None:
    """Make the names that a row's ground is painted with, so that the first paint need not."""
    from PySide6.QtWidgets import QStyle

    _ = QStyle.StateFlag


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, palette: Palette) -> None:
    """Paint the ground of a row that is selected or pointed at, an edge where the keys go."""
    # The first use of QStyle makes 700 names; the start of the program has no list to draw yet.
    from PySide6.QtWidgets import QStyle

    flags = QStyle.StateFlag
    state = option.state  # type: ignore[attr-defined]  # missing in the stubs
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state & flags.State_Selected:
        painter.setBrush(QColor(palette.selection))
    elif state & flags.State_MouseOver:
        painter.setBrush(QColor(palette.soft_accent))
    has_keys = bool(state & flags.State_HasFocus)
    painter.setPen(QColor(palette.accent) if has_keys else Qt.PenStyle.NoPen)
    if palette.is_contrast and state & flags.State_Selected:
        painter.setPen(QPen(QColor(palette.accent), 3 if has_keys else 2))
    rect: QRect = option.rect  # type: ignore[attr-defined]  # missing in the stubs
    area = QRectF(rect.adjusted(_EDGE, 1, -_EDGE, -1))
    if has_keys:
        area.adjust(0.5, 0.5, -0.5, -0.5)  # a line of one pixel lies in the middle of its place
    painter.drawRoundedRect(area, _RADIUS, _RADIUS)
