"""The one module that shows messages: plain text, buttons that say what they do."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.dialogs.frame.enter_key import EnterDialog
from ui.style.plain_label import PlainLabel

_TITLE = "讲稿"
_WIDTH = 420
_SIDE = 24
Answer = Literal["save", "discard", "cancel"]
Choice = Literal["keep", "load", "overwrite", "cancel"]
_CHOICES: dict[str, Choice] = {"keep": "keep", "load": "load", "overwrite": "overwrite"}


class MessageDialog(EnterDialog):
    """A sentence or two and a row of buttons; Escape takes the last one."""

    def __init__(self, parent: QWidget | None, text: str, note: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(_TITLE)
        self.setAccessibleName(text)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, on=False)
        self.answer = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, _SIDE, _SIDE, 20)
        column.setSpacing(8)
        column.addWidget(PlainLabel(text, wrap=True, role="heading" if note else ""))
        if note:
            column.addWidget(PlainLabel(note, wrap=True, role="second"))
        column.addSpacing(12)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addStretch(1)
        column.addLayout(self._row)
        self.setFixedWidth(_WIDTH)

    def sizeHint(self) -> QSize:
        """Return the size for the dialog's own width; Qt asks how high a wider one would be."""
        width, layout = self.minimumWidth(), self.layout()
        return QSize(width, layout.totalHeightForWidth(width) if layout is not None else 0)

    def add_button(self, words: str, answer: str, *, is_primary: bool = False) -> QPushButton:
        """Add a button that closes the message with ``answer``."""
        button = QPushButton(words, self)
        button.setAccessibleName(words)
        button.setProperty("role", "primary" if is_primary else "")
        button.setDefault(is_primary)
        button.setAutoDefault(is_primary)
        button.clicked.connect(lambda: self._take(answer))
        self._row.addWidget(button)
        # Four buttons may need more; a word on a button is never cut.
        self.setFixedWidth(max(_WIDTH, self._row.sizeHint().width() + 2 * _SIDE))
        if is_primary:
            button.setFocus()
        return button

    def _take(self, answer: str) -> None:
        self.answer = answer
        self.accept()


def show_problem(parent: QWidget | None, text: str) -> None:
    """Show what went wrong and what to do."""
    _ask(parent, text, "", ("知道了", "ok"))


def show_notice(parent: QWidget | None, text: str) -> None:
    """Show something worth knowing."""
    _ask(parent, text, "", ("好", "ok"))


def ask_locked(parent: QWidget | None, words: str, count: int) -> bool:
    """Ask whether locked sentences may be changed, of which ``words`` begin the first."""
    others = "" if count == 1 else f"等 {count} 句"
    answer = _ask(
        parent,
        f"“{words}”{others}已锁定，这一步会改动它。",
        "多半是领导亲自改定的话。解锁后可以随意修改。",
        ("恢复原句", "keep"),
        ("解锁并改动", "unlock"),
    )
    return answer == "unlock"


def ask_save(parent: QWidget | None, name: str) -> Answer:
    """Ask what to do with the changes of the draft ``name``."""
    answer = _ask(
        parent,
        f"“{name}”有改动还没有保存。",
        "不保存就关闭，这些改动会丢失。",
        ("保存", "save"),
        ("不保存", "discard"),
        ("取消", "cancel"),
    )
    if answer == "save":
        return "save"
    return "discard" if answer == "discard" else "cancel"


def ask_changed(
    parent: QWidget | None, name: str, *, is_gone: bool, keeps_previous: bool = True
) -> Choice:
    """Ask what to do where the file of a draft was changed or removed by somebody else."""
    dialog = changed_message(parent, name, is_gone=is_gone, keeps_previous=keeps_previous)
    return _CHOICES.get(_answer(dialog), "cancel")


def changed_message(
    parent: QWidget | None, name: str, *, is_gone: bool, keeps_previous: bool = True
) -> MessageDialog:
    """Return the question of :func:`ask_changed`."""
    if is_gone:
        dialog = MessageDialog(parent, f"“{name}”已被删除或移走。", "稿件还在窗口里，没有丢。")
        dialog.add_button("另存为新文件", "keep", is_primary=True)
        dialog.add_button("仍存到原处", "overwrite")
    else:
        fate = "只留在同名的 .bak 文件里" if keeps_previous else "就没有了（现在设为无痕）"
        note = f"打开别处的，窗口里的改动会丢失；用我的覆盖，别处的内容{fate}。"
        dialog = MessageDialog(parent, f"“{name}”在别处被改动过。", note)
        dialog.add_button("另存为新文件", "keep", is_primary=True)
        dialog.add_button("打开别处的", "load")
        dialog.add_button("用我的覆盖", "overwrite")
    dialog.add_button("取消", "cancel")
    return dialog


def confirm(parent: QWidget | None, text: str, action: str = "确定") -> bool:
    """Ask whether to do something; ``action`` names it on the button."""
    return _ask(parent, text, "", (action, "ok"), ("取消", "cancel")) == "ok"


def confirm_loss(parent: QWidget | None, text: str, action: str, other: str = "取消") -> bool:
    """Ask whether to do what cannot be undone; Enter alone leaves everything as it is."""
    dialog = MessageDialog(parent, text)
    dialog.add_button(action, "ok")
    dialog.add_button(other, "cancel", is_primary=True)
    return _answer(dialog) == "ok"


def _ask(parent: QWidget | None, text: str, note: str, *buttons: tuple[str, str]) -> str:
    """Show a message and return the answer of its button, empty where it was closed."""
    dialog = MessageDialog(parent, text, note)
    for number, (words, answer) in enumerate(buttons):
        dialog.add_button(words, answer, is_primary=number == 0)
    return _answer(dialog)


def _answer(dialog: MessageDialog) -> str:
    dialog.exec()
    answer = dialog.answer
    dialog.deleteLater()
    return answer
