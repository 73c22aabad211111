"""快捷键: every key of the window under its menu, from the table of actions, with a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor

from ui.actions.action_set import shortcut_groups
from ui.dialogs.frame.dialog import FramedDialog
from ui.dialogs.frame.plain_view import PlainView
from ui.style.search_line import SearchLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_KEYS_AT = 216.0  # pixels
_NONE = "没有这样的快捷键。"


class ShortcutsDialog(FramedDialog):
    """Lists keys and what they do; what is looked for may be either."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("快捷键", parent)
        self.search = SearchLine(self)
        self.search.setPlaceholderText("找快捷键，如“版本”“F7”")
        self.search.setAccessibleName("找快捷键")
        self.search.setToolTip("写出做什么或按哪个键")
        self.search.textChanged.connect(self._show)
        self.body.addWidget(self.search)
        self.view = PlainView("快捷键一览", self)
        self.view.setTabStopDistance(_KEYS_AT)
        self.body.addWidget(self.view, 1)
        close = self.add_button("关闭", "primary")
        close.clicked.connect(self.accept)
        self._show("")
        self.search.setFocus()
        self.resize_within_screen(464, 600)

    def _show(self, looked_for: str) -> None:
        """List what is looked for, all of it where that is nothing."""
        wanted = looked_for.strip().casefold()
        self.view.clear()
        cursor, is_first = QTextCursor(self.view.document()), True
        for menu, pairs in shortcut_groups():
            rows = [one for one in pairs if wanted in f"{menu} {one[0]} {one[1]}".casefold()]
            if not rows:
                continue
            cursor.insertText(menu if is_first else f"\n\n{menu}", _weight(bold=True))
            cursor.insertText("".join(f"\n{words}\t{keys}" for keys, words in rows), _weight())
            is_first = False
        if is_first:
            cursor.insertText(_NONE, _weight())
        self.view.moveCursor(QTextCursor.MoveOperation.Start)


def _weight(*, bold: bool = False) -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return shape
