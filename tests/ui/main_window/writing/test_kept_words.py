"""Locked sentences are asked about, notes stay out of the text, both are kept with the draft."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMenu

from drafting.files.draft_file import decode_draft
from drafting.text.span import Span
from drafting.workspace.drafts.kept_words import OwnNote, notes_in, with_notes
from tests.ui.main_window.conftest import SPEECH

SENTENCE = "清河湾县的水库见底了，要一座一座地看。"


@pytest.fixture
def answers(monkeypatch):
    given = []
    asked = []

    def ask(_parent, words, count):
        asked.append((words, count))
        return given.pop(0)

    monkeypatch.setattr("ui.dialogs.frame.messages.ask_locked", ask)
    return given, asked


@pytest.fixture
def locked(writing):
    at = SPEECH.index("水库")
    writing.editor.select(Span(at, at))
    writing.action("lock")
    return writing


def colours_at(editor, words):
    at = editor.text().index(words)
    block = editor.document().findBlock(at)
    place = at - block.position()
    return {
        one.format.background().color().name()
        for one in block.layout().formats()
        if one.start <= place < one.start + one.length
        and one.format.background().style() != Qt.BrushStyle.NoBrush
    }


def test_a_locked_sentence_is_marked_and_saved_with_the_draft(locked):
    assert locked.document.base.locked == (SENTENCE,)
    assert colours_at(locked.editor, "水库见底")
    assert not colours_at(locked.editor, "同志们")
    assert locked.document.is_dirty
    assert locked.document.draft_file().locked == (SENTENCE,)
    assert locked.document.snapshot().locked == (SENTENCE,)


def test_changing_it_asks_and_gives_it_back(locked, answers, qtbot):
    given, asked = answers
    given.append(False)
    at = SPEECH.index("见底")
    locked.editor.select(Span(at, at))
    qtbot.keyClicks(locked.editor, "x")
    qtbot.waitUntil(lambda: asked != [])
    assert asked[0][1] == 1
    assert locked.editor.text() == SPEECH
    assert locked.document.base.locked == (SENTENCE,)


def test_unlocking_lets_it_be_changed(locked, answers, qtbot):
    given, asked = answers
    given.append(True)
    at = SPEECH.index("见底")
    locked.editor.select(Span(at, at + 2))
    locked.editor.insert_at_caret("告急")
    qtbot.waitUntil(lambda: asked != [])
    assert "水库告急" in locked.editor.text()
    assert locked.document.base.locked == ()


def test_changes_elsewhere_and_moved_parts_ask_nothing(locked, answers, qtbot):
    locked.editor.select(Span(0, 0))
    locked.editor.insert_at_caret("关于")
    at = locked.editor.text().index("把水源")
    locked.editor.select(Span(at, at))
    locked.action("part_down")
    qtbot.wait(50)
    assert answers[1] == []
    assert SENTENCE in locked.editor.text()


def test_a_note_is_no_text_and_lasts(writing, monkeypatch, tmp_path):
    monkeypatch.setattr("ui.dialogs.document.note.NoteDialog.exec", accepted_with("待核实"))
    at = SPEECH.index("两点意见")
    writing.editor.select(Span(at, at + 4))
    writing.action("note")
    assert writing.editor.text() == SPEECH
    saved = writing.document.draft_file()
    assert [one.note for one in notes_in(saved)] == ["待核实"]
    assert saved.text == SPEECH
    assert colours_at(writing.editor, "两点意见")
    told = []
    writing.wiring.writing.kept_words.told.connect(told.append)
    writing.action("next_note")
    assert told == ["便签：待核实"]
    assert writing.editor.selected_span() == Span(at, at + 4)
    monkeypatch.setattr("ui.dialogs.document.note.NoteDialog.exec", accepted_with(""))
    writing.editor.select(Span(at + 1, at + 1))
    writing.action("note")
    assert notes_in(writing.document.draft_file()) == ()


def accepted_with(words):
    def accept(dialog):
        dialog._edit.setPlainText(words)
        return QDialog.DialogCode.Accepted

    return accept


def test_locks_and_notes_come_back_from_the_file(locked, qtbot, tmp_path):
    path = tmp_path / "稿.jianggao"
    locked.document._save_to(path, None)
    locked.settle(qtbot)
    assert not locked.document.is_dirty
    assert decode_draft(path.read_bytes(), path).locked == (SENTENCE,)
    locked.document.open_path(path)
    locked.settle(qtbot)
    assert locked.wiring.writing.kept_words.locked == (SENTENCE,)
    assert colours_at(locked.editor, "水库见底")


def test_the_menu_of_the_place_unlocks(locked):
    menu = QMenu()
    locked.editor.menu_opening.emit(_with_one(menu), SPEECH.index("水库"))
    action = next(one for one in menu.actions() if one.text() == "解锁这一句")
    action.trigger()
    assert locked.document.base.locked == ()
    menu.deleteLater()


def _with_one(menu):
    menu.addAction("撤销")
    return menu


def test_another_draft_is_not_asked_about(locked, answers, qtbot):
    base = locked.document.base
    locked.document.show_text("换了一篇。", base=base)
    qtbot.wait(50)
    assert answers[1] == []
    assert locked.editor.text() == "换了一篇。"


@pytest.fixture
def listed(locked, monkeypatch):
    """Notes before and behind the locked sentence, one on words that are gone; what is done."""
    wanted = (OwnNote("同志们", "先问好"), OwnNote("早改掉的话", "再核"), OwnNote("压下去", "换词"))
    locked.document.keep_with_draft(with_notes(locked.document.base, wanted))
    seen = []

    def show(done):
        def run(dialog):
            seen.append([one.text() for one in items(dialog)])
            done(dialog)
            seen.append([one.text() for one in items(dialog)])
            return 0

        monkeypatch.setattr("ui.dialogs.document.kept_words.KeptWordsDialog.exec", run)
        locked.action("kept_words")
        return seen

    return show


def items(dialog):
    return [dialog._list.item(row) for row in range(dialog._list.count())]


def test_all_are_listed_in_the_order_of_the_text(listed):
    before, _after = listed(lambda _dialog: None)
    assert [one.partition("\n")[0] for one in before] == [
        "便签 · 先问好", "锁定", "便签 · 换词", "便签 · 再核（原文已改）",
    ]  # fmt: skip


def test_one_goes_there_from_the_list(locked, listed):
    def go(dialog):
        dialog._list.setCurrentRow(2)
        dialog._go.click()

    listed(go)
    assert locked.editor.selected_span().of(locked.editor.text()) == "压下去"


def test_taking_away_from_the_list(locked, listed):
    def take(dialog):
        dialog._list.setCurrentRow(3)
        assert not dialog._go.isEnabled()
        dialog._away.click()
        dialog._list.setCurrentRow(1)
        assert dialog._away.text() == "解锁"
        dialog._away.click()

    _before, after = listed(take)
    assert len(after) == 2
    assert locked.document.base.locked == ()
    assert [one.note for one in notes_in(locked.document.base)] == ["先问好", "换词"]
