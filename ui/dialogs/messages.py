"""The one module that shows message boxes: plain text, buttons that say what they do."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

_TITLE = "讲稿"
Answer = Literal["save", "discard", "cancel"]


def show_problem(parent: QWidget | None, text: str) -> None:
    """Show what went wrong and what to do."""
    box = _box(parent, text)
    _add(box, "知道了", QMessageBox.ButtonRole.AcceptRole, is_primary=True)
    box.exec()


def show_notice(parent: QWidget | None, text: str) -> None:
    """Show something worth knowing."""
    box = _box(parent, text)
    _add(box, "好", QMessageBox.ButtonRole.AcceptRole, is_primary=True)
    box.exec()


def ask_save(parent: QWidget | None, name: str) -> Answer:
    """Ask what to do with the changes of the draft ``name``."""
    box = _box(parent, f"“{name}”有改动还没有保存。")
    box.setInformativeText("不保存就关闭，这些改动会丢失。")
    save = _add(box, "保存", QMessageBox.ButtonRole.AcceptRole, is_primary=True)
    discard = _add(box, "不保存", QMessageBox.ButtonRole.DestructiveRole)
    cancel = _add(box, "取消", QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(cancel)
    box.exec()
    if box.clickedButton() is save:
        return "save"
    return "discard" if box.clickedButton() is discard else "cancel"


def confirm(parent: QWidget | None, text: str, action: str = "确定") -> bool:
    """Ask whether to do something; ``action`` names it on the button."""
    box = _box(parent, text)
    accept = _add(box, action, QMessageBox.ButtonRole.AcceptRole, is_primary=True)
    cancel = _add(box, "取消", QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(cancel)
    box.exec()
    return box.clickedButton() is accept


def _box(parent: QWidget | None, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle(_TITLE)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setAccessibleName(text)
    box.setWindowModality(Qt.WindowModality.WindowModal if parent else Qt.WindowModality.NonModal)
    return box


def _add(
    box: QMessageBox, words: str, role: QMessageBox.ButtonRole, *, is_primary: bool = False
) -> QPushButton:
    button = box.addButton(words, role)
    if is_primary:
        button.setProperty("role", "primary")
        box.setDefaultButton(button)
    return button
