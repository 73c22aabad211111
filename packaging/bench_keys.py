"""A key on 30,000 characters, from the event to the painted page, against a bare QTextEdit.

    python packaging/bench_keys.py [KEYS]

Both show the same text in the same face, size and width; the bare one is a QTextEdit without
any code of ours. Prints medians, 99th percentiles and the ratio of the medians; the third row is
ours with the whole window around it, structure and checks running, the fourth while a folder of
speeches is taken into the library too.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, Qt  # noqa: E402 - the path comes first
from PySide6.QtGui import QInputMethodEvent, QTextBlockFormat, QTextCursor  # noqa: E402
from PySide6.QtWidgets import QApplication, QTextEdit  # noqa: E402
from synthetic_speeches import make_speeches  # noqa: E402

from drafting.pagination.layout_files import load_layout  # noqa: E402
from ui.app.start import Program, make_application  # noqa: E402
from ui.editor.speech_editor import SpeechEditor  # noqa: E402

if TYPE_CHECKING:
    from ui.main_window.wiring import Wiring

LIMIT = 1.5
FRAME = 16.7
_SPEECHES = 500
_PARAGRAPH = "各乡镇要把春耕的水源、农资和机具一项一项排清楚，缺什么补什么，谁家有难处就帮到谁家。"
TEXT = "\n".join(
    [
        "在全县春耕工作会上的讲话",
        "同志们：",
        *[f"（{n}）抓紧备耕。{_PARAGRAPH * 5}" for n in range(135)],
    ]
)


def type_keys(app: QApplication, editor: QTextEdit, keys: int) -> list[float]:
    """Commit ``keys`` characters in the middle of the text; return the milliseconds of each."""
    cursor = editor.textCursor()
    cursor.setPosition(len(editor.toPlainText()) // 2)
    editor.setTextCursor(cursor)
    settle(app, 0.5)
    taken = []
    for number in range(keys):
        event = QInputMethodEvent("", [])
        event.setCommitString("抓")
        begin = time.perf_counter()
        app.sendEvent(editor, event)
        app.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
        taken.append((time.perf_counter() - begin) * 1000)
        if number % 10 == 9:
            settle(app, 0.02)
    return taken


def settle(app: QApplication, seconds: float) -> None:
    """Let what is under way go on for a moment."""
    end = time.perf_counter() + seconds
    loop = QEventLoop(app)
    while time.perf_counter() < end:
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)


def bare_editor(like: SpeechEditor) -> QTextEdit:
    """Return a QTextEdit with the same text, face, width and line height."""
    editor = QTextEdit()
    editor.document().setUseDesignMetrics(True)
    font = like.document().defaultFont()
    font.setPixelSize(19)
    editor.document().setDefaultFont(font)
    editor.setPlainText(TEXT)
    block = QTextBlockFormat()
    block.setTextIndent(38)
    block.setLineHeight(34, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    block.setAlignment(Qt.AlignmentFlag.AlignJustify)
    cursor = QTextCursor(editor.document())
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.setBlockFormat(block)
    editor.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
    editor.setLineWrapColumnOrWidth(540)
    editor.resize(760, 680)
    return editor


def report(name: str, taken: list[float], base: float) -> float:
    """Print one row and return its median."""
    median = statistics.median(taken)
    worst = statistics.quantiles(taken, n=100)[98]
    print(f"{name:22s} p50 {median:6.2f} ms   p99 {worst:6.2f} ms   ratio {median / base:5.2f}")
    return median


def type_while_importing(
    app: QApplication, wiring: Wiring, folder: Path, keys: int, base: float
) -> None:
    """Take a folder of speeches into the library, type meanwhile, and print the row."""
    folder.mkdir()
    for number, text in enumerate(make_speeches(_SPEECHES)):
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
    library = wiring.library_desk.library
    library.add_paths([str(folder)])
    settle(app, 1)
    taken: list[float] = []
    while library.is_importing and len(taken) < 4 * keys:
        taken += type_keys(app, wiring.desk.editor, 50)
    report("while importing", taken, base)
    late = sum(one > FRAME for one in taken)
    print(f"{'':22s} {len(taken)} keys, {late} later than a frame ({FRAME} ms)")


def main(arguments: list[str]) -> int:
    """Measure and print; 1 where the ratio is missed."""
    keys = int(arguments[0]) if arguments else 300
    folder = tempfile.TemporaryDirectory()
    os.environ["JIANGGAO_DATA"] = folder.name
    app = make_application()
    program = Program(app, [])
    ours = SpeechEditor(load_layout("official"))
    ours.resize(760, 680)
    ours.load(TEXT)
    bare = bare_editor(ours)
    for editor in (bare, ours):
        editor.show()
    settle(app, 0.5)
    times: dict[str, list[float]] = {"bare": [], "ours": []}
    for _ in range(3):
        times["bare"] += type_keys(app, bare, keys // 3)
        times["ours"] += type_keys(app, ours, keys // 3)
    base = statistics.median(times["bare"])
    report("bare QTextEdit", times["bare"], base)
    ratio = report("editor", times["ours"], base) / base
    bare.close()
    ours.close()
    program.window.resize(1366, 768)  # the smallest screen that it is made for
    program.window.show()
    settle(app, 2)
    if program.wiring is not None:
        program.wiring.document.show_text(TEXT)
        settle(app, 2)
        report("editor in the window", type_keys(app, program.wiring.desk.editor, keys), base)
        type_while_importing(app, program.wiring, Path(folder.name) / "讲话", keys, base)
    program.close()
    folder.cleanup()
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
