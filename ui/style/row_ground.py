"""The rounded ground of a row that is selected or pointed at, the same in every list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from ui.style.palette import Palette

_EDGE = 8
_RADIUS = 6


def paint_row_ground(painter: QPainter, option: QStyleOptionViewItem, palette: Palette) -> None:
    """Paint the ground of a row, nothing where the row is neither selected nor pointed at."""
    # The first use of QStyle makes 700 names; the start of the program has no list to draw yet.
    from PySide6.QtWidgets import QStyle

    state = option.state  # type: ignore[attr-defined]  # missing in the stubs
    if state & QStyle.StateFlag.State_Selected:
        colour = palette.selection
    elif state & QStyle.StateFlag.State_MouseOver:
        colour = palette.soft_accent
    else:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    rect: QRect = option.rect  # type: ignore[attr-defined]  # missing in the stubs
    painter.drawRoundedRect(rect.adjusted(_EDGE, 1, -_EDGE, -1), _RADIUS, _RADIUS)
