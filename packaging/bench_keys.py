"""A key on 30,000 characters, from the event to the painted page, against a bare QTextEdit.

    python packaging/bench_keys.py [KEYS]

Both show the same text in the same face, size and width; the bare one is a QTextEdit without
any code of ours. Prints medians, 99th percentiles and the ratio of the medians; first both with the
text in one paragraph, then in its own; then ours with the whole window around it on a screen of
1366 × 768, structure and checks running; then while a folder of speeches is taken into the library
and the draft is compared with it too, all at once. The two take turns, a few keys each, in all of
these: a machine is not as fast a minute later. Keys come ten in a row, and once more “by hand”,
with pauses between them: what follows a key falls into the next, and little of the window is left
in the processor's caches. Beside the time of the clock stands what the thread of the window itself
spent: on a busy machine only that tells of the program. 1 where a limit is missed: 1.5 times the
bare editor's median, and a frame (16.7 ms) for the 99th percentile.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from PySide6.QtCore import QEvent, QEventLoop, Qt  # noqa: E402 - the path comes first
from PySide6.QtGui import QInputMethodEvent, QTextBlockFormat, QTextCursor  # noqa: E402
from PySide6.QtWidgets import QApplication, QTextEdit  # noqa: E402
from synthetic_speeches import make_speeches  # noqa: E402

from drafting.pagination.layout_files import load_layout  # noqa: E402
from drafting.workspace.drafts.opening import parse_text  # noqa: E402
from ui.app.start import Program, make_application  # noqa: E402
from ui.editor.speech_editor import SpeechEditor  # noqa: E402

if TYPE_CHECKING:
    from ui.main_window.checking.session import CheckSession
    from ui.main_window.wiring import Wiring

LIMIT = 1.5
FRAME = 16.7
_SPEECHES = 1000
# Keys that one editor gets before the other has its turn.
_TURN = 10
# Seconds that are waited for the checks of what was written, at most.
_CHECKED = 5.0
# Seconds between two keys.
_PAUSES = (0.05, 0.09, 0.12, 0.16, 0.25)
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


def use_screen(folder: Path) -> None:
    """Show everything on a screen of 1366 × 768 that nobody sees, unless another is chosen."""
    screen = {
        "name": "bench", "x": 0, "y": 0, "width": 1366, "height": 768,
        "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1,
    }  # fmt: skip
    config = folder / "screen.json"
    config.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={config}")


def type_keys(app: QApplication, editor: QTextEdit, keys: int, *, is_by_hand: bool = False) -> Keys:
    """Commit ``keys`` characters in the middle of the text; return what each took."""
    cursor = editor.textCursor()
    cursor.setPosition(len(editor.toPlainText()) // 2)
    editor.setTextCursor(cursor)
    settle(app, 0.5)
    taken = Keys()
    chance = random.Random(keys)  # noqa: S311 - repeatable, nothing secret
    for number in range(keys):
        if is_by_hand:
            settle(app, chance.choice(_PAUSES))
        elif not number % 10:
            settle(app, 0.02)
        event = QInputMethodEvent("", [])
        event.setCommitString("抓")
        begin, before = time.perf_counter(), time.thread_time()
        app.sendEvent(editor, event)
        app.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
        taken.clock.append((time.perf_counter() - begin) * 1000)
        taken.spent.append((time.thread_time() - before) * 1000)
    return taken


def settle(app: QApplication, seconds: float) -> None:
    """Let what is under way go on for a moment."""
    end = time.perf_counter() + seconds
    loop = QEventLoop(app)
    while time.perf_counter() < end:
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)


def bare_editor(like: SpeechEditor, text: str) -> QTextEdit:
    """Return a QTextEdit with that text, the same face, width and line height."""
    editor = QTextEdit()
    editor.document().setUseDesignMetrics(True)
    font = like.document().defaultFont()
    font.setPixelSize(19)
    editor.document().setDefaultFont(font)
    editor.setPlainText(text)
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
    print(f"{name:34s} {shown}")
    return told[0][1] <= FRAME and told[0][2] <= LIMIT


def type_in_turns(
    app: QApplication,
    bare: QTextEdit,
    ours: QTextEdit,
    keys: int,
    *,
    is_by_hand: bool = False,
    checks: CheckSession | None = None,
) -> tuple[Keys, Keys]:
    """Type so many keys into both, a few at a time; return what those of each took.

    The bare one's turn begins when the ``checks`` of what was written in ours are done.
    """
    taken = (Keys(), Keys())
    for done in range(0, keys, _TURN):
        end = time.perf_counter() + _CHECKED
        while checks is not None and checks.is_busy and time.perf_counter() < end:
            settle(app, 0.02)
        for editor, row in zip((bare, ours), taken, strict=True):
            editor.activateWindow()  # the caret blinks in the one that is written in
            editor.setFocus()
            row.add(type_keys(app, editor, min(_TURN, keys - done), is_by_hand=is_by_hand))
    return taken


def type_while_all_runs(
    app: QApplication, wiring: Wiring, bare: QTextEdit, folder: Path, keys: int
) -> list[bool]:
    """Import a folder, look for copied passages, check, type meanwhile; print both rows."""
    folder.mkdir()
    for number, text in enumerate(make_speeches(_SPEECHES)):
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
    library, overlap = wiring.library_desk.library, wiring.library_desk.overlap
    library.add_paths([str(folder)])
    wiring.desk.show_panel(wiring.desk.overlap)
    settle(app, 1)
    rows, looks = [(Keys(), Keys()), (Keys(), Keys())], 0
    while library.is_importing and len(rows[1][1].clock) < keys:
        for is_by_hand, row in enumerate(rows):
            if not overlap.is_busy:
                overlap.look()
                looks += 1
            pair = type_in_turns(
                app,
                bare,
                wiring.desk.editor,
                _TURN,
                is_by_hand=bool(is_by_hand),
                checks=wiring.checks,
            )
            for one, new in zip(row, pair, strict=True):
                one.add(new)
    holds: list[bool] = []
    for (plain, own), name in zip(rows, ("", ", by hand"), strict=True):
        report(f"bare{name}", plain, plain)
        holds.append(report(f"while all runs{name}", own, plain))
    late = [[sum(one > FRAME for one in keys.clock) for keys in row] for row in rows]
    print(
        f"{'':34s} {looks} searches; {late[0][1]} and {late[1][1]} keys later than a frame", end=""
    )
    print(f" ({late[0][0]} and {late[1][0]} of the bare one)")
    return holds


def type_side_by_side(app: QApplication, text: str, keys: int, name: str = "") -> list[bool]:
    """Type into the two editors alone, in a row and by hand; print their rows."""
    ours = SpeechEditor(load_layout("official"))
    ours.resize(760, 680)
    ours.load(text, parse_text(text))
    bare = bare_editor(ours, text)
    for editor in (bare, ours):
        editor.show()
    settle(app, 0.5)
    holds = []
    for is_by_hand in (False, True):
        named = name + ", by hand" * is_by_hand
        share = keys // 2 if is_by_hand else keys
        plain, own = type_in_turns(app, bare, ours, share, is_by_hand=is_by_hand)
        report(f"bare QTextEdit{named}", plain, plain)
        holds.append(report(f"editor{named}", own, plain))
    bare.close()
    ours.close()
    return holds


def type_in_window(app: QApplication, folder: Path, keys: int) -> list[bool]:
    """Type in the whole window, alone and while all runs; print two rows for each."""
    program = Program(app, [])
    program.window.resize(1366, 768)  # the smallest screen that it is made for
    program.window.show()
    settle(app, 2)
    holds: list[bool] = []
    if program.wiring is not None:
        program.wiring.document.show_text(TEXT)
        settle(app, 3)
        editor, checks = program.wiring.desk.editor, program.wiring.checks
        bare = bare_editor(editor, TEXT)
        bare.show()
        for is_by_hand, name in ((False, "editor in the window"), (True, "the same, by hand")):
            share = keys // 2 if is_by_hand else keys
            plain, own = type_in_turns(
                app, bare, editor, share, is_by_hand=is_by_hand, checks=checks
            )
            report(f"bare{', by hand' * is_by_hand}", plain, plain)
            holds.append(report(name, own, plain))
        holds += type_while_all_runs(app, program.wiring, bare, folder / "讲话", keys // 2)
        bare.close()
    program.close()
    return holds


def main(arguments: list[str]) -> int:
    """Measure and print; 1 where the ratio is missed."""
    keys = int(arguments[0]) if arguments else 300
    with tempfile.TemporaryDirectory() as folder:
        os.environ["JIANGGAO_DATA"] = folder
        use_screen(Path(folder))
        app = make_application()
        print(f"{'':34s}  by the clock (ms)      the window's thread (ms)")
        print(f"{'':34s}    p50     p99  ratio      p50     p99  ratio")
        one = TEXT.replace("\n", "")
        holds = type_side_by_side(app, one, min(keys, 40), ", one par.")
        holds += type_side_by_side(app, TEXT, keys)
        holds += type_in_window(app, Path(folder), keys)
    return int(not all(holds))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
