"""Cold start of the window against a bare PySide6 window, whole processes, in turns.

    python packaging/bench_start.py [ROUNDS]

The bare window has as many menus, docks and tool buttons and a QTextEdit. Each process ends
after its first paint; a third one when the desk (editor, panels) is built as well. Prints the
medians, their ratios and what was loaded too early.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
HEAVY = (
    "jieba", "rjieba", "opencc", "docx", "lxml", "numpy", "rapidfuzz", "pypinyin", "sqlite3",
    "ahocorasick_rs", "fpdf", "openpyxl",
)  # fmt: skip
LIMIT = 1.5

OURS = f"""
import os, sys
from ui.app.start import Program, make_application
app = make_application()
program = Program(app, [])
loaded = []
def note():
    loaded.extend(name for name in {HEAVY!r} if name in sys.modules)
    if not WHOLE:
        program.window.first_painted.disconnect()
        app.quit()
program.window.first_painted.disconnect()
program.window.first_painted.connect(note)
program.window.first_painted.connect(program._build)
program.ready.connect(app.quit)
program.window.show()
app.exec()
print(",".join(loaded), flush=True)
os._exit(0)
"""

BARE = """
import os, sys
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
            QTimer.singleShot(0, app.quit)
app = QApplication(sys.argv[:1])
window = Window()
for number in range(8):
    menu = window.menuBar().addMenu(f"Menu {number}")
    for item in range(6):
        menu.addAction(f"Item {item}")
bar = QToolBar()
for number in range(9):
    bar.addAction(f"Tool {number}")
window.addToolBar(bar)
window.setCentralWidget(QTextEdit())
for area, widget in (
    (Qt.DockWidgetArea.LeftDockWidgetArea, QTreeView()),
    (Qt.DockWidgetArea.RightDockWidgetArea, QTabWidget()),
):
    dock = QDockWidget("Dock")
    dock.setWidget(widget)
    window.addDockWidget(area, dock)
window.statusBar().addWidget(QLabel("Status"))
window.resize(1366, 768)
window.show()
app.exec()
os._exit(0)
"""


def measure(code: str, folder: str) -> tuple[float, str]:
    """Return the seconds that a whole process takes, and what it printed."""
    environment = dict(os.environ, JIANGGAO_DATA=f"{folder}/data")
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Compiled code as after an installation, whatever the developer's own settings are.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = f"{folder}/compiled"
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        cwd=PROJECT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )
    return time.perf_counter() - begin, done.stdout.strip()


def main(arguments: list[str]) -> int:
    """Measure and print; 1 where the ratio is missed or something heavy was loaded."""
    rounds = int(arguments[0]) if arguments else 15
    scripts = {
        "bare window": BARE,
        "first paint": "WHOLE = False" + OURS,
        "desk built": "WHOLE = True" + OURS,
    }
    times: dict[str, list[float]] = {name: [] for name in scripts}
    loaded = ""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(rounds + 1):
            for name, code in scripts.items():
                seconds, printed = measure(code, folder)
                loaded = loaded or printed
                if number:  # the first round only fills the caches of the system
                    times[name].append(seconds)
    medians = {name: statistics.median(one) for name, one in times.items()}
    for name, median in medians.items():
        print(f"{name:14s}{median * 1000:6.0f} ms   ratio {median / medians['bare window']:.2f}")
    print(f"loaded before the first paint: {loaded or 'nothing heavy'}")
    missed = medians["desk built"] / medians["bare window"] > LIMIT
    return int(missed or bool(loaded))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
