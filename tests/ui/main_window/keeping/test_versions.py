"""Versions are kept by themselves, compared, taken back as one step; 无痕 keeps nothing."""

from __future__ import annotations

import pytest

from drafting.history.places import Place
from drafting.settings.catalogue import KEEPING_PLACE
from drafting.settings.setting import Settings
from drafting.settings.settings_file import default_settings_path, save_settings
from tests.ui.main_window.conftest import SPEECH
from ui.dialogs.keeping.versions import VersionsDialog


@pytest.fixture
def saved(writing, qtbot, tmp_path):
    """The window with a draft that has a file."""
    writing.document._save_to(tmp_path / "春耕.jianggao", None)
    settle(writing, qtbot)
    return writing


def settle(running, qtbot):
    running.settle(qtbot)
    qtbot.waitUntil(lambda: not running.wiring.versions.is_busy, timeout=30_000)


def versions(running):
    keeping = running.context.use_cases.keeping()
    return keeping.versions_of(running.document.history, running.document.path)


def change(running, old, new):
    from drafting.text.edits import TextEdit
    from drafting.text.span import Span

    place = running.editor.text().index(old)
    running.editor.replace([TextEdit(Span(place, place + len(old)), new)])


def with_dialog(running, qtbot, monkeypatch, act):
    """Open 版本 and let ``act`` do something in it."""
    done = []

    def run(self):
        act(self)
        done.append(True)
        return 0

    monkeypatch.setattr(VersionsDialog, "exec", run)
    running.action("versions")
    qtbot.waitUntil(lambda: bool(done), timeout=8000)
    settle(running, qtbot)


def test_opening_saving_and_time_keep_versions(saved, qtbot):
    assert len(versions(saved).versions()) == 1
    change(saved, "见底", "快见底")
    assert saved.wiring.versions._timer.isActive()
    saved.wiring.versions._timer.timeout.emit()
    settle(saved, qtbot)
    assert [one.changes for one in versions(saved).versions()] == [1, 0]
    saved.action("save")
    settle(saved, qtbot)
    assert len(versions(saved).versions()) == 2  # the same text is kept once


def test_a_draft_finds_its_versions_again_under_another_name(saved, qtbot, tmp_path):
    path = saved.document.path.rename(tmp_path / "终稿.jianggao")
    history = saved.document.history
    saved.document.open_path(path)
    settle(saved, qtbot)
    assert saved.document.history == history
    assert len(versions(saved).versions()) == 1


def test_a_round_is_named_and_becomes_part_of_the_draft(saved, qtbot, monkeypatch):
    asked = []

    def ask(_parent, known, name=""):
        asked.append(list(known))
        return "二稿"

    monkeypatch.setattr("ui.dialogs.keeping.round.ask_round", ask)
    saved.action("name_round")
    # The name comes into the draft from a job, after the version has been kept.
    qtbot.waitUntil(lambda: saved.document.is_dirty, timeout=30_000)
    settle(saved, qtbot)
    assert asked == [[""]]
    assert [one.round_name for one in versions(saved).versions()] == ["二稿"]
    assert saved.document.draft_file().particulars["round_name"] == "二稿"


def test_a_round_stays_to_be_saved_when_the_text_is_as_it_was(saved, qtbot):
    saved.document.set_round("二稿")
    change(saved, "见底", "快见底")
    saved.editor.undo()
    saved.document._clean_timer.timeout.emit()
    assert saved.document.is_dirty


def test_one_place_is_taken_back_as_one_step(saved, qtbot, monkeypatch):
    change(saved, "水库见底了，", "")
    change(saved, "一、把水源管起来", "一、把水源看牢")

    def act(dialog):
        assert [one.kind.label for one in dialog.view.changes] == ["改写", "改写"]
        dialog.view.choose(1)
        dialog.show()
        dialog._one.setFocus()
        dialog._one.click()
        assert [one.kind.label for one in dialog.view.changes] == ["改写"]
        assert dialog.focusWidget() is dialog._one  # not 关闭, which the next Enter would press

    with_dialog(saved, qtbot, monkeypatch, act)
    assert saved.editor.text() == SPEECH.replace("把水源管起来", "把水源看牢")
    saved.editor.undo()
    assert "水库见底了" not in saved.editor.text()


