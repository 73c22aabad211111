"""A short list under the caret; it never takes the keys from the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from ui.models.phrase_delegate import PhraseDelegate
from ui.models.phrase_model import PhraseModel
from ui.style.announcing import announce
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.phrase import Suggestion

_WIDTH = 380
_GAP = 4
_ASKED = "↑↓ 选择，回车或 Tab 插入，Esc 关闭"
_UNASKED = "Tab 插入第一条，Alt+/ 选择，Esc 关闭"


class CompletionPopup(QFrame):
    """Emits ``chosen`` with the words; ``is_asked`` tells whether arrow keys and Enter are its."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self.setProperty("role", "paper")
        self.setAccessibleName("光标处的提示")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.is_asked = False
        self._model = PhraseModel(self)
        self._view = QListView(self)
        self._view.setProperty("role", "rows")
        self._view.setAccessibleName("可接着写的套话")
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setModel(self._model)
        self._view.setItemDelegate(PhraseDelegate(self._view))
        self._view.setUniformItemSizes(True)
        self._view.setMouseTracking(True)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.clicked.connect(self._choose_index)
        self._hint = PlainLabel("", self, role="caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(4)
        column.addWidget(self._view)
        row = QVBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(self._hint)
        column.addLayout(row)
        self.hide()

    def show_at(self, caret: QRect, suggestions: Sequence[Suggestion], *, is_asked: bool) -> None:
        """Show ``suggestions`` under ``caret`` (in the parent's places), or above it."""
        self.is_asked = is_asked
        self._model.show_suggestions(suggestions)
        self._view.setCurrentIndex(self._model.index(0) if is_asked else QModelIndex())
        self._hint.setText(_ASKED if is_asked else _UNASKED)
        self._view.setFixedHeight(PhraseDelegate.row_height * len(suggestions))
        self.setFixedWidth(min(_WIDTH, self._page.width() - 2 * _GAP))
        self.adjustSize()
        room = self._page.rect()
        top = caret.bottom() + _GAP
        if top + self.height() > room.bottom():
            top = max(caret.top() - _GAP - self.height(), room.top())
        left = min(max(caret.left() - 16, room.left()), room.right() - self.width())
        self.move(max(left, 0), top)
        self.show()
        self.raise_()
        announce(self, f"提示：{suggestions[0].phrase.text}。{self._hint.text()}")

    def walk(self, by: int) -> None:
        """Choose the next (or the previous) phrase, around the ends."""
        count = self._model.rowCount()
        row = self._view.currentIndex().row()
        self._view.setCurrentIndex(self._model.index((row + by) % count if count else 0))
        chosen = self._model.suggestion_at(self._view.currentIndex().row())
        announce(self, "" if chosen is None else chosen.phrase.text)

    def accept(self) -> None:
        """Take the phrase that is chosen, or the first."""
        row = max(self._view.currentIndex().row(), 0)
        self._choose_index(self._model.index(row))

    def _choose_index(self, index: QModelIndex) -> None:
        suggestion = self._model.suggestion_at(index.row())
        self.hide()
        if suggestion is not None:
            self.chosen.emit(suggestion.phrase.text)
