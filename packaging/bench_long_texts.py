"""How long the window answers nothing while long texts are opened, pasted, replaced and undone.

    python packaging/bench_long_texts.py

A timer of a millisecond ticks beside each command, in the whole window; the longest time between
two ticks is what a key would have waited. All is done three times and the median told. A busy
machine is silent by itself, so beside it stand, for Linux, the longest time less what the window's
thread waited for a processor (what it waits for another thread of ours is in it), and the longest
that this thread itself spent between two ticks. 1 where a silence is longer than 50 ms.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

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
_WAITS = Path("/proc/thread-self/schedstat")
_NOTE = "讲话\n同志们：\n" + "各村要把值班表贴到墙上，电话要有人接。\n" * 30


class Moment(NamedTuple):
    """Seconds by the clock, less what was waited for a processor, and what the thread spent."""

    clock: float
    unhindered: float
    spent: float


class Silence:
    """Ticks every millisecond and remembers the longest times between two ticks."""

    def __init__(self, app: QApplication) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._app = app
        self._last: Moment | None = None
        self._longest = Moment(0, 0, 0)
        # Nanoseconds spent and waited; there is no such file but on Linux.
        self._waits = _WAITS.open("rb", buffering=0) if _WAITS.exists() else None
        self._timer = QTimer(app)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._tick)

    def during(self, command: Callable[[], object], seconds: float) -> Moment:
        """Return the longest silences within ``seconds`` after ``command`` is begun."""
        from PySide6.QtCore import QTimer

        self._last = None
        self._timer.start()
        settle(self._app, 0.05)
        self._longest = Moment(0, 0, 0)
        QTimer.singleShot(0, command)
        settle(self._app, seconds)
        self._timer.stop()
        return self._longest

    def _tick(self) -> None:
        now = self._now()
        if self._last is not None:
            passed = (new - old for new, old in zip(now, self._last, strict=True))
            self._longest = Moment(*map(max, zip(self._longest, passed, strict=True)))
        self._last = now

    def _now(self) -> Moment:
        clock, waited = time.perf_counter(), 0.0
        if self._waits is not None:
            self._waits.seek(0)
            waited = int(self._waits.read(64).split()[1]) / 1e9
        return Moment(clock, clock - waited, time.thread_time())


def text_of(characters: int) -> str:
    """Return a speech of so many characters."""
    return "\n".join([TEXT] * (characters // len(TEXT) + 1))[:characters]


def commands(wiring: Wiring) -> list[tuple[str, Callable[[], object]]]:
    """Return what is done one after the other, with its name."""
    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QLineEdit

    from drafting.workspace.drafts.opening import parse_text

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
        silences: dict[str, list[Moment]] = {}
        if program.wiring is not None:
            silence, wiring = Silence(app), program.wiring
            for _ in range(_ROUNDS):
                wiring.document.show_text(_NOTE)
                settle(app, 3)
                for name, command in commands(wiring):
                    silences.setdefault(name, []).append(silence.during(command, _SECONDS))
        program.close()
    longest = 0.0
    print(f"{'ms: median, longest':24s}      silence    less waiting     spent")
    for name, found in silences.items():
        told = [[1000 * one for one in times] for times in zip(*found, strict=True)]
        longest = max(longest, statistics.median(told[0]))
        shown = "   ".join(f"{statistics.median(one):6.1f} {max(one):6.1f}" for one in told)
        print(f"{name:24s} {shown}")
    print(f"{'longest silence':24s} {longest:6.1f} ms   (limit {LIMIT:g})")
    return int(longest > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
