"""The same draft on two computers, and a file that changes under the window."""

from __future__ import annotations

import pytest

from drafting.files.open_mark import mark_path
from drafting.workspace.drafts.open_elsewhere import FileWatch
from tests.ui.main_window.document.test_one_owner import OTHER, change_outside, text_of


@pytest.fixture
def other(saved, tmp_path):
    """Another computer that looks at the same folder."""
    return FileWatch(saved, tmp_path / "另一台")


@pytest.fixture
def offers(writing):
    offered = []
    writing.wiring.elsewhere.offered.connect(lambda *one: offered.append(one))
    return offered


def look(writing, qtbot):
    session = writing.wiring.elsewhere
    qtbot.waitUntil(lambda: not (writing.context.jobs.pending or session._jobs.pending))
    session.look()
    qtbot.waitUntil(lambda: session._jobs.pending + writing.document.locks.pending == 0)


def test_a_mark_stands_beside_an_open_draft_and_goes_with_it(writing, saved, qtbot):
    qtbot.waitUntil(mark_path(saved).exists, timeout=5000)  # by itself, soon after the save
    writing.document.close_draft()
    qtbot.waitUntil(lambda: not mark_path(saved).exists())


def test_the_second_computer_is_told_at_once_and_when_the_first_has_closed(
    writing, saved, other, offers, qtbot, monkeypatch
):
    writing.document.close_draft()
    other.look()
    told, asked = [], []
    writing.wiring.elsewhere.told.connect(told.append)
    monkeypatch.setattr(
        "ui.main_window.document.session.ask_save_path", lambda _parent, path: asked.append(path)
    )
    writing.document.open_path(saved)
    qtbot.waitUntil(lambda: bool(offers), timeout=8000)  # by itself
    words, button, take = offers[0]
    assert words.startswith("这份讲稿已在电脑“")
    assert button == "另存一份"
    assert "（只读）" in writing.window.windowTitle()
    take()
    writing.action("save")
    assert asked == [saved.with_name("春耕（我的）.jianggao")] * 2
    other.look()
    change_outside(saved)
    look(writing, qtbot)
    assert [one[1] for one in offers] == ["另存一份", "打开改动后的"]
    other.close()
    look(writing, qtbot)
    assert [one[1] for one in offers[2:]] == ["打开改动后的"]
    offers[-1][2]()
    writing.settle(qtbot)
    assert writing.editor.text() == OTHER
    assert told == ["别处已经关闭这份讲稿，现在可以直接保存。"]
    assert "（只读）" not in writing.window.windowTitle()
    writing.editor.insert_at_caret("新")
    writing.action("save")
    writing.settle(qtbot)
    assert text_of(saved).startswith("新")


def test_what_the_first_wrote_meanwhile_is_offered(writing, saved, other, offers, qtbot):
    look(writing, qtbot)
    assert offers == []
    change_outside(saved)
    look(writing, qtbot)
    look(writing, qtbot)
    assert [one[:2] for one in offers] == [("“春耕.jianggao”在别处被改动过。", "打开改动后的")]
    offers[0][2]()
    writing.settle(qtbot)
    assert writing.editor.text() == OTHER
    look(writing, qtbot)
    assert len(offers) == 1


@pytest.mark.parametrize("is_gone", [False, True])
def test_unsaved_text_is_never_given_up_unasked(
    writing, saved, offers, qtbot, monkeypatch, is_gone
):
    asked = []

    def ask(_parent, name, *, is_gone, **_how):
        asked.append((name, is_gone))
        return "cancel"

    monkeypatch.setattr("ui.dialogs.frame.messages.ask_changed", ask)
    look(writing, qtbot)
    writing.editor.insert_at_caret("新")
    kept = writing.editor.text()
    if is_gone:
        saved.unlink()
    else:
        change_outside(saved)
    look(writing, qtbot)
    assert offers[0][1] == "怎么办"
    offers[0][2]()
    assert asked == [("春耕.jianggao", is_gone)]
    assert writing.editor.text() == kept


def test_own_saves_are_no_change(writing, saved, offers, qtbot):
    for _ in range(3):
        writing.editor.insert_at_caret("新")
        writing.action("save")
        look(writing, qtbot)
    assert offers == []
