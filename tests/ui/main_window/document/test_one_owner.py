"""A draft has one owner, and a file that somebody else changed is never overwritten unasked."""

from __future__ import annotations

import json
import threading

import pytest
from PySide6.QtCore import QLockFile

from drafting.history.recovery import RecoveryStore
from ui.main_window.document.draft_locks import DraftLocks
from ui.main_window.keeping.recovery import time_words

OTHER = "别处写的内容。"


@pytest.fixture
def choice(monkeypatch):
    given = {"answer": "cancel", "asked": []}

    def ask(_parent, name, *, is_gone, **_how):
        given["asked"].append((name, is_gone))
        return given["answer"]

    monkeypatch.setattr("ui.dialogs.frame.messages.ask_changed", ask)
    return given


class SlowDisk:
    """The disk of the locks: answers when it is let, or after two seconds."""

    def __init__(self):
        self.answers = threading.Event()
        self.threads = set()

    def wait(self):
        self.threads.add(threading.get_ident())
        self.answers.wait(2)


@pytest.fixture
def slow_disk(monkeypatch):
    disk = SlowDisk()

    class SlowLock(QLockFile):
        def tryLock(self, patience):  # noqa: N802 - Qt's name
            disk.wait()
            return super().tryLock(patience)

        def unlock(self):
            disk.wait()
            super().unlock()

    monkeypatch.setattr("ui.main_window.document.draft_locks.QLockFile", SlowLock)
    yield disk
    disk.answers.set()


def text_of(path):
    return json.loads(path.read_text(encoding="utf-8"))["text"]


def change_outside(path):
    content = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(content | {"text": OTHER}), encoding="utf-8")


@pytest.mark.parametrize("answer", ["cancel", "overwrite", "load", "keep"])
def test_the_user_chooses_what_becomes_of_a_changed_file(
    writing, saved, choice, qtbot, monkeypatch, answer
):
    proposed = []
    mine = saved.with_name("我的.jianggao")
    session = "ui.main_window.document.session"
    monkeypatch.setattr(
        f"{session}.ask_save_path", lambda _parent, path: (proposed.append(path), mine)[1]
    )
    choice["answer"] = answer
    writing.editor.insert_at_caret("新")
    kept = writing.editor.text()
    change_outside(saved)
    writing.action("save")
    writing.settle(qtbot)
    assert choice["asked"] == [("春耕.jianggao", False)]
    assert text_of(saved) == (kept if answer == "overwrite" else OTHER)
    assert writing.editor.text() == (OTHER if answer == "load" else kept)
    assert writing.document.is_dirty is (answer == "cancel")
    if answer == "keep":
        assert text_of(mine) == kept
        assert proposed[0].name == "春耕（我的）.jianggao"


def test_a_draft_that_is_open_elsewhere_is_saved_under_another_name(
    writing, saved, qtbot, monkeypatch
):
    proposed = []
    monkeypatch.setattr(
        "ui.main_window.document.session.ask_save_path",
        lambda _parent, path: proposed.append(path),
    )
    writing.document._draft.owner = "电脑“甲”上的另一个讲稿窗口"
    writing.action("save")
    assert proposed == [saved.with_name("春耕（我的）.jianggao")]


def test_a_file_that_is_gone_is_not_silently_made_again(writing, saved, choice, qtbot):
    writing.editor.insert_at_caret("新")
    saved.unlink()
    writing.action("save")
    writing.settle(qtbot)
    assert choice["asked"] == [("春耕.jianggao", True)]
    assert not saved.exists()
    choice["answer"] = "overwrite"
    writing.action("save")
    writing.settle(qtbot)
    assert text_of(saved) == writing.editor.text()


def test_saving_again_and_again_asks_nothing(writing, saved, choice, qtbot):
    for _ in range(3):
        writing.editor.insert_at_caret("新")
        writing.action("save")
    writing.settle(qtbot)
    assert choice["asked"] == []
    assert text_of(saved).startswith("新新新")


def test_a_draft_open_elsewhere_is_read_only_and_says_where(
    writing, saved, data_folder, qtbot, monkeypatch, tmp_path
):
    writing.document.close_draft()
    writing.settle(qtbot)
    other = DraftLocks(data_folder / "占用")
    assert other.take(str(saved)) == ""
    told = []
    writing.document.told.connect(told.append)
    writing.document.open_path(saved)
    writing.settle(qtbot)
    before = saved.read_bytes()
    assert "另一个讲稿窗口" in told[-1]
    assert "（只读）" in writing.window.windowTitle()
    mine = tmp_path / "另存.jianggao"
    monkeypatch.setattr("ui.main_window.document.session.ask_save_path", lambda *_: mine)
    writing.editor.insert_at_caret("新")
    writing.action("save")
    writing.settle(qtbot)
    assert saved.read_bytes() == before
    assert text_of(mine).startswith("新")
    assert "（只读）" not in writing.window.windowTitle()
    other.release_all()


def test_the_window_is_awake_while_the_disk_of_the_locks_does_not_answer(
    writing, saved, slow_disk, qtbot, tmp_path, monkeypatch
):
    document, locks = writing.document, writing.document.locks
    document.close_draft()
    document.open_path(saved)
    qtbot.waitUntil(lambda: bool(slow_disk.threads))
    assert not document.is_open
    slow_disk.answers.set()
    writing.settle(qtbot)
    assert document.is_open
    slow_disk.answers.clear()
    writing.editor.insert_at_caret("新")
    mine = tmp_path / "另存.jianggao"
    document._save_to(mine, None)
    qtbot.waitUntil(lambda: not document.is_dirty)
    assert text_of(mine).startswith("新")
    document.close_draft()
    monkeypatch.setattr("ui.main_window.document.draft_locks._CLOSING_MS", 50)
    locks.shut_down()
    assert not slow_disk.answers.is_set()
    assert threading.get_ident() not in slow_disk.threads


def test_the_copy_of_a_running_window_is_not_offered(running, data_folder, qtbot, monkeypatch):
    store = RecoveryStore(data_folder / "恢复")
    store.save("新稿件/1", running.document.draft_file(), 1)
    draft = running.document.draft_file()
    for key in ("新稿件/1", "新稿件/2"):
        store.discard(key)
        store.save(key, type(draft)(text=f"稿件{key[-1]}"), 1)
    other = DraftLocks(data_folder / "占用")
    other.take("新稿件/1")
    offered = []

    def look(self):
        offered.extend((one.text, one.saved) for one in self._offers)
        return 0

    monkeypatch.setattr("ui.dialogs.keeping.recovery.RecoveryDialog.exec", look)
    running.wiring.recovery.offer()
    qtbot.waitUntil(lambda: bool(offered), timeout=5000)
    assert [text for text, _ in offered] == ["稿件2"]
    assert offered[0][1].startswith("今天 ")
    other.release_all()


def test_a_copy_of_no_known_time_says_no_time():
    assert time_words(None) == "未保存"
    assert time_words(1_000_000_000).startswith("2001年9月9日")