def test_the_newest_version_that_differs_is_shown_first(saved, qtbot, monkeypatch):
    change(saved, "两点", "三点")
    saved.action("save")
    settle(saved, qtbot)
    assert len(versions(saved).versions()) == 2

    def act(dialog):
        assert dialog.chosen() == versions(saved).versions()[1]
        assert len(dialog.view.changes) == 1

    with_dialog(saved, qtbot, monkeypatch, act)


def test_the_whole_comes_back_and_two_versions_are_compared(saved, qtbot, monkeypatch):
    change(saved, "两点", "三点")
    saved.action("save")
    settle(saved, qtbot)
    change(saved, "三点", "四点")

    def act(dialog):
        dialog._list.setCurrentRow(1)
        dialog._against.setCurrentIndex(1)
        assert not dialog._whole.isEnabled()
        assert dialog.view._new.toPlainText() == SPEECH.replace("两点", "三点")
        dialog._against.setCurrentIndex(0)
        dialog._whole.click()
        assert dialog.view.changes == ()
        assert not dialog._one.isEnabled()

    with_dialog(saved, qtbot, monkeypatch, act)
    assert saved.editor.text() == SPEECH
    saved.editor.undo()
    assert "四点" in saved.editor.text()


def test_versions_are_named_and_removed_in_the_dialog(saved, qtbot, monkeypatch):
    monkeypatch.setattr("ui.dialogs.keeping.versions.ask_round", lambda *_: "送审稿")
    monkeypatch.setattr("ui.dialogs.keeping.versions.confirm_loss", lambda *_: True)

    def act(dialog):
        dialog._name.click()
        assert dialog._list.item(0).text().startswith("送审稿 · ")
        assert [one.round_name for one in versions(saved).versions()] == ["送审稿"]
        dialog._remove.click()
        assert dialog._list.count() == 0
        assert not dialog._one.isEnabled()

    with_dialog(saved, qtbot, monkeypatch, act)
    assert versions(saved).versions() == ()


def test_without_traces_the_dialog_says_why_there_is_nothing(running, qtbot, monkeypatch):
    save_settings(default_settings_path(), Settings().with_value(KEEPING_PLACE, "none"))
    running.document.show_text(SPEECH)
    running.settle(qtbot)
    notes = []
    with_dialog(running, qtbot, monkeypatch, lambda dialog: notes.append(dialog.note.text()))
    assert "不留（无痕）" in notes[0]


def test_clearing_leaves_only_the_draft(saved, qtbot, monkeypatch, data_folder):
    monkeypatch.setattr("ui.dialogs.keeping.versions.confirm_loss", lambda *_: True)
    with_dialog(saved, qtbot, monkeypatch, lambda dialog: dialog._clear.click())
    assert "清河湾县".encode() in saved.document.path.read_bytes()
    assert holding(data_folder) == []


def test_a_draft_given_up_takes_its_versions_along(writing, qtbot, data_folder):
    settle(writing, qtbot)
    assert holding(data_folder) != []
    writing.action("start_page")
    settle(writing, qtbot)
    assert holding(data_folder) == []


def test_traceless_keeps_nothing_outside_the_draft_and_says_so(
    running, qtbot, data_folder, tmp_path
):
    choice = Settings().with_value(KEEPING_PLACE, Place.NOWHERE.value)
    save_settings(default_settings_path(), choice)
    running.document.show_text(SPEECH)
    settle(running, qtbot)
    running.editor.insert_at_caret("防汛。")
    saved = running.wiring.desk.status_line._saved
    qtbot.waitUntil(lambda: saved.text().startswith("无痕 · 没有自动恢复"), timeout=4000)
    for words in ("抗旱。", "保苗。"):
        running.editor.insert_at_caret(words)
        running.document._save_to(tmp_path / "甲.jianggao", None)
        settle(running, qtbot)
    assert [one.name for one in tmp_path.glob("甲*")] == ["甲.jianggao"]
    assert saved.text().startswith("无痕 · 已保存")
    running.editor.selectAll()
    assert "x-kde-passwordManagerHint" in running.editor.createMimeDataFromSelection().formats()
    running.context.settings.write()
    assert holding(data_folder) == []
    assert running.context.settings.recent_files() == []
    assert not any(
        "甲.jianggao" in one.read_text(encoding="utf-8", errors="replace")
        for one in files(data_folder)
    )


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def holding(folder):
    return [path for path in files(folder) if "清河湾县".encode() in path.read_bytes()]
