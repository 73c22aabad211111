"""Looking through past speeches from the toolbar and in the panel, and taking passages over."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from drafting.workspace.library.opening import default_library
from drafting.workspace.library.starters import add_starter_speeches
from ui.dialogs.library.speech_window import SpeechWindow
from ui.panels.words_button import WordsButton
from ui.style.plain_label import PlainLabel


@pytest.fixture
def looking(data_folder, writing, qtbot):
    """The window with a speech in it and the starter speeches in the library."""
    add_starter_speeches(default_library())
    desk = writing.wiring.library_desk
    desk.library.refresh()
    qtbot.waitUntil(lambda: len(desk.library.records) == 12, timeout=8000)
    return writing


def look_for(looking, qtbot, words):
    looking.action("search_library")
    box = looking.wiring.desk.search_box
    assert box.hasFocus() or looking.wiring.desk.search._line.hasFocus()
    box.setText(words)
    qtbot.waitUntil(lambda: not looking.wiring.library_desk.is_busy, timeout=8000)
    return looking.wiring.desk.search


def test_hits_preview_and_filters(looking, qtbot):
    panel = look_for(looking, qtbot, "项目")
    assert looking.wiring.desk.tabs.currentWidget() is panel
    assert panel._model.rowCount() == 7
    hit = panel._model.hit_at(0)
    marked = [one.span.of(panel._preview.text()) for one in panel._preview.marks()]
    assert set(marked) == {"项目"}
    assert panel._head.text() == hit.title
    speaker = panel._boxes.boxes["speaker"]
    speaker.setCurrentIndex(speaker.findData("沈怀远"))
    qtbot.waitUntil(lambda: not looking.wiring.library_desk.is_busy, timeout=8000)
    assert panel._model.rowCount() == 2
    look_for(looking, qtbot, "绝无此语")
    assert panel._model.rowCount() == 0
    assert "没有讲话里有“绝无此语”。" in [one.text() for one in panel.findChildren(PlainLabel)]


def test_the_keys_lead_from_the_field_to_the_hits_to_the_speech(looking, qtbot):
    panel = look_for(looking, qtbot, "项目")
    box = looking.wiring.desk.search_box
    qtbot.keyClick(box, Qt.Key.Key_Down)
    first = panel._view.currentIndex().row()
    qtbot.keyClick(panel._view, Qt.Key.Key_Down)
    assert panel._view.currentIndex().row() == first + 1
    qtbot.waitUntil(lambda: not looking.wiring.library_desk.is_busy, timeout=8000)
    qtbot.keyClick(panel._view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: looking.window.findChild(SpeechWindow) is not None, timeout=8000)
    shown = looking.window.findChild(SpeechWindow)
    assert {one.span.of(shown.view.text()) for one in shown.view.marks()} == {"项目"}
    shown.close()
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert looking.wiring.desk.search_box.text() == "项目"


def test_a_passage_is_inserted_as_one_step_and_its_source_kept(looking, qtbot, monkeypatch):
    told = []
    monkeypatch.setattr(
        "ui.dialogs.frame.messages.show_notice", lambda _parent, text: told.append(text)
    )
    panel = look_for(looking, qtbot, "项目建设有了新速度")
    before = looking.editor.text()
    assert panel._preview.chosen_passage().startswith("令人振奋的是，项目建设有了新速度")
    panel._insert()
    passage = panel._preview.chosen_passage()
    assert looking.editor.text() == passage + before
    (noted,) = looking.document.draft_file().extra["borrowed"]
    assert passage.startswith(noted["text"])
    assert noted["source"].startswith("2026年10月15日，县委书记顾长庚《在全县三季度")
    looking.action("borrowed")
    assert "——2026年10月15日，县委书记顾长庚《" in told[-1]
    looking.editor.undo()
    assert looking.editor.text() == before
    looking.action("borrowed")
    assert told[-1] == "本稿还没有从素材库插入过段落。"


def test_an_empty_library_offers_to_fill_it(writing, qtbot):
    panel = look_for(writing, qtbot, "项目")
    assert panel._fill.isVisible()
    with qtbot.waitSignal(panel.folder_wanted):
        writing.wiring.library_desk.library.blockSignals(True)
        panel.folder_wanted.disconnect(writing.wiring.library_desk.library.add_folder)
        panel._fill.click()


def test_the_library_is_searched_from_the_start_page(looking, qtbot):
    desk, box = looking.wiring.desk, looking.wiring.desk.search_box
    looking.action("start_page")
    assert not desk.side_dock.isVisible()
    assert box.isEnabled()
    qtbot.keyClicks(box, "2026")
    qtbot.waitUntil(lambda: not looking.wiring.library_desk.is_busy, timeout=8000)
    assert desk.side_dock.isVisible()
    assert desk.search._model.rowCount() > 0
    tabs = desk.tabs
    assert [tabs.tabText(at) for at in range(tabs.count()) if tabs.isTabVisible(at)] == ["检索"]
    offered = [one.words for one in desk.search.findChildren(WordsButton) if one.isVisible()]
    assert offered == ["看全文", "以此稿为范"]
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not desk.side_dock.isVisible()
    assert box.text() == ""
    looking.action("search_library")
    assert desk.side_dock.isVisible()
    looking.document.show_text("另一篇")
    assert all(tabs.isTabVisible(at) for at in range(tabs.count()))
