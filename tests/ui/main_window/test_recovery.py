"""What was typed is kept within two seconds and offered after a crash, and only then."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from drafting.history.recovery import RecoveryStore
from tests.ui.main_window.conftest import SPEECH


@pytest.fixture
def store(data_folder):
    return RecoveryStore(data_folder / "恢复")


def test_typing_is_kept_within_two_seconds_even_without_a_pause(writing, store, qtbot):
    begin = time.monotonic()
    while not store.pending() and time.monotonic() - begin < 5:
        writing.editor.insert_at_caret("字")
        qtbot.wait(100)
    assert time.monotonic() - begin < 2.0
    assert "字" in store.pending()[0].draft_file.text


def test_saving_makes_the_copy_superfluous(writing, store, qtbot, tmp_path):
    writing.editor.insert_at_caret("新")
    qtbot.waitUntil(lambda: bool(store.pending()), timeout=3000)
    writing.document._save_to(tmp_path / "甲.jianggao", None)
    qtbot.waitUntil(lambda: not store.pending(), timeout=3000)


def test_giving_the_draft_up_drops_the_copy(writing, store, qtbot, monkeypatch):
    monkeypatch.setattr("ui.dialogs.messages.ask_save", lambda *_: "discard")
    writing.editor.insert_at_caret("新")
    qtbot.waitUntil(lambda: bool(store.pending()), timeout=3000)
    writing.window.close()
    qtbot.waitUntil(lambda: not store.pending(), timeout=3000)


def test_what_a_crash_left_is_offered_and_comes_back_as_unsaved(
    running, store, qtbot, monkeypatch, tmp_path
):
    draft = running.document.draft_file()
    path = tmp_path / "春耕.jianggao"
    store.save(str(path), replace(draft, text=SPEECH), 5)
    offered = []

    def choose(self):
        offered.append([one.name for one in self._offers])
        self._restore_current()
        return 1

    monkeypatch.setattr("ui.dialogs.recovery_dialog.RecoveryDialog.exec", choose)
    running.wiring.recovery.offer()
    qtbot.waitUntil(lambda: running.document.is_open, timeout=5000)
    running.settle(qtbot)
    assert offered == [["春耕.jianggao"]]
    assert running.editor.text() == SPEECH
    assert running.document.path == path
    assert running.document.is_dirty
    qtbot.waitUntil(lambda: [one.key for one in store.pending()] == [str(path)], timeout=3000)


def test_a_folder_that_cannot_be_written_is_told_once_and_disturbs_nothing(
    writing, qtbot, data_folder
):
    data_folder.mkdir(exist_ok=True)
    (data_folder / "恢复").write_bytes(b"")
    told = []
    writing.wiring.recovery.told.connect(told.append)
    for _ in range(2):
        writing.editor.insert_at_caret("新")
        qtbot.wait(900)
    qtbot.waitUntil(lambda: len(told) == 1, timeout=3000)
    assert writing.editor.text().startswith("新")


def test_saving_at_once_what_was_restored_makes_its_copy_superfluous(
    running, store, qtbot, monkeypatch, tmp_path
):
    path = tmp_path / "春耕.jianggao"
    store.save(str(path), replace(running.document.draft_file(), text=SPEECH), 5)
    recovery = "ui.dialogs.recovery_dialog.RecoveryDialog"
    monkeypatch.setattr(f"{recovery}.exec", lambda self: self._restore_current())
    running.wiring.recovery.offer()
    qtbot.waitUntil(lambda: running.document.is_open, timeout=5000)
    running.action("save")
    qtbot.waitUntil(lambda: not running.document.is_dirty, timeout=5000)
    qtbot.waitUntil(lambda: not store.pending(), timeout=3000)
