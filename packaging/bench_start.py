"""Start of the window against a bare PySide6 window, whole processes, in turns.

    python packaging/bench_start.py [ROUNDS]

Both are timed from the start of the process. The bare window has the same words in as many menus
and tool buttons, as many docks and a QTextEdit; it is painted, a key is typed into it, and the key
is painted. Ours is `main.py` as it stands: painted, then a blank page is asked for as soon as the
window takes orders, then a key is typed and painted on it, then all panels and sessions are there.
Beside it, both with a saved draft of 10,000 characters: from the start of the process to a key
painted in its text.
Prints medians, ratios, the longest time for which the window did not answer behind the first key,
and what was loaded too early; 1 where a limit is missed.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from ui.actions.table import ACTIONS, MENUS, TOOLBAR  # noqa: E402 - the path comes first

HEAVY = (
    "jieba", "rjieba", "opencc", "docx", "lxml", "numpy", "rapidfuzz", "pypinyin", "sqlite3",
    "ahocorasick_rs", "fpdf", "openpyxl",
)  # fmt: skip
# What is measured: the mark, the bare window's mark that it stands against, the limit.
ROWS = (
    ("first paint", "first paint", 1.3),
    ("ready to type", "ready to type", 1.3),
    ("desk complete", "ready to type", 1.5),
    ("file shown, ready to type", "file shown, ready to type", None),
)
FRAME = 1 / 60
# What the bare window has as many of; those of submenus stand in a menu of their own.
_NAMES = dict.fromkeys([*(name for name, _title in MENUS), *(spec.menu for spec in ACTIONS)])
# The same words too: a face with Chinese characters is looked for on both sides.
WORDS_OF_OURS = [[spec.text for spec in ACTIONS if spec.menu == name] for name in _NAMES]
_SHORT = {spec.id: spec.short or spec.text for spec in ACTIONS} | {"layouts": "版式"}
BUTTONS_OF_OURS = [_SHORT[name] for name in TOOLBAR if name is not None]
_PARAGRAPH = "各乡镇要把春耕的水源、农资和机具一项一项排清楚，缺什么补什么，谁家有难处就帮到谁家。"

# Typing goes through the same steps on both sides: event, then everything that it made dirty.
_TYPE = """
import json, sys, time
from time import perf_counter, process_time
marks, spent = {}, {}
def mark(name):
    marks[name], spent[name] = perf_counter(), process_time()
def type_key(app, editor):
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    before = len(editor.toPlainText())
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    app.sendEvent(editor, key)
    app.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
    assert len(editor.toPlainText()) == before + 1
"""

OURS = f"""{_TYPE}
import main, os
told = {{"marks": marks, "spent": spent, "loaded": [], "longest": 0.0}}
def watch(program):
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    app, beat = QApplication.instance(), QTimer(program)
    beat.setInterval(1)
    def painted():
        mark("first paint")
        told["loaded"] += [name for name in {HEAVY!r} if name in sys.modules]
    def usable():
        if not PATHS:
            program.window.actions_by_id["new_blank"].trigger()
            QTimer.singleShot(0, typed)
        else:
            program.wiring.document.opened.connect(lambda _: QTimer.singleShot(0, typed))
    def typed():
        type_key(app, program.wiring.desk.editor)
        mark("file shown, ready to type" if PATHS else "ready to type")
        told["beat"] = perf_counter()
        beat.start()
    def count():
        now = perf_counter()
        told["longest"] = max(told["longest"], now - told["beat"])
        told["beat"] = now
        if "desk complete" in marks and now - marks["desk complete"] > 0.3:
            print(json.dumps(told), flush=True)
            os._exit(0)  # what was typed would be asked about
    def complete():
        mark("desk complete")
    beat.timeout.connect(count)
    program.window.first_painted.connect(painted)
    program.usable.connect(usable)
    program.ready.connect(complete)
main.run_window(PATHS, watch)
"""

BARE = f"""{_TYPE}
import os
from PySide6.QtCore import QTimer, Qt
from PySide6.QtWidgets import (
    QApplication, QDockWidget, QLabel, QMainWindow, QTabWidget, QTextEdit, QToolBar, QTreeView,
)
class Window(QMainWindow):
    painted = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, typed)
def typed():
    mark("first paint")
    type_key(app, editor)
    mark("file shown, ready to type" if PATHS else "ready to type")
    app.quit()
