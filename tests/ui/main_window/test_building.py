"""The window takes orders and keys before all of it is built, and loses none of them."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from tests.ui.main_window.conftest import SPEECH


@pytest.fixture
def unfinished(begun):
    assert not begun.wiring.is_complete
    return begun


def test_a_page_is_written_on_before_the_panels_are_there(unfinished, qtbot):
    unfinished.action("new_blank")
    assert not unfinished.wiring.is_complete
    QTest.keyClicks(unfinished.editor, "ab")
    assert unfinished.editor.text() == "ab"
    assert unfinished.window.isWindowModified()
    unfinished.editor.insert_at_caret(f"\n{SPEECH}")
    unfinished.settle(qtbot)
    qtbot.waitUntil(lambda: len(unfinished.wiring.findings.findings) == 3)
    desk = unfinished.wiring.desk
    assert desk.tabs.currentWidget() is desk.findings
    assert desk.tabs.tabText(desk.tabs.indexOf(desk.findings)) == "问题 3"
    assert desk.editor.draft is not None


def test_a_draft_opened_meanwhile_is_watched_like_any_other(unfinished, qtbot):
    unfinished.document.show_text(SPEECH)
    unfinished.wiring.complete()
    kept = unfinished.wiring.writing.kept_words
    unfinished.editor.selectAll()
    kept.lock()
    assert len(kept.locked) > 3
    unfinished.settle(qtbot)
    versions = unfinished.wiring.versions
    qtbot.waitUntil(lambda: not versions.is_busy)
    found = unfinished.context.use_cases.keeping().versions_of(unfinished.document.history, None)
    assert [found.text(one) for one in found.versions()] == [SPEECH]


def test_an_action_of_what_is_not_built_yet_waits_for_it(unfinished):
    unfinished.document.show_text(SPEECH)
    unfinished.action("phrases")
    assert unfinished.wiring.is_complete
    assert unfinished.wiring.desk.tabs.currentWidget() is unfinished.wiring.desk.phrases


def test_closing_before_all_is_built_ends_cleanly(unfinished, qtbot):
    unfinished.window.close()
    qtbot.waitUntil(lambda: not unfinished.window.isVisible())
