"""Phrases at the caret: asked for, unasked, with an input method, and what closes them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from drafting.text.span import Span
from tests.ui.main_window.conftest import SPEECH


@pytest.fixture
def session(writing, qtbot):
    writing.window.activateWindow()
    writing.editor.setFocus()
    qtbot.waitUntil(writing.editor.hasFocus)
    end = len(SPEECH)
    writing.editor.select(Span(end, end))
    return writing.wiring.writing.completion


def commit(editor, words):
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QApplication.sendEvent(editor, event)


def compose(editor, words):
    QApplication.sendEvent(editor, QInputMethodEvent(words, []))


def test_what_is_typed_with_an_input_method_is_finished_by_tab(writing, session, qtbot):
    commit(writing.editor, "要凝心聚")
    qtbot.waitUntil(lambda: session.is_shown)
    qtbot.keyClick(writing.editor, Qt.Key.Key_Tab)
    assert writing.editor.text().startswith(SPEECH + "要凝心聚力")
    assert not session.is_shown
    writing.action("undo")
    assert writing.editor.text() == SPEECH + "要凝心聚"


def test_it_never_opens_while_composing_and_composing_closes_it(writing, session, qtbot):
    commit(writing.editor, "要凝心聚")
    compose(writing.editor, "li")
    qtbot.wait(500)
    assert not session.is_shown
    assert writing.editor.is_composing
    compose(writing.editor, "")
    writing.action("complete")
    qtbot.waitUntil(lambda: session.is_shown)
    compose(writing.editor, "n")
    assert not session.is_shown
    assert writing.editor.text() == SPEECH + "要凝心聚"
    compose(writing.editor, "")


def test_asked_for_it_takes_arrows_and_enter_and_escape_closes(writing, session, qtbot):
    writing.action("complete")
    qtbot.waitUntil(lambda: session.is_shown)
    popup = session._popup
    second = popup._model.suggestion_at(1).phrase.text
    qtbot.keyClick(writing.editor, Qt.Key.Key_Escape)
    assert not session.is_shown
    assert writing.editor.text() == SPEECH
    writing.action("complete")
    qtbot.waitUntil(lambda: session.is_shown)
    qtbot.keyClick(writing.editor, Qt.Key.Key_Down)
    qtbot.keyClick(writing.editor, Qt.Key.Key_Return)
    assert second.split("{")[0] in writing.editor.text()[len(SPEECH) :]
    assert writing.editor.hasFocus()


def test_typing_narrows_what_was_asked_for_and_enter_waits_for_it(writing, session, qtbot):
    writing.action("complete")
    qtbot.waitUntil(lambda: session.is_shown)
    qtbot.keyClicks(writing.editor, "nxjl")
    qtbot.keyClick(writing.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "凝心聚力" in writing.editor.text()[len(SPEECH) :])
    assert "nxjl" not in writing.editor.text()
    assert "\n" not in writing.editor.text()[len(SPEECH) :]
    assert not session.is_shown


def test_unasked_enter_and_arrows_stay_the_page_s(writing, session, qtbot):
    commit(writing.editor, "要凝心聚")
    qtbot.waitUntil(lambda: session.is_shown)
    qtbot.keyClick(writing.editor, Qt.Key.Key_Return)
    assert writing.editor.text() == SPEECH + "要凝心聚\n"
    assert not session.is_shown


def test_it_can_be_switched_off(writing, session, qtbot):
    writing.action("complete_typing")
    commit(writing.editor, "要凝心聚")
    qtbot.wait(500)
    assert not session.is_shown
    writing.action("complete_typing")


@pytest.mark.parametrize(
    ("written", "behind", "expected"),
    [
        ("要凝心聚力", "。", "要凝心聚力、真抓实干。"),
        ("要", "攻坚克难。", "要真抓实干、攻坚克难。"),
        ("要凝心聚力，", "。", "要凝心聚力，真抓实干。"),
        ("要认真学习领会", "。", "要认真学习领会真抓实干。"),
    ],
)
def test_phrases_side_by_side_in_a_row_are_parted(
    writing, session, qtbot, written, behind, expected
):
    editor = writing.editor
    editor.insert_at_caret(written + behind)
    place = len(SPEECH) + len(written)
    editor.select(Span(place, place))
    writing.action("complete")
    qtbot.waitUntil(lambda: session.is_shown)
    qtbot.keyClicks(editor, "zzsg")  # 真抓实干
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: editor.text() == SPEECH + expected)
    writing.action("undo")
    assert editor.text() == f"{SPEECH}{written}zzsg{behind}"
