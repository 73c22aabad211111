"""Draws a hit of a library search: title and day above, the sentence found below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from ui.editor.utf16 import Utf16Map, utf16_length
from ui.models.hit_model import HIT_ROLE
from ui.style.fonts import SMALL_SIZE, interface_font
from ui.style.row_delegate import SIDE, Index, RowDelegate, draw_elided, draw_right

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.corpus.search import SearchHit
    from ui.style.palette import Palette

_LINES = 2
_LINE = 20
_CUT = "…"


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
    """Draw at most two lines of the sentence, an ellipsis at the end of what is cut short."""
    layout = lay_out(hit.snippet, area.width(), _marks(hit, palette))
    painter.setPen(QColor(palette.ink))
    layout.draw(painter, QPointF(area.topLeft()))


def lay_out(words: str, width: int, marks: Sequence[QTextLayout.FormatRange] = ()) -> QTextLayout:
    """Return ``words`` in at most two lines of ``width`` pixels, cut short where they need more."""
    layout = _in_lines(words, width, marks)
    end = _end_of_lines(layout)
    if end >= utf16_length(words):
        return layout
    shown = words[: Utf16Map(words).to_code_point(end)].rstrip()
    while shown:
        layout = _in_lines(shown + _CUT, width, marks)
        if _end_of_lines(layout) >= utf16_length(shown + _CUT):
            break
        shown = shown[:-1]
    return layout


def _in_lines(words: str, width: int, marks: Sequence[QTextLayout.FormatRange]) -> QTextLayout:
    layout = QTextLayout(words, interface_font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(marks)
    layout.beginLayout()
    for number in range(_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, number * _LINE))
    layout.endLayout()
    return layout


def _end_of_lines(layout: QTextLayout) -> int:
    """Return where the last line ends, in UTF-16 units."""
    count = layout.lineCount()
    if not count:
        return 0
    last = layout.lineAt(count - 1)
    return last.textStart() + last.textLength()


def _marks(hit: SearchHit, palette: Palette) -> list[QTextLayout.FormatRange]:
    """Return how what was looked for is set off."""
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
    return marks