app = QApplication(sys.argv[:1])
window = Window()
for words in {WORDS_OF_OURS!r}:
    menu = window.menuBar().addMenu(words[0][:2] if words else "版式")
    for item in words:
        menu.addAction(item)
bar = QToolBar()
for words in {BUTTONS_OF_OURS!r}:
    bar.addAction(words)
window.addToolBar(bar)
editor = QTextEdit()
for path in PATHS:
    with open(path, encoding="utf-8") as file:
        editor.setPlainText(json.load(file)["text"])
window.setCentralWidget(editor)
for area, widget in (
    (Qt.DockWidgetArea.LeftDockWidgetArea, QTreeView()),
    (Qt.DockWidgetArea.RightDockWidgetArea, QTabWidget()),
):
    dock = QDockWidget("提纲")
    dock.setWidget(widget)
    window.addDockWidget(area, dock)
window.statusBar().addWidget(QLabel("字数"))
window.resize(1366, 768)
window.show()
app.exec()
print(json.dumps({{"marks": marks, "spent": spent}}), flush=True)
"""


def measure(code: str, folder: Path, paths: list[str]) -> dict[str, Any]:
    """Return what one process tells; its marks in seconds since it was begun."""
    environment = dict(os.environ, JIANGGAO_DATA=tempfile.mkdtemp(dir=folder))
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Compiled code as after an installation, whatever the developer's own settings are.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    begin = time.perf_counter()  # one clock for all processes of a machine
    done = subprocess.run(
        [sys.executable, "-c", f"PATHS = {paths!r}\n{code}"],
        check=True,
        cwd=PROJECT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )
    told: dict[str, Any] = json.loads(done.stdout)
    told["marks"] = {name: moment - begin for name, moment in told["marks"].items()}
    return told


def write_draft(folder: Path) -> str:
    """Return the path of a saved draft of some 10,000 characters."""
    body = [f"（{n}）抓紧备耕。{_PARAGRAPH * 5}" for n in range(45)]
    text = "\n".join(["在全县春耕工作会上的讲话", "同志们：", *body])
    path = folder / "春耕.jianggao"
    path.write_text(json.dumps({"format": 1, "text": text}), encoding="utf-8")
    return str(path)


def run_rounds(rounds: int) -> dict[str, list[dict[str, Any]]]:
    """Return what both programs told, one entry a round: with a file and without in one."""
    told: dict[str, list[dict[str, Any]]] = {"bare": [], "ours": []}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        draft = write_draft(folder)
        for number in range(rounds + 1):
            for who, code in (("bare", BARE), ("ours", OURS)):
                filed, blank = measure(code, folder, [draft]), measure(code, folder, [])
                for clock in ("marks", "spent"):
                    blank[clock] = filed[clock] | blank[clock]
                blank["longest"] = max(filed.get("longest", 0), blank.get("longest", 0))
                if number:  # the first round only fills the caches of the system
                    told[who].append(blank)
    return told


def ratio(told: dict[str, list[dict[str, Any]]], clock: str, row: str, against: str) -> float:
    """Return how many times as long as the bare window ours took, median against median."""
    ours = statistics.median(one[clock][row] for one in told["ours"])
    return ours / statistics.median(one[clock][against] for one in told["bare"])


def main(arguments: list[str]) -> int:
    """Measure and print; 1 where a limit is missed or something heavy was loaded."""
    told = run_rounds(int(arguments[0]) if arguments else 15)
    missed = False
    print(f"{'':26s}     ours   ratio to the bare window   of processor time")
    for row, against, limit in ROWS:
        ours = statistics.median(one["marks"][row] for one in told["ours"])
        times = ratio(told, "marks", row, against)
        spent = ratio(told, "spent", row, against)
        wanted = "" if limit is None else f" (at most {limit})"
        print(f"{row:26s}{ours * 1000:6.0f} ms   {times:.2f}{wanted:15s}{spent:18.2f}")
        missed = missed or (limit is not None and times > limit)
    longest = statistics.median(one["longest"] for one in told["ours"])
    print(f"longest without an answer behind the first key: {longest * 1000:.0f} ms", end="")
    print(f" (a frame is {FRAME * 1000:.1f} ms)")
    loaded = sorted({name for one in told["ours"] for name in one["loaded"]})
    print(f"loaded before the first paint: {', '.join(loaded) or 'nothing heavy'}")
    return int(missed or bool(loaded))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
