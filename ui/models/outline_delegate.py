"""Draws a row of the outline: title at the left, length or kept promise at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from ui.models.outline_model import ROW_ROLE
from ui.models.outline_rows import RowKind
from ui.style.fonts import interface_font
from ui.style.row_delegate import SIDE, Index, RowDelegate, draw_elided, draw_right

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    from ui.models.outline_rows import OutlineRow
    from ui.style.palette import Palette

_STEP = 14


class OutlineDelegate(RowDelegate):
    """The view sets no indentation: the ground runs over the whole row."""

    row_height = 32

    def paint_row(self, painter: QPainter, rect: QRect, index: Index, palette: Palette) -> None:
        """Draw one heading, set in by its level."""
        item: OutlineRow = index.data(ROW_ROLE)
        area = rect.adjusted(SIDE + (item.level - 1) * _STEP, 0, -SIDE, 0)
        painter.setPen(QColor(_badge_colour(item, palette)))
        area = draw_right(painter, area, item.badge)
        painter.setPen(QColor(palette.ink))
        if item.kind is RowKind.SPEECH:
            painter.setFont(interface_font(bold=True))
        draw_elided(painter, area, item.title)


def _badge_colour(row: OutlineRow, palette: Palette) -> str:
    kept = row.promise.kept if row.promise else None
    if kept is None:
        return palette.second_ink
    return palette.kept if kept else palette.accent
