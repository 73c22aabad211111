"""Eight hours' worth of random writing in one window: it grows by less than 50 MB."""

from __future__ import annotations

import gc
import random
import shutil
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from drafting.files.draft_file import DraftFile, encode_draft
from drafting.processes.memory import used_memory
from drafting.text.span import Span
from ui.app.start import Program
from ui.error_reporting.log import LOG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ui.main_window.wiring import Wiring

    Tell = Callable[[str], None]

pytestmark = [pytest.mark.endure, pytest.mark.timeout(3600)]

STEPS = 20_000  # one in a second and a half, for eight hours
WARM = 2_000
GROWTH = 50_000_000
LONGEST = 20_000
_PATIENCE_MS = 20_000
_SYLLABLES = ("zhua", "hao", "gongzuo", "luo'shi", "xiangmu")
_WORDS = ("抓", "好", "各乡镇要", "工作", "落实", "项目", "，", "。", "二个层面", "一抓到底", "要")
_DIALOGS = (
    "goal", "versions", "name_round", "tasks", "preview", "settings", "profile", "rules", "note",
    "ignored", "help", "shortcuts", "about", "reason", "library", "fix_here", "borrowed",
    "export_word", "compare_files", "open", "new", "cleaning_report",
)  # fmt: skip
_PARTS = ("up", "down", "promote", "demote", "insert", "delete", "renumber")
_PANELS = ("go_outline", "go_findings", "go_phrases", "go_overlap", "go_statistics", "go_text")
_LOOKS = (
    "zoom_in", "zoom_out", "zoom_fit", "focus_mode", "show_outline", "show_side", "scheme_dark",
    "scheme_light", "scheme_system", "full_screen",
)  # fmt: skip


