"""定稿次: the name of a round (一稿、二稿、送审稿), proposed or written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton

from drafting.history.rounds import proposed_rounds
from ui.dialogs.frame.dialog import FramedDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

_LONGEST = 20


class RoundDialog(FramedDialog):
    """Asks for a name; ``known`` are those that the draft's versions bear already."""

    def __init__(self, known: Sequence[str], name: str = "", parent: QWidget | None = None) -> None:
        super().__init__("定为哪一稿", parent, note="起了名的版本一直保留，不会被自动整理掉。")
        proposals = proposed_rounds(known)
        self._name = QLineEdit(name or proposals[0], self)
        self._name.setAccessibleName("稿次名称")
        self._name.setMaxLength(_LONGEST)
        self._name.selectAll()
        row = QHBoxLayout()
        row.setSpacing(6)
        for one in proposals:
            button = QPushButton(one, self)
            button.setProperty("role", "choice")
            button.setAccessibleName(one)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._name.setText, one))
            row.addWidget(button)
        row.addStretch(1)
        self.body.addWidget(self._name)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.add_button("确定", "primary").clicked.connect(self.accept)
        self.add_button("取消").clicked.connect(self.reject)
        self.resize_within_screen(440, 210)
        self._name.setFocus()

    def name(self) -> str:
        """Return the name as it is written."""
        return self._name.text().strip()


def ask_round(parent: QWidget | None, known: Sequence[str], name: str = "") -> str | None:
    """Return the name that the user gives, None where none is wanted."""
    dialog = RoundDialog(known, name, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    given = dialog.name()
    dialog.deleteLater()
    return given if accepted else None
