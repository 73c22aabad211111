"""快捷键: every key of the window, from the table of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.actions.action_set import shortcut_list
from ui.dialogs.dialog_frame import FramedDialog
from ui.dialogs.plain_view import PlainView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_KEYS_AT = 200.0  # pixels


class ShortcutsDialog(FramedDialog):
    """Lists keys and what they do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("快捷键", parent)
        view = PlainView("快捷键一览", self)
        view.setTabStopDistance(_KEYS_AT)
        view.setPlainText("\n".join(f"{words}\t{keys}" for keys, words in shortcut_list()))
        self.body.addWidget(view, 1)
        close = self.add_button("关闭", "primary")
        close.clicked.connect(self.accept)
        close.setFocus()
        self.resize_within_screen(420, 560)
