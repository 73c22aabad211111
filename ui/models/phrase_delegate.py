"""Draws a suggested phrase: the words above, kind, source and use small below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from drafting.model.phrase import Suggestion
from ui.models.phrase_model import CROWDED, SUGGESTION_ROLE, nature_of, use_of
from ui.style.fonts import SMALL_SIZE, interface_font
from ui.style.palette import current_palette
from ui.style.row_ground import paint_row_ground

ROW_HEIGHT = 48
_SIDE = 16

_Index = QModelIndex | QPersistentModelIndex


class PhraseDelegate(QStyledItemDelegate):
    """Rows are equally high; a long phrase is cut short and stands whole in its tooltip."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """Return the row's size."""
        return QSize(160, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        suggestion = index.data(SUGGESTION_ROLE)
        if not isinstance(suggestion, Suggestion):
            return
        palette = current_palette()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row_ground(painter, option, palette)
        rect: QRect = option.rect  # type: ignore[attr-defined]  # missing in the stubs
        upper = rect.adjusted(_SIDE, 5, -_SIDE, -23)
        lower = rect.adjusted(_SIDE, 25, -_SIDE, -5)
        middle = Qt.AlignmentFlag.AlignVCenter
        left = int(Qt.AlignmentFlag.AlignLeft | middle)
        metrics = painter.fontMetrics()
        words = suggestion.phrase.text.replace("\n", " ")
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, upper.width())
        painter.setPen(QColor(palette.ink))
        painter.drawText(upper, left, shown)
        painter.setFont(interface_font(size=SMALL_SIZE))
        painter.setPen(QColor(palette.second_ink))
        used = use_of(suggestion)
        small = painter.fontMetrics()
        room = lower.width() - small.horizontalAdvance(used) - 12
        nature = small.elidedText(nature_of(suggestion), Qt.TextElideMode.ElideRight, room)
        painter.drawText(lower, left, nature)
        if suggestion.used_in_draft >= CROWDED:
            painter.setPen(QColor(palette.warning))
        painter.drawText(lower, int(Qt.AlignmentFlag.AlignRight | middle), used)
        painter.restore()
