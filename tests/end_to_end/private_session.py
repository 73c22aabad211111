"""A draft that must leave no trace, written from start to end without a mouse (无痕)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.end_to_end.moments import TASK

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end_to_end.hands import Hands
    from ui.app.start import Program
    from ui.main_window.wiring import Wiring

# Words of the draft that stand nowhere else in the program.
PASTED = "鹤鸣坳水库今冬要清淤"
TYPED = "zhuomuniao"
TEXT = f"在鹤鸣坳现场会上的讲话\n同志们：\n今天讲两点意见。\n一、{PASTED}\n会上作了布署。\n{TASK}"


class PrivateSession:
    """Chooses 无痕 in the settings, writes, checks, searches, exports, and leaves."""

    def __init__(self, hands: Hands, program: Program, folder: Path) -> None:
        self.hands = hands
        self.program = program
        self.folder = folder

    @property
    def wiring(self) -> Wiring:
        """Return the sessions of the window."""
        assert self.program.wiring is not None
        return self.program.wiring

    def play(self) -> None:
        """Play the session."""
        self.hands.wait_for(
            lambda: self.program.wiring is not None and self.program.wiring.is_warm, "never warm"
        )
        self.choose()
        self.write()
        self.work()
        self.put_out()
        self.leave()

    def choose(self) -> None:
        """The settings, the last choice of the first page; what was kept before goes too."""
        hands = self.hands
        hands.keys("ctrl+comma")
        hands.wait_for_title("设置")
        hands.tab_to("版本和自动恢复放在哪里")
        hands.keys("End")
        hands.place("清除")
        hands.tab_to("清除")
        hands.keys("space")
        hands.wait_for_title("设置")
        hands.keys("Escape")
        hands.wait_for_dialog(is_open=False)

    def write(self) -> None:
        """A blank page, pasted and typed, saved twice."""
        hands, editor = self.hands, self.wiring.desk.editor
        hands.keys("ctrl+shift+n")
        hands.ask(lambda: self._clipboard(TEXT))
        hands.wait_for(lambda: self.wiring.document.is_open, "no page")
        hands.keys("ctrl+v")
        hands.wait_for(lambda: PASTED in editor.text(), "not pasted")
        hands.keys("ctrl+End", "Return")
        hands.write(TYPED)
        hands.wait_for(
            lambda: "没有自动恢复" in self.wiring.desk.status_line._saved.text(), "untold"
        )
        hands.keys("ctrl+s")
        hands.answer_file_dialog(self.folder / "draft.jianggao")
        hands.wait_for(lambda: not self.wiring.document.is_dirty, "not saved")
        hands.write(TYPED)
        hands.keys("ctrl+s")
        hands.wait_for(lambda: not self.wiring.document.is_dirty, "not saved again")

    def work(self) -> None:
        """All that looks at the text: checks, phrases, search, overlap, locks, notes, versions."""
        hands, wiring = self.hands, self.wiring
        hands.keys("F7")
        hands.wait_for(lambda: len(wiring.findings.findings) > 0, "nothing found")
        hands.keys("ctrl+i", "ctrl+shift+F7")
        hands.wait_for(lambda: not wiring.library_desk.is_busy, "overlap without end")
        hands.keys("ctrl+k")
        hands.write(TYPED)
        hands.wait_for(lambda: not wiring.library_desk.is_busy, "search without end")
        hands.keys("F6", "ctrl+f")
        hands.write(TYPED)
        hands.keys("Escape", "F6", "ctrl+Home", "shift+End", "ctrl+l", "alt+5", "F6")
        hands.keys("ctrl+a", "ctrl+c", "ctrl+End")
        hands.keys("ctrl+alt+v")
        hands.wait_for_title("版本")
        hands.keys("Escape")
        hands.wait_for_dialog(is_open=False)

    def put_out(self) -> None:
        """Preview, a Word file and a PDF, which are wanted."""
        hands = self.hands
        hands.keys("ctrl+p")
        hands.wait_for_title("打印预览")
        hands.keys("Escape")
        hands.wait_for_dialog(is_open=False)
        for name in ("speech.docx", "speech.pdf"):
            hands.keys("ctrl+e")
            hands.answer_file_dialog(self.folder / name)
            hands.wait_for((self.folder / name).exists, "no file")

    def leave(self) -> None:
        """Unsaved words are given up."""
        hands = self.hands
        hands.write(TYPED)
        hands.keys("ctrl+q")
        hands.place("不保存")
        hands.tab_to("不保存")
        hands.keys("space")

    def _clipboard(self, text: str) -> None:
        from PySide6.QtWidgets import QApplication

        QApplication.clipboard().setText(text)
