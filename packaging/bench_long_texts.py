"""How long the window answers nothing while long texts are opened, pasted, replaced and undone.

    python packaging/bench_long_texts.py

A timer of a millisecond ticks beside each command, in the whole window; the longest time between
two ticks is what a key would have waited. All is done three times and the median told: a busy
machine is silent by itself. Beside it stands the longest time that the window's thread spent
between two ticks: on a busy machine only that tells of the program, but it knows nothing of waiting
for another thread. 1 where a silence is longer than 50 ms.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bench_keys import TEXT, Program, make_application, settle, use_screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from drafting.model.draft import Draft
    from ui.editor.speech_editor import SpeechEditor
    from ui.main_window.wiring import Wiring

LIMIT = 50.0
_MEGABYTE = 1_000_000 // 3  # characters, of three bytes each
_ROUNDS, _SECONDS = 3, 3.0
_NOTE = "讲话\n同志们：\n" + "各村要把值班表贴到墙上，电话要有人接。\n" * 30


class Silence:
    """Ticks every millisecond and remembers the longest time between two ticks.

    ``spent`` is the longest time (ms) that the thread spent between two of them.
    """

    def __init__(self, app: QApplication) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._app = app
        self._last = self._longest = self._last_spent = self._most = 0.0
        self._timer = QTimer(app)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._tick)

    @property
    def spent(self) -> float:
        """Return what the thread spent at most between two ticks, in milliseconds."""
        return self._most * 1000

    def during(self, command: Callable[[], object], seconds: float) -> float:
        """Return the longest silence (ms) within ``seconds`` after ``command`` is begun."""
        from PySide6.QtCore import QTimer

        self._last = 0.0
        self._timer.start()
        settle(self._app, 0.05)
        self._longest = self._most = 0.0
        QTimer.singleShot(0, command)
        settle(self._app, seconds)
        self._timer.stop()
        return self._longest * 1000

    def _tick(self) -> None:
        now, spent = time.perf_counter(), time.thread_time()
        if self._last:
            self._longest = max(self._longest, now - self._last)
            self._most = max(self._most, spent - self._last_spent)
        self._last, self._last_spent = now, spent


def text_of(characters: int) -> str:
    """Return a speech of so many characters."""
    return "\n".join([TEXT] * (characters // len(TEXT) + 1))[:characters]


def commands(wiring: Wiring) -> list[tuple[str, Callable[[], object]]]:
    """Return what is done one after the other, with its name."""
    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QLineEdit

    from drafting.workspace.opening import parse_text

    editor, actions = wiring.desk.editor, wiring.window.actions_by_id
    long, five = text_of(_MEGABYTE), text_of(5 * _MEGABYTE)
    structure = parse_text(five)
    copied = QMimeData()
    copied.setText(long)

    def find() -> None:
        actions["replace"].trigger()
        bar = wiring.edits.find_bar
        if bar is not None:
            bar.look_for("，")

    def replace_all() -> None:
        bar = wiring.edits.find_bar
        if bar is not None:
            for field in bar.findChildren(QLineEdit):
                if field.accessibleName() == "替换为":
                    field.setText("！")
            bar.replace_all()

    return [
        ("paste 1 MB, cleaned", lambda: editor.insertFromMimeData(copied)),
        ("undo pasting", editor.undo),
        ("redo pasting", editor.redo),
        ("open 1 MB", lambda: wiring.document.show_text(long)),
        ("find", find),
        ("replace all", replace_all),
        ("undo replacing", editor.undo),
        ("simplify all of it", actions["lines_simplify"].trigger),
        ("page with 5 MB", lambda: editor.load(five, structure)),
        ("page with 5 MB, plain", lambda: editor.load(five)),
        ("its structure", lambda: show_structure(editor, structure)),
    ]


def show_structure(editor: SpeechEditor, structure: Draft) -> None:
    """Show the structure as that of the text that stands on the page."""
    editor.show_structure(replace(structure, revision=editor.revision))


def main() -> int:
    """Measure and print; 1 where something is silent for too long."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["JIANGGAO_DATA"] = folder
        use_screen(Path(folder))
        app = make_application()
        program = Program(app, [])
        program.window.resize(1366, 768)
        program.window.show()
        settle(app, 2)
        silences: dict[str, list[tuple[float, float]]] = {}
        if program.wiring is not None:
            silence, wiring = Silence(app), program.wiring
            for _ in range(_ROUNDS):
                wiring.document.show_text(_NOTE)
                settle(app, 3)
                for name, command in commands(wiring):
                    lasted = silence.during(command, _SECONDS)
                    silences.setdefault(name, []).append((lasted, silence.spent))
        program.close()
    longest = 0.0
    for name, found in silences.items():
        lasted, spent = ([one[place] for one in found] for place in (0, 1))
        longest = max(longest, statistics.median(lasted))
        print(
            f"{name:24s} {statistics.median(lasted):6.1f} ms   worst {max(lasted):6.1f}"
            f"   spent {statistics.median(spent):6.1f}   most {max(spent):6.1f}"
        )
    print(f"{'longest silence':24s} {longest:6.1f} ms   (limit {LIMIT:g})")
    return int(longest > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
