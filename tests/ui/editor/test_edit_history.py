"""Undo and redo hold the text alone: typing joins, everything comes back, memory is bounded."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor

from drafting.text.edits import TextEdit
from drafting.text.span import Span
from ui.editor.edit_history import EditHistory, TextChange, difference


def apply_change(text, change):
    assert text[change.position : change.position + len(change.removed)] == change.removed
    end = change.position + len(change.removed)
    return text[: change.position] + change.added + text[end:]


@given(st.text("甲乙\n", max_size=12), st.text("甲乙\n", max_size=12))
def test_a_difference_makes_one_text_into_the_other(old, new):
    change = difference(old, new)
    assert apply_change(old, change) == new
    assert apply_change(new, change.inverted()) == old


def test_typing_is_one_step_up_to_the_end_of_a_sentence():
    history = EditHistory()
    for place, character in enumerate("今天开会。大家"):
        history.record(TextChange(place, "", character), place / 10)
    assert history.steps == 2
    assert history.undo() == TextChange(5, "大家", "")
    assert history.redo() == TextChange(5, "", "大家")


def test_a_pause_begins_a_step():
    history = EditHistory()
    history.record(TextChange(0, "", "今"), 0)
    history.record(TextChange(1, "", "天"), 9)
    assert history.steps == 2


def test_deleting_backwards_and_forwards_joins():
    history = EditHistory()
    history.record(TextChange(3, "丁", ""), 0)
    history.record(TextChange(2, "丙", ""), 0.1)
    history.record(TextChange(2, "戊", ""), 0.2)
    assert history.steps == 1
    assert history.undo() == TextChange(2, "", "丙丁戊")


def test_a_change_after_undo_forgets_what_could_be_redone():
    history = EditHistory()
    history.record(TextChange(0, "", "甲"), 0)
    history.undo()
    assert history.can_redo
    history.record(TextChange(0, "", "乙"), 0)
    assert not history.can_redo


def test_memory_is_bounded():
    history = EditHistory()
    for number in range(20):
        history.record(TextChange(0, "", "字" * 500_000), number * 10)
    assert history.steps == 8
    for number in range(3000):
        history.record(TextChange(0, "", "。"), 1000 + number * 10)
    assert history.steps == 1000


def test_random_work_in_the_editor_can_all_be_undone_and_redone(editor):
    chance = random.Random(7)  # noqa: S311 - the same work in every run
    editor.load("清河湾县\n\U00020000云岭\n第三段")
    texts = [editor.text()]

    def type_something():
        event = QInputMethodEvent("", [])
        event.setCommitString(chance.choice(["甲", "一抓到底", "\U0001f600", "a"]))
        QGuiApplication.sendEvent(editor, event)

    def delete_selection():
        cursor = editor.textCursor()
        cursor.removeSelectedText() if cursor.hasSelection() else cursor.deletePreviousChar()

    def replace_two():
        length = len(editor.text())
        start, end = Span(0, min(2, length)), Span(length, length)
        editor.replace([TextEdit(start, "乙\n"), TextEdit(end, "丙")])

    for _ in range(300):
        first, second = (chance.randint(0, len(editor.text())) for _ in range(2))
        if chance.random() < 0.6:
            editor.select(Span(min(first, second), min(first, second) + chance.randint(0, 2)))
        chance.choice([type_something, type_something, delete_selection, replace_two])()
        assert editor.text() == editor.toPlainText()
        if editor.text() != texts[-1]:
            texts.append(editor.text())
    final = texts[-1]
    while editor.can_undo:
        editor.undo()
        assert editor.text() == editor.toPlainText()
        assert editor.text() in texts
    assert editor.text() == texts[0]
    while editor.can_redo:
        editor.redo()
    assert editor.text() == final


def test_undo_by_key_and_after_zoom(editor, qtbot):
    editor.load("甲")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(editor, "bc")
    editor.set_zoom(150)
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == "甲"
    qtbot.keyClick(editor, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == "甲bc"
