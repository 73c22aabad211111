"""What was typed is kept within two seconds and offered after a crash, and only then."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from drafting.files.draft_file import DraftFile, encode_draft
from drafting.history.recovery import RecoveryStore
from tests.ui.main_window.conftest import SPEECH

PROMISED_SECONDS = 2.0


@pytest.fixture
def store(data_folder):
    return RecoveryStore(data_folder / "恢复")


def longest_unkept(writing, store, qtbot, keys):
    """Return for how many seconds a key was in the text and in no copy, at most."""
    entered, longest = [], 0.0
    for _ in range(keys):
        writing.editor.insert_at_caret("字")
        entered.append(time.monotonic())
        qtbot.wait(50)
        kept = sum(one.draft_file.text.count("字") for one in store.pending())
        if kept < len(entered):
            longest = max(longest, time.monotonic() - entered[kept])
    return longest


def test_typing_is_kept_at_once_even_without_a_pause(writing, store, qtbot):
    assert longest_unkept(writing, store, qtbot, 40) < PROMISED_SECONDS


def test_a_slow_disk_is_not_waited_for(writing, store, qtbot, monkeypatch):
    with monkeypatch.context() as slow:
        slow.setattr("drafting.history.recovery.flush_file", lambda _path: time.sleep(3))
        assert longest_unkept(writing, store, qtbot, 70) < PROMISED_SECONDS


def test_what_is_saved_with_the_text_is_kept_too(writing, store, qtbot):
    writing.document.lock(["要一抓到底"])
    writing.document.set_round("二稿")

    def kept():
        return [(one.draft_file.locked, one.draft_file.particulars) for one in store.pending()]

    qtbot.waitUntil(lambda: bool(kept()), timeout=3000)
    (locked, particulars), *rest = kept()
    assert not rest
    assert locked == ("要一抓到底",)
    assert particulars["round_name"] == "二稿"


def test_the_copy_of_the_page_itself_is_not_offered(writing, store, qtbot, monkeypatch):
    shown = []
    recovery = "ui.dialogs.keeping.recovery.RecoveryDialog"
    monkeypatch.setattr(f"{recovery}.exec", shown.append)
    writing.editor.insert_at_caret("新")
    qtbot.waitUntil(lambda: bool(store.pending()), timeout=3000)
    writing.wiring.recovery.offer()
    qtbot.waitUntil(lambda: not writing.wiring.recovery._jobs.pending, timeout=3000)
    assert shown == []


def test_no_dialog_takes_the_keys_of_who_is_writing(writing, store, qtbot, monkeypatch, tmp_path):
    store.save("新稿件/1", replace(writing.document.draft_file(), text="防汛会上的讲话"), 1)
    shown, offers = [], []
    recovery = "ui.dialogs.keeping.recovery.RecoveryDialog"
    monkeypatch.setattr(f"{recovery}.exec", lambda self: shown.append(self._offers))
    writing.wiring.recovery.offered.connect(lambda *offer: offers.append(offer))
    writing.editor.insert_at_caret("新")
    writing.wiring.recovery.offer()
    qtbot.waitUntil(lambda: len(offers) == 1, timeout=3000)
    assert "有 1 份稿件没有保存" in offers[0][0]
    writing.document._save_to(tmp_path / "甲.jianggao", None)
    qtbot.waitUntil(lambda: len(offers) == 2, timeout=3000)
    assert shown == []
    offers[1][2]()
    assert [one.text for one in shown[0]] == ["防汛会上的讲话"]
    writing.editor.insert_at_caret("新")
    writing.document._save_to(tmp_path / "甲.jianggao", None)
    writing.settle(qtbot)
    assert len(offers) == 2


def test_what_was_left_for_later_outlives_writing_on(running, store, qtbot, monkeypatch, tmp_path):
    path = tmp_path / "春耕.jianggao"
    path.write_bytes(encode_draft(DraftFile(text="上次存的")))
    store.save(str(path), DraftFile(text="崩溃前没存的"), 5)
    monkeypatch.setattr("ui.dialogs.keeping.recovery.RecoveryDialog.exec", lambda self: None)
    running.document.open_path(path)
    running.settle(qtbot)
    running.wiring.recovery.offer()
    running.editor.insert_at_caret("再写。")

    def kept():
        return sorted(one.draft_file.text for one in RecoveryStore(store._folder).pending())

    qtbot.waitUntil(lambda: kept() == ["再写。上次存的", "崩溃前没存的"], timeout=3000)
    running.action("save")
    qtbot.waitUntil(lambda: kept() == ["崩溃前没存的"], timeout=3000)


def test_saving_makes_the_copy_superfluous(writing, store, qtbot, tmp_path):
    writing.editor.insert_at_caret("新")
    qtbot.waitUntil(lambda: bool(store.pending()), timeout=3000)
    writing.document._save_to(tmp_path / "甲.jianggao", None)
    qtbot.waitUntil(lambda: not store.pending(), timeout=3000)


def test_giving_the_draft_up_drops_the_copy(writing, store, qtbot, monkeypatch):
    monkeypatch.setattr("ui.dialogs.frame.messages.ask_save", lambda *_: "discard")
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

    monkeypatch.setattr("ui.dialogs.keeping.recovery.RecoveryDialog.exec", choose)
    running.wiring.recovery.offer()
    qtbot.waitUntil(lambda: running.document.is_open, timeout=5000)
    running.settle(qtbot)
    assert offered == [["春耕.jianggao"]]
    assert running.editor.text() == SPEECH
    assert running.document.path == path
    assert running.document.is_dirty
    fresh = RecoveryStore(store._folder)  # the other is what crashed
    qtbot.waitUntil(lambda: any(one.replaces for one in fresh.pending()), timeout=3000)
    assert len(fresh.pending()) == 1
    assert fresh.pending()[0].key == str(path)


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
    recovery = "ui.dialogs.keeping.recovery.RecoveryDialog"
    monkeypatch.setattr(f"{recovery}.exec", lambda self: self._restore_current())
    running.wiring.recovery.offer()
    qtbot.waitUntil(lambda: running.document.is_open, timeout=5000)
    running.action("save")
    qtbot.waitUntil(lambda: not running.document.is_dirty, timeout=5000)
    qtbot.waitUntil(lambda: not list(store._folder.iterdir()), timeout=3000)
