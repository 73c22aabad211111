"""Panels, colours, zoom, layouts on the desk, narrow and wide windows, help."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTextEdit

from drafting.pagination.layout_files import LAYOUT_IDS
from tests.ui import room


@pytest.mark.parametrize(("action", "dock"), [("show_outline", 0), ("show_side", 1)])
def test_panels_are_hidden_and_the_choice_is_remembered(writing, action, dock):
    docks = (writing.wiring.desk.outline_dock, writing.wiring.desk.side_dock)
    writing.action(action)
    assert not docks[dock].isVisible()
    assert docks[1 - dock].isVisible()
    writing.action(action)
    assert docks[dock].isVisible()


@pytest.mark.parametrize("action", ["go_outline", "go_findings", "go_phrases", "go_overlap"])
def test_escape_leads_back_to_the_page(writing, qtbot, action):
    writing.window.activateWindow()
    writing.action(action)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not writing.editor)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is writing.editor


def test_colours_change_paper_and_desk_at_once(writing):
    light = writing.editor.styleSheet()
    writing.action("scheme_dark")
    assert writing.editor.styleSheet() != light
    writing.action("scheme_light")
    assert writing.editor.styleSheet() == light


def test_zoom_from_the_menu(writing):
    fitting = writing.editor.zoom_percent
    writing.action("zoom_in")
    assert writing.editor.zoom_percent > fitting
    writing.action("zoom_fit")
    assert writing.editor.zoom_percent == fitting
    writing.action("zoom_actual")
    assert 95 <= writing.editor.zoom_percent <= 105


def test_nothing_is_cut_off_at_1366_by_768(writing, qtbot):
    writing.window.showNormal()
    writing.window.resize(1366, 768)
    qtbot.waitUntil(lambda: writing.window.width() == 1366)
    bar = writing.window.toolbar
    for one in bar.actions():
        widget = bar.widgetForAction(one)
        assert widget is None or not widget.isVisible() or widget.geometry().right() < bar.width()
    assert writing.editor.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("size", [(1366, 768), (1093, 614)])
def test_tabs_and_filters_are_whole_at_100_and_125_percent(writing, qtbot, size):
    desk = writing.wiring.desk
    writing.window.showNormal()
    writing.window.resize(*size)
    qtbot.waitUntil(lambda: writing.window.width() == size[0])
    desk.show_finding_count(128)
    desk.show_overlap_count(12)
    for number in range(desk.tabs.count()):
        desk.tabs.setCurrentIndex(number)
        qtbot.wait(20)
        bar = desk.tabs.tabBar()
        assert bar.tabRect(bar.count() - 1).right() < bar.width()
        assert bar.width() <= desk.tabs.width()
        assert writing.editor.horizontalScrollBar().maximum() == 0
        assert room.cut_short(writing.window) == []


def test_every_control_has_a_name_for_screen_readers(writing):
    nameless = [
        widget.objectName() or type(widget).__name__
        for kind in (QAbstractButton, QLineEdit, QTextEdit)
        for widget in writing.window.findChildren(kind)
        if widget.isVisible() and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_a_layout_that_is_chosen_is_on_the_desk_at_once(writing, qtbot):
    qtbot.keyClicks(writing.editor, "ab")
    menu = writing.window.actions_by_id.layouts_menu
    menu.aboutToShow.emit()
    {one.text(): one for one in menu.actions()}["大字版"].trigger()
    assert writing.editor.page.layout.id == "reading"
    assert writing.editor.can_undo
    assert "大字版" in writing.window.actions_by_id.layouts_button.text()


def test_a_narrow_window_still_shows_whole_lines_and_a_wide_one_gets_its_panels_back(
    writing, qtbot
):
    desk, editor = writing.wiring.desk, writing.editor
    writing.window.showNormal()
    writing.window.resize(1366, 768)
    qtbot.waitUntil(lambda: desk.side_dock.width() > 340)
    wide = desk.side_dock.width()
    writing.window.resize(900, 600)
    qtbot.waitUntil(lambda: desk.side_dock.width() < 300)
    # At most the edge of the paper is out of sight.
    qtbot.waitUntil(lambda: editor.horizontalScrollBar().maximum() < 30)
    writing.window.closing.emit()
    assert writing.context.settings.geometry("panels") is None
    writing.window.resize(1366, 768)
    qtbot.waitUntil(lambda: desk.side_dock.width() == wide)
    writing.window.closing.emit()
    assert writing.context.settings.geometry("panels") is not None


def test_a_changed_layout_is_on_the_desk_when_its_dialog_closes(writing, qtbot, monkeypatch):
    menu = writing.window.actions_by_id.layouts_menu

    def choose(name):
        menu.aboutToShow.emit()
        {one.text(): one for one in menu.actions()}[name].trigger()

    def act(self):
        qtbot.addWidget(self)
        if self._list.count() == len(LAYOUT_IDS):
            self.copy()
        else:
            self._list.setCurrentRow(len(LAYOUT_IDS))
            self.form.measures["lines_per_page"].setValue(20)
            self.show_page()
            self.save()
        return 0

    monkeypatch.setattr("ui.dialogs.papers.layouts.LayoutsDialog.exec", act)
    choose("改版式(&E)…")
    choose("公文版（2）")
    assert writing.editor.page.layout.lines_per_page == 22
    choose("改版式(&E)…")
    assert writing.editor.page.layout.lines_per_page == 20


def test_f1_opens_the_help_once_beside_the_window(writing, qtbot):
    from ui.dialogs.program.help import HelpDialog

    writing.action("help")
    writing.action("help")
    shown = writing.window.findChildren(HelpDialog)
    assert len(shown) == 1
    assert not shown[0].isModal()
    shown[0].accept()


@pytest.mark.parametrize("is_maximised", [False, True])
def test_full_screen_gives_the_window_back_as_it_was(writing, is_maximised):
    window = writing.window
    window.showMaximized() if is_maximised else window.showNormal()
    writing.action("full_screen")
    assert window.isFullScreen()
    writing.action("full_screen")
    assert not window.isFullScreen()
    assert window.isMaximized() is is_maximised
