"""Messages are plain, and their buttons say what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from ui.dialogs.frame.messages import (
    MessageDialog,
    ask_save,
    changed_message,
    confirm,
    confirm_loss,
    show_notice,
    show_problem,
)
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Answering:
    """Presses a button of the next message, or Escape, and remembers what it said."""

    def __init__(self, qtbot: QtBot, words: str) -> None:
        self.qtbot = qtbot
        self.words = words
        self.said: list[str] = []
        self.buttons: list[str] = []
        QTimer.singleShot(0, self.answer)

    def answer(self) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, MessageDialog)
        self.said = [one.text() for one in dialog.findChildren(PlainLabel)]
        buttons = dialog.findChildren(QPushButton)
        self.buttons = [one.text() for one in buttons]
        if self.words:
            chosen = next(one for one in buttons if one.text() == self.words)
            self.qtbot.mouseClick(chosen, Qt.MouseButton.LeftButton)
        else:
            self.qtbot.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("words", "answer"),
    [("保存", "save"), ("不保存", "discard"), ("取消", "cancel"), ("", "cancel")],
)
def test_changes_are_never_lost_by_accident(qtbot: QtBot, words: str, answer: str) -> None:
    user = Answering(qtbot, words)
    assert ask_save(None, "动员<b>讲话</b>") == answer
    assert user.said[0] == "“动员<b>讲话</b>”有改动还没有保存。"
    assert user.buttons == ["保存", "不保存", "取消"]


@pytest.mark.parametrize(("words", "answer"), [("删除", True), ("取消", False), ("", False)])
def test_a_confirmation_names_the_deed(qtbot: QtBot, words: str, answer: bool) -> None:
    for ask in (confirm, confirm_loss):
        user = Answering(qtbot, words)
        assert ask(None, "删除这份稿件？", "删除") is answer
        assert user.buttons == ["删除", "取消"]


def test_enter_takes_what_loses_nothing(qtbot: QtBot) -> None:
    def press_enter() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    QTimer.singleShot(0, press_enter)
    assert ask_save(None, "稿件") == "save"
    QTimer.singleShot(0, press_enter)
    assert not confirm_loss(None, "删除这个版本？不能恢复。", "删除")


@pytest.mark.parametrize(("tabs", "answer"), [(0, "save"), (1, "discard"), (2, "cancel")])
def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot, tabs: int, answer: str) -> None:
    def walk_and_press() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        for _ in range(tabs):
            dialog.focusNextChild()
        focused = dialog.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Return)

    QTimer.singleShot(50, walk_and_press)
    assert ask_save(None, "稿件") == answer


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("names", [20, 56, 60, 64])
@pytest.mark.parametrize("show", [show_problem, show_notice])
def test_a_long_message_is_shown_whole(qtbot: QtBot, show: object, names: int) -> None:
    text = "无法保存“/很/长/的/路/径/" + "名字" * names + "”：磁盘已满，请换个位置另存。"
    heights: list[tuple[int, int]] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        label = dialog.findChild(PlainLabel)
        assert label is not None
        heights.append((label.height(), label.heightForWidth(label.width())))
        dialog.close()

    QTimer.singleShot(50, look)
    assert callable(show)
    show(None, text)
    given, needed = heights[0]
    assert given >= needed > 40


def test_four_buttons_are_whole(qtbot: QtBot) -> None:
    dialog = changed_message(None, "水利动员.jianggao", is_gone=False)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    buttons = dialog.findChildren(QPushButton)
    assert [one.text() for one in buttons] == [
        "另存为新文件", "打开别处的", "用我的覆盖", "取消",
    ]  # fmt: skip
    assert all(one.width() >= one.sizeHint().width() for one in buttons)
