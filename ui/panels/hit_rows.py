"""Draws a hit of a library search: title and day above, the sentence found below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.editor.utf16 import Utf16Map
from ui.models.hit_model import HIT_ROLE
from ui.style.fonts import SMALL_SIZE, interface_font
from ui.style.palette import Palette, current_palette
from ui.style.row_ground import paint_row_ground

if TYPE_CHECKING:
    from drafting.corpus.search import SearchHit

_Index = QModelIndex | QPersistentModelIndex
_HEIGHT = 88
_SIDE = 16
_LINES = 2
_LINE = 20


class HitDelegate(QStyledItemDelegate):
    """Title, day and the sentence found, what was looked for set off."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """Return the row's size."""
        return QSize(160, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        hit: SearchHit | None = index.data(HIT_ROLE)
        if hit is None:
            return
        palette = current_palette()
        rect: QRect = option.rect  # type: ignore[attr-defined]  # missing in the stubs
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row_ground(painter, option, palette)
        area = rect.adjusted(_SIDE, 8, -_SIDE, -8)
        _draw_head(painter, area, hit, palette)
        _draw_snippet(painter, area.adjusted(0, _LINE + 6, 0, 0), hit, palette)
        painter.restore()


def _draw_head(painter: QPainter, area: QRect, hit: SearchHit, palette: Palette) -> None:
    """Draw the title, cut short, and at its right the day."""
    line = QRect(area.left(), area.top(), area.width(), _LINE)
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.setFont(interface_font(size=SMALL_SIZE))
    painter.setPen(QColor(palette.second_ink))
    day = hit.date or ""
    painter.drawText(line, int((Qt.AlignmentFlag.AlignRight | middle).value), day)
    room = line.width() - painter.fontMetrics().horizontalAdvance(day) - 12
    painter.setFont(interface_font(bold=True))
    painter.setPen(QColor(palette.ink))
    title = hit.title.replace("\n", " ")
    shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room)
    painter.drawText(line, int((Qt.AlignmentFlag.AlignLeft | middle).value), shown)


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