class Secretary:
    """Does one random thing after another in the window."""

    def __init__(self, wiring: Wiring, paths: list[Path]) -> None:
        self.wiring = wiring
        self.paths = paths
        self.editor = wiring.desk.editor
        self.chance = random.Random(8)  # noqa: S311 - repeatable, nothing secret
        self.dialogs = 0
        self._closer = QTimer()
        self._closer.setInterval(40)
        self._closer.timeout.connect(self._close_what_is_open)
        self._closer.start()
        self._things: dict[Callable[[], None], float] = {
            self.compose: 60,
            self.move: 12,
            self.rub_out: 8,
            self.begin_paragraph: 5,
            self.go_back_and_forth: 6,
            self.cut: 2,
            self.paste: 1,
            self.change_parts: 2,
            self.mend: 2,
            self.complete: 1,
            self.find: 0.5,
            self.turn_to_panel: 1,
            self.open_dialog: 1,
            self.save: 1,
            self.change_look: 0.2,
            self.check_library: 0.1,
            self.change_speech: 0.1,
        }

    def do_something(self) -> None:
        """Do one thing and let the window answer."""
        thing = self.chance.choices(list(self._things), list(self._things.values()))[0]
        thing()
        QTest.qWait(1)

    def trigger(self, action: str) -> None:
        self.wiring.window.actions_by_id[action].trigger()

    def compose(self) -> None:
        self._send(QInputMethodEvent(self.chance.choice(_SYLLABLES), []))
        QTest.qWait(1)
        done = QInputMethodEvent("", [])
        done.setCommitString(self.chance.choice(_WORDS))
        self._send(done)

    def move(self) -> None:
        self._select(self.chance.randrange(len(self.editor.text()) + 1), 0)

    def rub_out(self) -> None:
        for _ in range(self.chance.randrange(1, 6)):
            QTest.keyClick(self.editor, Qt.Key.Key_Backspace)

    def begin_paragraph(self) -> None:
        QTest.keyClick(self.editor, Qt.Key.Key_Return)

    def go_back_and_forth(self) -> None:
        for _ in range(self.chance.randrange(1, 30)):
            self.trigger("undo")
        for _ in range(self.chance.randrange(30)):
            self.trigger("redo")

    def cut(self) -> None:
        is_long = len(self.editor.text()) > LONGEST
        self._select(self.chance.randrange(len(self.editor.text()) + 1), LONGEST // 2 * is_long)
        self.trigger("cut")

    def paste(self) -> None:
        QApplication.clipboard().setText("一 、要抓好.\n\n" * self.chance.choice((1, 1, 1, 300)))
        self.trigger("paste")

    def change_parts(self) -> None:
        self.trigger(f"part_{self.chance.choice(_PARTS)}")

    def mend(self) -> None:
        self.trigger("next_finding")
        self.trigger(self.chance.choice(("fix", "fix", "ignore", "fix_all")))

    def complete(self) -> None:
        self.trigger("complete")
        QTest.qWait(20)
        QTest.keyClick(self.editor, self.chance.choice((Qt.Key.Key_Tab, Qt.Key.Key_Escape)))

    def find(self) -> None:
        self.trigger("replace")
        bar = self.wiring.edits.find_bar
        if bar is not None:
            bar.look_for(self.chance.choice(_WORDS))
            QTest.qWait(20)
            bar.close_bar()

    def turn_to_panel(self) -> None:
        self.trigger(self.chance.choice(_PANELS))
        self.editor.setFocus()

    def open_dialog(self) -> None:
        self.trigger(self.chance.choice(_DIALOGS))
        QTest.qWait(60)

    def save(self) -> None:
        if self.wiring.document.path is not None:
            self.trigger("save")

    def change_look(self) -> None:
        self.trigger(self.chance.choice(_LOOKS))

    def check_library(self) -> None:
        self.trigger("overlap")

    def change_speech(self) -> None:
        document = self.wiring.document
        document.save()
        _wait_for(lambda: self.wiring.context.jobs.pending == 0 and not document.is_dirty)
        document.open_path(self.chance.choice(self.paths))
        _wait_for(lambda: self.wiring.context.jobs.pending == 0)

    def _select(self, start: int, length: int) -> None:
        end = start + (length or self.chance.choice((0, 0, 5, 40)))
        self.editor.select(Span(start, end))

    def _send(self, event: QInputMethodEvent) -> None:
        QApplication.sendEvent(self.editor, event)

    def _close_what_is_open(self) -> None:
        """Close dialogs, menus and windows over the desk, as Esc would."""
        desk = self.wiring.window
        shown = [QApplication.activePopupWidget(), QApplication.activeModalWidget()]
        shown += [one for one in QApplication.topLevelWidgets() if one.isWindow()]
        for one in shown:
            if one is not None and one is not desk and one.isVisible():
                self.dialogs += 1
                one.close()


def _wait_for(is_so: Callable[[], bool]) -> None:
    waited = 0
    while not is_so() and waited < _PATIENCE_MS:
        QTest.qWait(20)
        waited += 20
    assert is_so()


@pytest.fixture
def secretary(qapp: QApplication, tmp_path: Path, project: Path) -> Iterator[Secretary]:
    """A window of the whole program with three speeches to write at, and a filled library."""
    samples = sorted((project / "resources" / "samples").glob("*.txt"))[:3]
    paths = [tmp_path / f"{one.stem}.jianggao" for one in samples]
    for one, path in zip(samples, paths, strict=True):
        path.write_bytes(encode_draft(DraftFile(text=one.read_text(encoding="utf-8"))))
    past = tmp_path / "past"
    shutil.copytree(project / "resources" / "library", past)
    faults: list[str] = []
    program = Program(qapp, [str(paths[0])])
    program.faults._show = faults.append
    program.window.show()
    _wait_for(lambda: program.wiring is not None and program.wiring.document.is_open)
    wiring = program.wiring
    assert wiring is not None
    _wait_for(lambda: wiring.is_warm)
    wiring.library_desk.library.add_paths([str(past)])
    _wait_for(lambda: not wiring.library_desk.library.is_busy)
    yield Secretary(wiring, paths)
    program.window.hide()
    program.close()
    LOG.close()
    assert faults == []


def test_eight_hours_of_writing(secretary: Secretary, tell: Tell) -> None:
    first = undoable = 0
    begun = time.perf_counter()
    for number in range(STEPS):
        if number == WARM:
            first = _settled_memory(secretary)
        secretary.do_something()
        undoable = max(undoable, secretary.editor._history.steps)
    grown = _settled_memory(secretary) - first
    took = time.perf_counter() - begun
    tell(
        f"{STEPS} steps of writing in {took / 60:.1f} min, {secretary.dialogs} dialogs and menus "
        f"closed, at most {undoable} steps to undo: growth {grown / 1e6:.1f} MB after the first "
        f"{WARM}"
    )
    assert secretary.dialogs
    assert grown < GROWTH


def _settled_memory(secretary: Secretary) -> int:
    """Return the memory in use once nothing is under way and what is done for is gone."""
    wiring = secretary.wiring
    _wait_for(lambda: wiring.context.jobs.pending == 0 and not wiring.checks.is_busy)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    return used_memory()
