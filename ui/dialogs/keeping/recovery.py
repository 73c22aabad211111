"""恢复: after a crash, the drafts that were not saved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from drafting.text.characters import count_characters
from ui.dialogs.frame.dialog import FramedDialog
from ui.dialogs.frame.messages import confirm
from ui.dialogs.frame.plain_view import PlainView
from ui.style.plain_label import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

_PREVIEW = 4000
_NOTE = "上次没有正常关闭。下面的稿件还没有保存，可以恢复到最后一次输入。"


@dataclass(frozen=True, slots=True)
class RecoveryOffer:
    """One draft: ``key`` names it for the caller, ``saved`` tells when it was kept (10:32)."""

    key: str
    name: str
    saved: str
    text: str
    path: str = ""


class RecoveryDialog(FramedDialog):
    """Emits ``restore_chosen`` or ``discard_chosen`` with a key; what is left is asked again."""

    restore_chosen = Signal(str)
    discard_chosen = Signal(str)

    def __init__(self, offers: Sequence[RecoveryOffer], parent: QWidget | None = None) -> None:
        super().__init__("恢复稿件", parent, note=_NOTE)
        self._offers = list(offers)
        self._list = QListWidget(self)
        self._list.setAccessibleName("可恢复的稿件")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for offer in self._offers:
            characters = count_characters(offer.text)
            item = QListWidgetItem(f"{offer.name}\n{offer.saved} · {characters:,} 字")
            item.setToolTip(plain_tip(offer.path or "从未存盘"))
            self._list.addItem(item)
        self._preview = PlainView("稿件内容", self)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._list, 2)
        row.addWidget(self._preview, 3)
        self.body.addLayout(row, 1)
        self._discard = self.add_button("不要了", at_left=True)
        self._discard.clicked.connect(self._discard_current)
        self._restore = self.add_button("恢复", "primary")
        self._restore.clicked.connect(self._restore_current)
        self.add_button("以后再说").clicked.connect(self.reject)
        self._list.currentRowChanged.connect(self._show)
        self._list.itemDoubleClicked.connect(self._restore_current)
        self._list.setCurrentRow(0)
        self._show()
        self.resize_within_screen(760, 480)

    def current(self) -> RecoveryOffer | None:
        """Return the draft that is selected, or None."""
        row = self._list.currentRow()
        return self._offers[row] if 0 <= row < len(self._offers) else None

    def _show(self) -> None:
        offer = self.current()
        self._preview.show_text(offer.text[:_PREVIEW] if offer else "")
        self._restore.setEnabled(offer is not None)
        self._discard.setEnabled(offer is not None)

    def _restore_current(self) -> None:
        offer = self._take_current()
        if offer is not None:
            self.restore_chosen.emit(offer.key)
            self._close_when_empty()

    def _discard_current(self) -> None:
        offer = self.current()
        if offer is None or not confirm(self, f"“{offer.name}”不恢复了？", "不要了"):
            return
        self._take_current()
        self.discard_chosen.emit(offer.key)
        self._close_when_empty()

    def _take_current(self) -> RecoveryOffer | None:
        offer = self.current()
        if offer is not None:
            row = self._list.currentRow()
            del self._offers[row]
            self._list.takeItem(row)
            self._show()
        return offer

    def _close_when_empty(self) -> None:
        if not self._offers:
            self.accept()
