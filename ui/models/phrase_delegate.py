"""Draws a suggested phrase: the words above, kind, source and use small below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from ui.models.phrase_model import CROWDED, SUGGESTION_ROLE, nature_of, use_of
from ui.style.fonts import SMALL_SIZE, interface_font
from ui.style.row_delegate import Index, RowDelegate, draw_elided, draw_right, two_lines

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    from drafting.model.phrase import Suggestion
    from ui.style.palette import Palette


class PhraseDelegate(RowDelegate):
    """A long phrase is cut short and stands whole in its tooltip."""

    row_height = 48

    def paint_row(self, painter: QPainter, rect: QRect, index: Index, palette: Palette) -> None:
        """Draw one phrase; how often the draft has it stands out where it is crowded."""
        item: Suggestion = index.data(SUGGESTION_ROLE)
        upper, lower = two_lines(rect)
        painter.setPen(QColor(palette.ink))
        draw_elided(painter, upper, item.phrase.text)
        painter.setFont(interface_font(size=SMALL_SIZE))
        is_crowded = item.used_in_draft >= CROWDED
        painter.setPen(QColor(palette.warning_ink if is_crowded else palette.second_ink))
        lower = draw_right(painter, lower, use_of(item))
        painter.setPen(QColor(palette.second_ink))
        draw_elided(painter, lower, nature_of(item))
