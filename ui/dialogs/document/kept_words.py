"""便签和锁定的句子: all of a draft in one list, to go there and to take away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from drafting.text.span import Span
from ui.dialogs.frame.dialog import FramedDialog
from ui.style.plain_label import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from drafting.workspace.drafts.kept_words import OwnNote

_NONE = "还没有便签，也没有锁定的句子。"
_NOTE = "按稿中的先后排列；双击到那里。"
_SHOWN = 30


@dataclass(frozen=True, slots=True)
class KeptRow:
    """Words of the draft with a note, or locked (then ``note`` is None).

    ``span`` is None where the words have been changed.
    """

    words: str
    note: str | None
    span: Span | None


def kept_rows(text: str, notes: Sequence[OwnNote], locked: Sequence[str]) -> list[KeptRow]:
    """Return notes and locked sentences in the order of the text, those without a place last."""
    kept = [*((one.words, one.note) for one in notes), *((words, None) for words in locked)]
    rows = []
    for words, note in kept:
        place = text.find(words)
        rows.append(KeptRow(words, note, Span(place, place + len(words)) if place >= 0 else None))
    return sorted(rows, key=lambda one: one.span or Span(len(text) + 1, len(text) + 1))


class KeptWordsDialog(FramedDialog):
    """Emits ``place_chosen`` with a span and closes; ``taken_away`` with the row, and stays."""

    place_chosen = Signal(object)
    taken_away = Signal(object)

    def __init__(self, rows: Sequence[KeptRow], parent: QWidget | None = None) -> None:
        super().__init__("便签和锁定的句子", parent, note=_NOTE if rows else _NONE)
        self._rows = list(rows)
        self._list = QListWidget(self)
        self._list.setAccessibleName("便签和锁定的句子")
        for one in self._rows:
            item = QListWidgetItem(_shown(one))
            item.setToolTip(plain_tip(one.words if one.note is None else one.note))
            self._list.addItem(item)
        self.body.addWidget(self._list, 1)
        self._away = self.add_button("删除便签", at_left=True)
        self._away.clicked.connect(self._take_away)
        self._go = self.add_button("到此处", "primary")
        self._go.clicked.connect(self._choose)
        self.add_button("关闭").clicked.connect(self.reject)
        self._list.itemDoubleClicked.connect(self._choose)
        self._list.currentRowChanged.connect(self._allow)
        self._list.setCurrentRow(0)
        self._allow(self._list.currentRow())
        self.resize_within_screen(560, 460)

    def _allow(self, number: int) -> None:
        row = self._rows[number] if 0 <= number < len(self._rows) else None
        self._go.setEnabled(row is not None and row.span is not None)
        self._away.setEnabled(row is not None)
        words = "解锁" if row is not None and row.note is None else "删除便签"
        self._away.setText(words)
        self._away.setAccessibleName(words)

    def _choose(self) -> None:
        row = self._rows[self._list.currentRow()]
        if row.span is not None:
            self.accept()
            self.place_chosen.emit(row.span)

    def _take_away(self) -> None:
        number = self._list.currentRow()
        gone = self._rows.pop(number)
        self._list.takeItem(number)
        self._allow(self._list.currentRow())
        self.taken_away.emit(gone)


def _shown(row: KeptRow) -> str:
    """Return the two lines of a row: what was noted, and the words that it stands on."""
    words = row.words.replace("\n", " ")
    words = words[:_SHOWN] + ("…" if len(words) > _SHOWN else "")
    head = "锁定" if row.note is None else f"便签 · {row.note.replace(chr(10), ' ')}"
    gone = "" if row.span is not None else "（原文已改）"
    return f"{head}{gone}\n“{words}”"
