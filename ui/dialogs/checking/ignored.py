"""忽略清单: what is not shown any more, in this draft and in the whole office, to be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from drafting.model.finding import IgnoreReach
from ui.dialogs.frame.dialog import FramedDialog
from ui.style.plain_label import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from drafting.model.finding import Suppression

_REACHES = {
    IgnoreReach.PLACE: "此处",
    IgnoreReach.DRAFT: "本稿",
    IgnoreReach.OFFICE: "本单位",
}
_NONE = "还没有忽略过什么。"
_NOTE = "选中后取回，校核就重新提示它。"
_SHOWN = 24


class IgnoredDialog(FramedDialog):
    """Emits ``taken_back`` with what shall be shown again; ``name_of`` gives a rule's words."""

    taken_back = Signal(object)

    def __init__(
        self,
        ignored: Sequence[Suppression],
        name_of: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("忽略清单", parent, note=_NOTE if ignored else _NONE)
        self._ignored = list(ignored)
        self._list = QListWidget(self)
        self._list.setAccessibleName("忽略的问题")
        for one in self._ignored:
            words = one.text.replace("\n", " ")
            shown = words[:_SHOWN] + ("…" if len(words) > _SHOWN else "")
            line = f"{_REACHES[one.reach]} · {name_of(one.code)}（{one.code}）\n“{shown}”"
            item = QListWidgetItem(line)
            item.setToolTip(plain_tip(words))
            self._list.addItem(item)
        self.body.addWidget(self._list, 1)
        self._button = self.add_button("取回", "primary")
        self._button.setToolTip("不再忽略选中的一条")
        self._button.clicked.connect(self._take_back)
        self.add_button("关闭").clicked.connect(self.accept)
        self._list.currentRowChanged.connect(self._allow)
        self._list.setCurrentRow(0)
        self._allow(self._list.currentRow())
        self.resize_within_screen(520, 460)

    def _allow(self, row: int) -> None:
        self._button.setEnabled(row >= 0)

    def _take_back(self) -> None:
        row = self._list.currentRow()
        wanted = self._ignored.pop(row)
        self._list.takeItem(row)
        self._allow(self._list.currentRow())
        self.taken_back.emit(wanted)
