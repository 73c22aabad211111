"""A key on 30,000 characters, from the event to the painted page, against a bare QTextEdit.

    python packaging/bench_keys.py [KEYS]

Both show the same text in the same face, size and width; the bare one is a QTextEdit without
any code of ours. Prints medians, 99th percentiles and the ratio of the medians; the third row is
ours with the whole window around it, structure and checks running, the fourth while a folder of
speeches is taken into the library and the draft is compared with it too, all at once. Beside the
time of the clock stands what the thread of the window itself spent: on a busy machine only that
tells of the program. 1 where a limit is missed: 1.5 times the bare editor's median, and a frame
(16.7 ms) for the 99th percentile.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
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


@dataclass(slots=True)
class Keys:
    """Milliseconds of each key: by the clock, and what the window's thread spent."""

    clock: list[float] = field(default_factory=list)
    spent: list[float] = field(default_factory=list)

    def add(self, other: Keys) -> None:
        """Take the keys of ``other`` too."""
        self.clock += other.clock
        self.spent += other.spent


def type_keys(app: QApplication, editor: QTextEdit, keys: int) -> Keys:
    """Commit ``keys`` characters in the middle of the text; return what each took."""
    cursor = editor.textCursor()
    cursor.setPosition(len(editor.toPlainText()) // 2)
    editor.setTextCursor(cursor)
    settle(app, 0.5)
    taken = Keys()
    for number in range(keys):
        event = QInputMethodEvent("", [])
        event.setCommitString("抓")
        begin, before = time.perf_counter(), time.thread_time()
        app.sendEvent(editor, event)
        app.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
        taken.clock.append((time.perf_counter() - begin) * 1000)
        taken.spent.append((time.thread_time() - before) * 1000)
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


def report(name: str, taken: Keys, bare: Keys) -> bool:
    """Print one row and return whether it keeps within the limits."""
    told = []
    for ours, base in ((taken.clock, bare.clock), (taken.spent, bare.spent)):
        median, worst = statistics.median(ours), statistics.quantiles(ours, n=100)[98]
        ratio = median / statistics.median(base)
        told.append((median, worst, ratio))
    shown = "   ".join(f"{a:6.2f} {b:7.2f} {ratio:6.2f}" for a, b, ratio in told)
    print(f"{name:22s} {shown}")
    return told[0][1] <= FRAME and told[0][2] <= LIMIT


def type_while_all_runs(
    app: QApplication, wiring: Wiring, folder: Path, keys: int, bare: Keys
) -> bool:
    """Import a folder, look for copied passages, check, type meanwhile; print the row."""
    folder.mkdir()
    for number, text in enumerate(make_speeches(_SPEECHES)):
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
    library, overlap = wiring.library_desk.library, wiring.library_desk.overlap
    library.add_paths([str(folder)])
    wiring.desk.show_panel(wiring.desk.overlap)
    settle(app, 1)
    taken, looks = Keys(), 0
    while library.is_importing and len(taken.clock) < 4 * keys:
        if not overlap.is_busy:
            overlap.look()
            looks += 1
        taken.add(type_keys(app, wiring.desk.editor, 20))
    holds = report("while all runs", taken, bare)
    late = sum(one > FRAME for one in taken.clock)
    print(f"{'':22s} {len(taken.clock)} keys, {looks} searches, {late} keys later than a frame")
    return holds


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
    plain, own = Keys(), Keys()
    for _ in range(3):
        plain.add(type_keys(app, bare, keys // 3))
        own.add(type_keys(app, ours, keys // 3))
    print(f"{'':22s}  by the clock (ms)      the window's thread (ms)")
    print(f"{'':22s}    p50     p99  ratio      p50     p99  ratio")
    report("bare QTextEdit", plain, plain)
    holds = [report("editor", own, plain)]
    bare.close()
    ours.close()
    program.window.resize(1366, 768)  # the smallest screen that it is made for
    program.window.show()
    settle(app, 2)
    if program.wiring is not None:
        program.wiring.document.show_text(TEXT)
        settle(app, 2)
        window = type_keys(app, program.wiring.desk.editor, keys)
        holds.append(report("editor in the window", window, plain))
        speeches = Path(folder.name) / "讲话"
        holds.append(type_while_all_runs(app, program.wiring, speeches, keys, plain))
    program.close()
    folder.cleanup()
    return int(not all(holds))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
