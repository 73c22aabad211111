"""An input method on the page, as fcitx, ibus and Windows send it: text, history, marks, lists."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from drafting.text.span import Span
from tests.ui.main_window.conftest import SPEECH

LETTERS = ("q", "qi", "qing", "qing'h", "qing'he'wan'xian'de'shui'ku'da'ba")
SLOTTED = "在{会议名称}上的讲话\n同志们：\n请{领导姓名}讲话。\n二个事。"


def send(editor, preedit="", commit=""):
    attributes = [
        QInputMethodEvent.Attribute(QInputMethodEvent.AttributeType.Cursor, len(preedit), 1, None)
    ]
    event = QInputMethodEvent(preedit, attributes)
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(editor, event)


def compose(editor, words, way="at once"):
    """Spell and choose: the letters go with the words, before them, or after them."""
    for letters in LETTERS:
        send(editor, letters)
    if way == "cleared first":
        send(editor)
    send(editor, commit=words)
    if way == "cleared after":
        send(editor)


def shown(editor):
    """Return the paragraph of the caret as it is painted."""
    block = editor.textCursor().block()
    layout = block.layout()
    place = layout.preeditAreaPosition()
    text = block.text()
    return text if place < 0 else text[:place] + layout.preeditAreaText() + text[place:]


@pytest.fixture
def page(writing, qtbot):
    writing.window.activateWindow()
    writing.editor.setFocus()
    qtbot.waitUntil(writing.editor.hasFocus)
    return writing.editor


def at(editor, words, *, selected=False):
    place = editor.text().index(words)
    editor.select(Span(place, place + len(words) if selected else place))


@pytest.mark.parametrize("way", ["at once", "cleared first", "cleared after"])
def test_words_are_one_step_of_the_history(page, writing, way):
    at(page, "水库")
    compose(page, "清河湾的", way)
    assert page.text() == SPEECH.replace("水库", "清河湾的水库")
    assert page.text() == page.toPlainText()
    writing.action("undo")
    assert page.text() == SPEECH
    assert not page.can_undo
    writing.action("redo")
    assert page.text() == SPEECH.replace("水库", "清河湾的水库")


@pytest.mark.parametrize("way", ["at once", "cleared first", "cleared after"])
@pytest.mark.parametrize("selected", ["清", "清河湾县的水库", "二个", "水源管起来\n清河湾县"])
def test_words_over_a_selection_are_one_step(page, writing, way, selected):
    at(page, selected, selected=True)
    compose(page, "水库", way)
    assert page.text() == page.toPlainText() == SPEECH.replace(selected, "水库", 1)
    writing.action("undo")
    assert page.text() == page.toPlainText() == SPEECH
    assert not page.can_undo


@pytest.mark.parametrize("selected", ["清", "清河湾县的水库", "二个", "水源管起来\n清河湾县"])
def test_letters_given_up_leave_a_selection_as_it_was(page, selected):
    at(page, selected, selected=True)
    for letters in LETTERS:
        send(page, letters)
    assert selected not in shown(page)
    send(page)
    assert page.text() == page.toPlainText() == SPEECH
    assert page.selected_span().of(page.text()) == selected
    assert not page.can_undo
    assert not page.can_redo
    assert not page.is_composing


def test_letters_given_up_change_nothing(page):
    at(page, "水库")
    revision = page.revision
    for _ in range(3):
        for letters in LETTERS:
            send(page, letters)
        assert LETTERS[-1] + "水库" in shown(page)
        send(page)
    assert (page.text(), page.revision, page.can_undo) == (SPEECH, revision, False)
    assert "'" not in shown(page)


def test_a_slot_is_filled_and_is_there_again_where_it_was_not(writing, page, qtbot):
    writing.document.show_text(SLOTTED)
    writing.settle(qtbot)
    page.walk_slots()
    compose(page, "防汛会")
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    assert page.selected_span().of(page.text()) == "{领导姓名}"
    send(page, "wang")
    send(page)
    assert page.selected_span().of(page.text()) == "{领导姓名}"
    compose(page, "王芳", "cleared first")
    assert page.text().startswith("在防汛会上的讲话\n同志们：\n请王芳讲话。")
    writing.action("undo")
    writing.action("undo")
    assert page.text() == SLOTTED


@pytest.mark.parametrize("offset", [0, 1, 2])
def test_a_mark_stays_where_its_words_are(writing, page, qtbot, offset):
    place = SPEECH.index("二个") + offset
    page.select(Span(place, place))
    marked = page.mark_places()
    for letters in LETTERS:
        send(page, letters)
        assert page.mark_places() == marked
    send(page)
    assert page.mark_places() == marked
    compose(page, "好")
    writing.settle(qtbot)
    wordings = [page.text()[one.start : one.end] for one in page.mark_places()]
    assert ("二个" in wordings) is (offset != 1)
    writing.action("undo")
    writing.settle(qtbot)
    assert page.mark_places() == marked


def test_a_check_that_arrives_leaves_the_letters_alone(writing, page, qtbot):
    at(page, "水库")
    send(page, "shui'ku")
    checked = writing.context.use_cases.checked
    writing.wiring.checks.check_now()
    qtbot.waitUntil(lambda: writing.context.use_cases.checked > checked)
    writing.settle(qtbot)
    assert page.is_composing
    assert "shui'ku水库" in shown(page)
    send(page, commit="水库")
    assert page.text() == SPEECH.replace("水库", "水库水库")


def test_composing_closes_the_list_and_goes_into_the_text(writing, page, qtbot):
    completion = writing.wiring.writing.completion
    page.select(Span(len(SPEECH), len(SPEECH)))
    writing.action("complete")
    qtbot.waitUntil(lambda: completion.is_shown)
    compose(page, "要")
    assert not completion.is_shown
    assert page.text() == SPEECH + "要"
    writing.action("undo")
    assert page.text() == SPEECH


def test_undo_and_fix_while_composing_take_the_letters_into_account(writing, page, qtbot):
    at(page, "水库")
    compose(page, "好")
    send(page, "ma")
    writing.action("undo")
    assert page.text() == page.toPlainText()
    while page.can_undo:
        writing.action("undo")
    assert page.text() == SPEECH
    send(page, "ma")
    writing.settle(qtbot)
    writing.action("fix_all")
    assert "两个层面" in page.text()
    assert page.text() == page.toPlainText()


def test_a_locked_sentence_is_asked_about_at_the_choice_while_files_are_stored(
    page, writing, qtbot, monkeypatch
):
    asked = []
    monkeypatch.setattr(
        "ui.dialogs.frame.messages.ask_locked", lambda _parent, words, _count: asked.append(words)
    )
    at(page, "水库")
    writing.action("lock")
    library = writing.wiring.library_desk.library
    library.add_starters()
    progress = library.dialog.progress
    for _ in range(3):  # letters given up ask nothing, whatever is stored meanwhile
        for letters in LETTERS:
            send(page, letters)
            qtbot.wait(5)
        assert LETTERS[-1] + "水库" in shown(page)
        send(page)
    assert library.is_importing
    assert (page.text(), asked) == (SPEECH, [])
    compose(page, "小")
    qtbot.waitUntil(lambda: bool(asked))
    qtbot.waitUntil(lambda: not library.is_busy and progress.isHidden(), timeout=20000)
    assert page.text() == page.toPlainText() == SPEECH
    assert len(library.records) == 12
    writing.settle(qtbot)
