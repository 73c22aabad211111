"""The five moments of the product, told apart from how the hands do them."""

from __future__ import annotations

import json
import time
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication

from drafting.parsing.parser import parse_draft
from drafting.workspace.papers.comparing import save_redline

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.end_to_end.hands import Hands
    from ui.app.start import Program
    from ui.main_window.wiring import Wiring

# Pasted into the draft: a wrong word, and who has to do what by when.
TASK = "县水利局要在5月底前修好水库。"
FAULT = "会议对这项工作作了布署。"
PATIENCE = 25.0


class Moments(ABC):
    """Plays one moment after another in one run of the program."""

    def __init__(self, hands: Hands, program: Program, folder: Path) -> None:
        self.hands = hands
        self.program = program
        self.draft = folder / "draft.jianggao"
        self.word = folder / "speech.docx"
        self.tasks = folder / "tasks.docx"
        self.returned = folder / "returned.docx"

    @property
    def wiring(self) -> Wiring:
        """Return the sessions of the window, which are there after its first paint."""
        assert self.program.wiring is not None
        return self.program.wiring

    def play(self) -> None:
        """Play all five, then leave the program."""
        self.hands.wait_for(
            lambda: self.program.wiring is not None and self.program.wiring.is_warm, "never warm"
        )
        for moment in (self.fill_library, self.write, self.find, self.check, self.put_out):
            moment()
        self.make_returned_file()
        self.revise()
        self.leave()

    @abstractmethod
    def fill_library(self) -> None:
        """Put the speeches that the program brings into the library."""

    @abstractmethod
    def write(self) -> None:
        """起草: a skeleton of two points, its first slots filled, saved."""

    @abstractmethod
    def find(self) -> None:
        """取材: a phrase at the caret, and a passage of a past speech."""

    @abstractmethod
    def check(self) -> None:
        """校核: one finding explained, one ignored, one mended."""

    @abstractmethod
    def put_out(self) -> None:
        """出稿: preview in large type, a Word file, the list of tasks."""

    @abstractmethod
    def revise(self) -> None:
        """改稿: a round named, compared and taken back; a leader's marks taken in."""

    @abstractmethod
    def leave(self) -> None:
        """Save and leave."""

    # ---------------------------------------------------------------- what is seen

    def text(self) -> str:
        """Return the text on the page."""
        return str(self.hands.ask(self.wiring.desk.editor.text))

    def wait_for_text(self, is_so: Callable[[str], bool], what: str) -> str:
        """Wait until the text is as it should be; return it."""
        editor = self.wiring.desk.editor
        self.hands.wait_for(lambda: is_so(editor.text()), what)
        return self.text()

    def copy_elsewhere(self, text: str) -> None:
        """Have a text on the clipboard, as from another program."""
        self.hands.ask(lambda: QApplication.clipboard().setText(text))

    def findings(self) -> list[str]:
        """Return the codes of the findings shown, once the check has come to its end."""
        checks, findings = self.wiring.checks, self.wiring.findings
        self.hands.wait_for(lambda: not checks.is_busy, "checks without end")
        return [one.code for one in self.hands.ask(lambda: findings.findings)]

    def wait_for_findings(self, is_so: Callable[[list[str]], bool], what: str) -> None:
        """Wait until the findings are as they should be."""
        end = time.monotonic() + PATIENCE
        while not is_so(self.findings()):
            assert time.monotonic() < end, f"{what}: {self.findings()}"
            time.sleep(0.05)

    def wait_for_file(self, path: Path) -> None:
        """Wait until a file is there."""
        self.hands.wait_for(path.exists, f"no file {path.name}")

    def saved(self) -> dict[str, Any]:
        """Return what the file of the draft holds."""
        value: dict[str, Any] = json.loads(self.draft.read_text(encoding="utf-8"))
        return value

    def make_returned_file(self) -> None:
        """Write what the leader sends back: the draft with three tracked changes."""
        text = self.text()
        changed = text.replace("修好水库", "全部修好水库").replace("县水利局", "县水务局", 1)
        save_redline(parse_draft(text), parse_draft(changed + "\n散会。"), self.returned)
