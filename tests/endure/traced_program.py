"""The program with a window, and a file of what happened when: keys on the page, copies of it.

Usage: traced_program.py TRACE [FILE]

A line of TRACE is a moment of the machine's steady clock, an event and a number: ``entered`` and
the length of the text on the page; ``asked``, when the window hands a text over to be kept,
``keep`` and ``flush``, each with 0 where it begins and 1 where it is done; ``astray``, when another
window than the page begins to take the keys.
"""

from __future__ import annotations

import functools
import os
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))

import main  # noqa: E402 - the path comes first

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

    from ui.app.start import Program


class Trace:
    """Lines that outlive the program that writes them."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def note(self, event: str, number: int = 0) -> None:
        """Write when something happened."""
        os.write(self._file, f"{time.monotonic():.4f} {event} {number}\n".encode("ascii"))

    def around(self, owner: type, name: str, event: str) -> None:
        """Note when a method begins and when it is done."""
        real = getattr(owner, name)

        @functools.wraps(real)
        def noted(*given: Any, **named: Any) -> object:
            self.note(event, 0)
            outcome = real(*given, **named)
            self.note(event, 1)
            return outcome

        setattr(owner, name, noted)

    def watch(self, program: Program) -> None:
        """Follow a program from before its window is shown."""
        from PySide6.QtGui import QGuiApplication

        from drafting.history.recovery import RecoveryStore
        from ui.main_window.keeping.recovery import RecoverySession

        self.around(RecoverySession, "_write", "asked")
        self.around(RecoveryStore, "save", "keep")
        self.around(RecoveryStore, "flush", "flush")
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(partial(self._note_focus, program))
        program.usable.connect(lambda: self._watch_page(program))

    def _note_focus(self, program: Program, window: QWindow | None) -> None:
        if window is not None and window is not program.window.windowHandle():
            self.note("astray")

    def _watch_page(self, program: Program) -> None:
        assert program.wiring is not None
        page = program.wiring.desk.editor
        page.text_changed.connect(lambda _revision: self.note("entered", len(page.text())))


if __name__ == "__main__":
    sys.exit(main.run_window(sys.argv[2:], Trace(Path(sys.argv[1])).watch))
