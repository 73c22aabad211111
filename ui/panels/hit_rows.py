"""Draws a hit of a library search: title and day above, the sentence found below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from ui.editor.utf16 import Utf16Map
from ui.models.hit_model import HIT_ROLE
from ui.style.fonts import SMALL_SIZE, interface_font
from ui.style.row_delegate import SIDE, Index, RowDelegate, draw_elided, draw_right

if TYPE_CHECKING:
    from drafting.corpus.search import SearchHit
    from ui.style.palette import Palette

_LINES = 2
_LINE = 20


class HitDelegate(RowDelegate):
    """Title, day and the sentence found, what was looked for set off."""

    row_height = 88

    def paint_row(self, painter: QPainter, rect: QRect, index: Index, palette: Palette) -> None:
        """Draw one hit."""
        hit: SearchHit = index.data(HIT_ROLE)
        area = rect.adjusted(SIDE, 8, -SIDE, -8)
        _draw_head(painter, area, hit, palette)
        _draw_snippet(painter, area.adjusted(0, _LINE + 6, 0, 0), hit, palette)


def _draw_head(painter: QPainter, area: QRect, hit: SearchHit, palette: Palette) -> None:
    """Draw the title, cut short, and at its right the day."""
    line = QRect(area.left(), area.top(), area.width(), _LINE)
    painter.setFont(interface_font(size=SMALL_SIZE))
    painter.setPen(QColor(palette.second_ink))
    room = draw_right(painter, line, hit.date or "")
    painter.setFont(interface_font(bold=True))
    painter.setPen(QColor(palette.ink))
    draw_elided(painter, room, hit.title)


def _draw_snippet(painter: QPainter, area: QRect, hit: SearchHit, palette: Palette) -> None:
    """Draw at most two lines of the sentence."""
    units = Utf16Map(hit.snippet)
    marks = []
    for span in hit.marks:
        start, end = units.span_to_utf16(span)
        form = QTextCharFormat()
        form.setForeground(QColor(palette.accent))
        form.setBackground(QColor(palette.soft_accent))
        form.setFontWeight(QFont.Weight.DemiBold)
        mark = QTextLayout.FormatRange()
        mark.start, mark.length, mark.format = start, end - start, form  # type: ignore[attr-defined]  # missing in the stubs
        marks.append(mark)
    layout = QTextLayout(hit.snippet, interface_font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(marks)
    layout.beginLayout()
    for number in range(_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(area.width())
        line.setPosition(QPointF(0, number * _LINE))
    layout.endLayout()
    painter.setPen(QColor(palette.ink))
    layout.draw(painter, QPointF(area.topLeft()))
