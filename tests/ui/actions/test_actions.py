"""Every action stands once in the table, can be reached by mouse, and no key has two meanings."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow

from ui.actions.action_set import ActionSet, shortcut_groups
from ui.actions.table import ACTIONS, EXCLUSIVE, MENUS, PRIMARY, SUBMENUS, TOOLBAR, shown_keys


@pytest.fixture
def window(qtbot):
    widget = QMainWindow()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def actions(window):
    return ActionSet(window)


def test_ids_and_keys_are_unique(qapp):
    assert len({one.id for one in ACTIONS}) == len(ACTIONS)
    keys = Counter(QKeySequence(key).toString() for one in ACTIONS for key in one.keys)
    assert [key for key, count in keys.items() if count > 1 or not key] == []


def test_tables_name_only_actions_that_exist():
    ids = {one.id for one in ACTIONS} | {"layouts"}
    assert {one for one in TOOLBAR if one} <= ids
    assert {one for group in EXCLUSIVE for one in group} <= ids
    assert PRIMARY in ids
    assert {one.menu for one in ACTIONS} <= {menu for menu, _ in MENUS} | set(SUBMENUS)


def test_every_action_is_in_a_menu(window, actions):
    actions.fill_menus(window.menuBar())
    titles = [one.text() for one in window.menuBar().actions()]
    assert [title[:2] for title in titles] == [
        "文件", "编辑", "插入", "素材", "校核", "版式", "视图", "帮助",
    ]  # fmt: skip
    in_menus = {one for bar in window.menuBar().actions() for one in bar.menu().actions()}
    for name in SUBMENUS:
        in_menus |= set(actions[name].menu().actions())
    assert all(actions[one.id] in in_menus for one in ACTIONS)


def test_mnemonics_are_unique_within_a_menu():
    for menu in (*(one for one, _ in MENUS), *SUBMENUS):
        letters = Counter(
            one.text[one.text.index("&") + 1]
            for one in ACTIONS
            if one.menu == menu and "&" in one.text
        )
        assert [letter for letter, count in letters.items() if count > 1] == [], menu


def test_every_action_has_words_and_a_tip_that_names_its_keys(actions):
    for one in ACTIONS:
        action = actions[one.id]
        assert action.text().strip("…&"), one.id
        assert action.toolTip(), one.id
        assert "&" not in action.toolTip(), one.id
        for key in action.shortcuts():
            assert shown_keys(key.toString()) in action.toolTip(), one.id


@pytest.mark.usefixtures("dressed")
def test_no_menu_is_higher_than_a_small_screen(window, actions):
    """1366×768 at 125 % with a taskbar; Qt would begin a second column beside it."""
    actions.fill_menus(window.menuBar())
    rows = window.menuBar().actions()
    heights = {one.text(): one.menu().sizeHint().height() for one in rows}
    assert {title: height for title, height in heights.items() if height > 560} == {}
    assert max(heights.values()) > 400  # measured with all their rows


def test_keys_are_told_as_they_stand_on_the_keyboard():
    keys = ("Ctrl+Return", "Alt+Shift+Up", "Ctrl++", "F7", "Ctrl+Space")
    assert [shown_keys(one) for one in keys] == [
        "Ctrl+回车",
        "Alt+Shift+↑",
        "Ctrl++",
        "F7",
        "Ctrl+空格",
    ]


def test_no_key_is_one_that_other_programs_of_the_office_take(qapp):
    # System-wide keys of WeChat and QQ: they never reach the window.
    taken = {"Ctrl+Alt+A", "Ctrl+Alt+W", "Ctrl+Alt+Z"}
    assert taken.isdisjoint(key for one in ACTIONS for key in one.keys)
    # Chinese input methods take Ctrl+Space: the key that is shown is another.
    assert [one.keys for one in ACTIONS if "Ctrl+Space" in one.keys] == [("Alt+/", "Ctrl+Space")]


def test_tooltips_name_the_keys(actions):
    assert actions["next_finding"].toolTip() == "到下一处问题（F7）"
    assert "Ctrl+滚轮" in actions["zoom_in"].toolTip()


def test_buttons_and_menus_are_grey_without_a_draft(window, actions):
    bar = actions.make_toolbar(window)
    actions.allow_draft_actions(allowed=False)
    assert not actions["save"].isEnabled()
    assert actions["open"].isEnabled()
    assert not bar.widgetForAction(actions["export_word"]).isEnabled()
    actions.allow_draft_actions(allowed=True)
    assert bar.widgetForAction(actions["export_word"]).isEnabled()
    assert all(one.accessibleName() for one in bar.findChildren(type(actions.layouts_button))
               if one.objectName() != "qt_toolbar_ext_button")  # fmt: skip


def test_keys_are_written_as_qt_writes_them():
    keys = [one for spec in ACTIONS for one in spec.keys]
    assert keys == [QKeySequence(one).toString() for one in keys]


def test_an_action_that_nothing_is_connected_with_has_the_rest_built_first(actions):
    seen = []
    actions.complete = lambda: actions.connect_action("redo", lambda: seen.append("redo"))
    actions["redo"].trigger()
    assert seen == ["redo"]


def test_choosing_calls_the_slot_without_arguments(actions):
    seen = []
    actions.connect_action("undo", lambda: seen.append("undo"))
    actions["undo"].trigger()
    assert seen == ["undo"]


def test_the_list_of_keys_holds_every_key(qapp):
    listed = [pair for _menu, pairs in shortcut_groups() for pair in pairs]
    assert ("F7", "下一处问题") in listed
    assert len(listed) == sum(bool(one.keys) for one in ACTIONS)
