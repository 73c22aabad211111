"""The desk itself by keyboard, by ear and with weak eyes."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui import reach
from ui.actions.table import ACTIONS, shown_keys
from ui.style.stylesheet import apply_style

PANELS = ("findings", "phrases", "overlap", "search", "statistics")


@pytest.fixture
def short_pauses():
    """The pauses as they are: what is built behind the first check is looked at, too."""


def faults_of(window, way):
    found = {
        "nameless": reach.nameless(window),
        "tips": reach.without_keys_in_tip(window),
        "unreached": reach.unreached(window, way),
        "unmarked": reach.without_focus_mark(window, way),
    }
    return {what: where for what, where in found.items() if where}


@pytest.mark.parametrize("panel", PANELS)
def test_the_desk_is_within_reach(writing, qtbot, panel):
    window = writing.window
    with qtbot.waitActive(window):
        window.activateWindow()
    writing.wiring.desk.show_panel(getattr(writing.wiring.desk, panel))
    writing.settle(qtbot)
    writing.editor.setFocus()
    assert faults_of(window, reach.walk()) == {}


@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_the_focus_is_seen_on_the_desk_in_every_look(writing, qapp, qtbot, look):
    apply_style(qapp, dark=True, has_contrast=look == "contrast")
    window, desk = writing.window, writing.wiring.desk
    with qtbot.waitActive(window):
        window.activateWindow()
    for panel in PANELS:
        desk.show_panel(getattr(desk, panel))
        writing.settle(qtbot)
        writing.editor.setFocus()
        assert reach.without_focus_mark(window, reach.walk()) == [], panel


def test_the_start_page_is_within_reach(running, qtbot):
    window = running.window
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    assert faults_of(window, reach.walk()) == {}


def test_no_two_rows_of_a_menu_answer_to_one_letter(writing, qtbot):
    bar = writing.window.menuBar()
    assert reach.doubled_letters([one.text() for one in bar.actions()]) == []
    for one in bar.actions():
        menu = one.menu()
        menu.aboutToShow.emit()
        assert reach.doubled_letters(reach.menu_words(menu)) == [], one.text()


def test_every_row_of_a_menu_has_a_letter_and_a_tip(writing, qtbot):
    window = writing.window
    for spec in ACTIONS:
        if spec.inserts:
            continue  # characters, found by what they look like
        action = window.actions_by_id[spec.id]
        assert "&" in action.text(), spec.id
        for keys in action.shortcuts():
            assert shown_keys(keys.toString()) in action.toolTip(), spec.id
