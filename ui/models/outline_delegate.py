"""Draws a row of the outline: title at the left, length or kept promise at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.models.outline_model import ROW_ROLE
from ui.models.outline_rows import OutlineRow
from ui.style.palette import Palette, current_palette
from ui.style.row_ground import paint_row_ground

ROW_HEIGHT = 32
_EDGE = 8
_PAD = 8
_STEP = 14

_Index = QModelIndex | QPersistentModelIndex


class OutlineDelegate(QStyledItemDelegate):
    """The view sets no indentation: the ground runs over the whole row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """Return the row's size; rows are equally high."""
        return QSize(120, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, OutlineRow):
            return
        palette = current_palette()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row_ground(painter, option, palette)
        rect: QRect = option.rect  # type: ignore[attr-defined]  # missing in the stubs
        area = rect.adjusted(_EDGE + _PAD + (row.level - 1) * _STEP, 0, -_EDGE - _PAD, 0)
        metrics = painter.fontMetrics()
        middle = Qt.AlignmentFlag.AlignVCenter
        badge_width = metrics.horizontalAdvance(row.badge)
        painter.setPen(QColor(_badge_colour(row, palette)))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | middle), row.badge)
        area.setRight(area.right() - badge_width - _PAD)
        shown = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(QColor(palette.ink))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | middle), shown)
        painter.restore()


def _badge_colour(row: OutlineRow, palette: Palette) -> str:
    kept = row.promise.kept if row.promise else None
    if kept is None:
        return palette.second_ink
    return palette.kept if kept else palette.accent
