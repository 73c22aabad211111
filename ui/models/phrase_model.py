"""Suggested set phrases as a Qt list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.style.plain_label import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.phrase import Suggestion

_Index = QModelIndex | QPersistentModelIndex
SUGGESTION_ROLE = int(Qt.ItemDataRole.UserRole)
CROWDED = 3


def use_of(suggestion: Suggestion) -> str:
    """Return how often a phrase was used: in this draft (! where too often), in how many speeches.

    Those of the library have names, those of published reports are only counted.
    """
    here = suggestion.used_in_draft
    mark = "！" if here >= CROWDED else ""
    uses = [f"本稿 {here}{mark}"] if here else []
    where = "库" if suggestion.sources else "公开报告"
    uses += [f"{where} {suggestion.documents}"] if suggestion.documents else []
    return " · ".join(uses)


def nature_of(suggestion: Suggestion) -> str:
    """Return what a phrase is and where it is from, in a few words (号召 · 某会 · 某人)."""
    lines = suggestion.phrase.text.count("\n") + 1
    kind = suggestion.phrase.kind.label
    words = f"整套{kind}（{lines} 个）" if lines > 1 else kind
    return f"{words} · {suggestion.sources[0]}" if suggestion.sources else words


class PhraseModel(QAbstractListModel):
    """``SUGGESTION_ROLE`` hands out the ``Suggestion``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._suggestions: list[Suggestion] = []

    def show_suggestions(self, suggestions: Sequence[Suggestion]) -> bool:
        """Show ``suggestions``; return whether anything changed."""
        fresh = list(suggestions)
        if fresh == self._suggestions:
            return False
        self.beginResetModel()
        self._suggestions = fresh
        self.endResetModel()
        return True

    def suggestion_at(self, row: int) -> Suggestion | None:
        """Return the suggestion of that row, or None."""
        return self._suggestions[row] if 0 <= row < len(self._suggestions) else None

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of phrases."""
        return 0 if parent is not None and parent.isValid() else len(self._suggestions)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own
        """Return phrase, explanation or the suggestion itself."""
        suggestion = self.suggestion_at(index.row())
        if suggestion is None:
            return None
        if role == SUGGESTION_ROLE:
            return suggestion
        phrase = suggestion.phrase
        if role == Qt.ItemDataRole.DisplayRole:
            return phrase.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{phrase.text}\n回车或双击插入")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "，".join(filter(None, (phrase.text, phrase.kind.label, use_of(suggestion))))
        return None
