"""查重 in the window: passages with their sources, side by side, kept in step with the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from drafting.text.span import Span
from drafting.workspace.library.opening import default_library
from drafting.workspace.library.speeches import list_speeches, show_speech
from drafting.workspace.library.starters import add_starter_speeches
from tests.ui.main_window.conftest import SPEECH
from ui.dialogs.library.speech_window import SpeechWindow


@pytest.fixture
def past(data_folder):
    add_starter_speeches(default_library())
    (found,) = [one for one in list_speeches(default_library()) if "观摩" in one.title]
    return show_speech(default_library(), found.id)


@pytest.fixture
def copied(past, writing, qtbot):
    """The window with a speech that takes over two passages, one of them reworded."""
    start = past.text.index("令人振奋的是")
    lines = past.text[start : start + 300].split("\n")[:2]
    lines[0] = lines[0].replace("三月份", "四月份")
    writing.document.show_text(SPEECH + "\n" + "\n".join(lines))
    writing.settle(qtbot)
    desk = writing.wiring.library_desk
    desk.library.refresh()
    qtbot.waitUntil(lambda: len(desk.library.records) == 12, timeout=8000)
    return writing


def look(copied, qtbot):
    copied.action("overlap")
    panel = copied.wiring.desk.overlap
    session = copied.wiring.library_desk.overlap
    qtbot.waitUntil(lambda: panel._report is not None and not session.is_busy, timeout=20000)
    return panel


def test_passages_with_source_side_by_side(copied, past, qtbot):
    panel = look(copied, qtbot)
    desk = copied.wiring.desk
    assert desk.tabs.currentWidget() is panel
    assert desk.tabs.tabText(desk.tabs.indexOf(panel)) == "雷同 2"
    assert "出自 1 篇" in panel._told.text()
    assert panel.current().source_title == past.title
    assert "四月份" in panel._own.text()
    assert "三月份" in panel._other.text()
    assert [one.span.of(panel._own.text()) for one in panel._own.marks()] == ["四"]
    assert [one.span.of(panel._other.text()) for one in panel._other.marks()] == ["三"]


def test_a_whole_past_speech_is_told_to_be_one(past, writing, qtbot):
    writing.document.show_text(past.text)
    writing.settle(qtbot)
    desk = writing.wiring.library_desk
    desk.library.refresh()
    qtbot.waitUntil(lambda: len(desk.library.records) == 12, timeout=8000)
    told = look(writing, qtbot)._told.text()
    itself = f"素材库里的《{past.title}》与本稿一字不差，当作本稿自己，没有比对。"
    assert told == f"{itself}与素材库 11 篇讲话没有雷同。"


def test_choosing_goes_to_the_place_and_enter_to_the_source(copied, past, qtbot):
    panel = look(copied, qtbot)
    caret = copied.editor.caret_position()
    panel._view.setCurrentIndex(panel._model.index(1))
    passage = panel.current()
    assert copied.editor.caret_position() == passage.span.end != caret
    panel._view.activated.emit(panel._view.currentIndex())
    qtbot.waitUntil(lambda: copied.window.findChild(SpeechWindow) is not None, timeout=8000)
    shown = copied.window.findChild(SpeechWindow)
    (mark,) = shown.view.marks()
    assert mark.span == passage.source_span


def test_the_list_follows_the_text(copied, qtbot):
    panel = look(copied, qtbot)
    second = panel._report.passages[1]
    copied.editor.select(Span(second.span.start, second.span.end))
    copied.editor.insert_at_caret("换一种全新的说法。")
    qtbot.waitUntil(lambda: len(panel._report.passages) == 1, timeout=20000)
    desk = copied.wiring.desk
    assert desk.tabs.tabText(desk.tabs.indexOf(panel)) == "雷同 1"


def test_it_can_be_stopped(copied, qtbot):
    copied.action("overlap")
    panel = copied.wiring.desk.overlap
    assert panel._bar.isVisible()
    panel._button.click()
    assert panel._bar.isHidden()
    assert panel._told.text() == "查重已停下。"
    look(copied, qtbot)
    assert panel._model.rowCount() == 2


def test_the_arrow_keys_walk_the_passages_at_once_and_f6_leads_back(copied, qtbot):
    copied.window.activateWindow()
    copied.editor.setFocus()
    panel = look(copied, qtbot)
    qtbot.waitUntil(panel._view.hasFocus)
    caret = copied.editor.caret_position()
    qtbot.keyClick(panel._view, Qt.Key.Key_Down)
    assert copied.editor.caret_position() != caret
    copied.action("go_text")
    assert copied.editor.hasFocus()
