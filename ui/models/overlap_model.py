"""Passages that a draft shares with past speeches as a Qt list, and how they are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QObject, QRect, Qt
from PySide6.QtGui import QColor, QPainter

from drafting.model.overlap import PassageKind
from ui.style.fonts import SMALL_SIZE, interface_font
from ui.style.plain_label import plain_tip
from ui.style.row_delegate import Index, RowDelegate, draw_elided, draw_right, two_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.overlap import SharedPassage
    from ui.style.palette import Palette

PASSAGE_ROLE = int(Qt.ItemDataRole.UserRole)
_KINDS = {
    PassageKind.SET_PHRASE: "套话",
    PassageKind.FORMAL_NAME: "固定名称",
    PassageKind.QUOTATION: "引文",
}


def likeness_words(passage: SharedPassage) -> str:
    """Return how alike a passage and its source are, or what else it is than copied."""
    if passage.kind is not PassageKind.COPIED:
        return _KINDS[passage.kind]
    same = "一字不差" if passage.similarity == 1 else f"{passage.similarity:.0%} 相同"
    return f"上级讲话 · {same}" if passage.is_superior else same


def source_words(passage: SharedPassage) -> str:
    """Return the speech that a passage is from."""
    date = f"{passage.source_date} " if passage.source_date else ""
    more = f"，共 {passage.speeches} 篇有" if passage.speeches > 1 else ""
    return f"{date}{passage.source_title or '（无标题）'}{more}"


class OverlapModel(QAbstractListModel):
    """``PASSAGE_ROLE`` hands out the ``SharedPassage``; its words are those of the draft."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._passages: list[SharedPassage] = []
        self._text = ""

    def show_passages(self, passages: Sequence[SharedPassage], text: str) -> None:
        """Show other passages of ``text``."""
        self.beginResetModel()
        self._passages, self._text = list(passages), text
        self.endResetModel()

    def passage_at(self, row: int) -> SharedPassage | None:
        """Return the passage of that row, or None."""
        return self._passages[row] if 0 <= row < len(self._passages) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of passages."""
        return 0 if parent is not None and parent.isValid() else len(self._passages)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own
        """Return words, source or the passage itself."""
        passage = self.passage_at(index.row())
        if passage is None:
            return None
        if role == PASSAGE_ROLE:
            return passage
        words = passage.span.of(self._text)
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        told = f"{words}\n{likeness_words(passage)}：{source_words(passage)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(told)
        return told.replace("\n", "，") if role == Qt.ItemDataRole.AccessibleTextRole else None


class OverlapDelegate(RowDelegate):
    """The passage above, likeness and source small below."""

    row_height = 48

    def paint_row(self, painter: QPainter, rect: QRect, index: Index, palette: Palette) -> None:
        """Draw one passage; the likeness stands out where it was copied."""
        passage: SharedPassage = index.data(PASSAGE_ROLE)
        upper, lower = two_lines(rect)
        painter.setPen(QColor(palette.ink))
        draw_elided(painter, upper, str(index.data()))
        painter.setFont(interface_font(size=SMALL_SIZE))
        is_copied = passage.kind is PassageKind.COPIED and not passage.is_superior
        painter.setPen(QColor(palette.accent if is_copied else palette.second_ink))
        lower = draw_right(painter, lower, likeness_words(passage))
        painter.setPen(QColor(palette.second_ink))
        draw_elided(painter, lower, source_words(passage))
