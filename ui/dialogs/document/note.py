"""A note to oneself on some words: written, changed, deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit

from ui.dialogs.frame.dialog import FramedDialog
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class NoteDialog(FramedDialog):
    """``note`` is what stood in it before; what is written is empty after deleting."""

    def __init__(self, words: str, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(
            "便签", parent, note="只给自己看：不打印、不导出、不计字数，随稿件一起保存。"
        )
        self.body.addWidget(PlainLabel(f"“{words}”", wrap=True))
        self._edit = QPlainTextEdit(note, self)
        self._edit.setAccessibleName("便签内容")
        self._edit.setPlaceholderText("如：数字待统计局核实")
        self._edit.setTabChangesFocus(True)
        self.body.addWidget(self._edit, 1)
        if note:
            delete = self.add_button("删除便签", at_left=True)
            delete.clicked.connect(self._delete)
        save = self.add_button("保存", "primary")
        save.setToolTip("保存便签（Ctrl+回车）")
        save.clicked.connect(self.accept)
        self.add_button("取消").clicked.connect(self.reject)
        self.resize_within_screen(440, 300)
        self._edit.setFocus()

    def written(self) -> str:
        """Return the note without blanks around it."""
        return self._edit.toPlainText().strip()

    def _delete(self) -> None:
        self._edit.clear()
        self.accept()
