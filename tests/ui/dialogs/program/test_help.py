"""The help is whole, is found by a word, and opens nothing but its own pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QUrl

from resources import resource_path
from ui.actions.action_set import shortcut_groups
from ui.actions.table import ACTIONS, MENUS, SUBMENUS
from ui.dialogs.program.help import HelpDialog
from ui.dialogs.program.shortcuts import ShortcutsDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

FOLDER = resource_path("help")
IMAGE = 2  # QTextDocument.ResourceType.ImageResource


@pytest.fixture
def dialog(qtbot: QtBot) -> HelpDialog:
    one = HelpDialog()
    qtbot.addWidget(one)
    one.show()
    return one


def test_every_page_has_a_title_and_its_pictures(dialog: HelpDialog) -> None:
    named: set[str] = set()
    for path in FOLDER.glob("*.md"):
        page = path.read_text(encoding="utf-8")
        assert page.startswith("# ")
        pictures = set(re.findall(r"!\[[^]]+\]\(([^)]+)\)", page))
        assert all((FOLDER / one).exists() for one in pictures), path.name
        named |= pictures
    assert named == {path.name for path in FOLDER.glob("*.png")}
    assert dialog.topics.count() == len(list(FOLDER.glob("*.md"))) >= 6


def test_keys_that_the_help_names_do_what_it_says() -> None:
    words = {
        key: what
        for _menu, pairs in shortcut_groups()
        for keys, what in pairs
        for key in keys.split(" / ")
    }
    text = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md"))
    named = set(re.findall(r"(?:Ctrl|Alt|Shift)(?:\+(?:Ctrl|Alt|Shift))*\+[A-Z]\b|\bF\d+", text))
    assert named - {"F7"} <= words.keys()
    assert words["Ctrl+Alt+V"].startswith("版本")
    assert words["Ctrl+Alt+G"].startswith("取回批改稿")
    assert words["F1"].startswith("帮助")


def test_what_the_help_sends_to_stands_in_that_menu() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md"))
    sent = re.findall("“([^”]{2})”菜单(?:(?:里|最下面)?的|“[^”]+”里的)“([^”]+)”", text)
    titles = {title.partition("(")[0]: name for name, title in MENUS}
    rows = {(one.menu, one.text.partition("(")[0].rstrip("…")) for one in ACTIONS}
    parents = {one.id: one.menu for one in ACTIONS if one.id in SUBMENUS}
    rows |= {(parents[menu], words) for menu, words in rows if menu in parents}
    rows |= {("layout", "注音"), ("layout", "改版式")}  # made when the menu is opened
    assert len(sent) > 10
    assert [one for one in sent if (titles[one[0]], one[1]) not in rows] == []


def test_pictures_are_no_larger_than_the_help_needs() -> None:
    sizes = {path.name: path.stat().st_size for path in FOLDER.glob("*.png")}
    assert {name: size for name, size in sizes.items() if size > 120_000} == {}


def test_a_word_finds_its_pages(dialog: HelpDialog) -> None:
    dialog._search.setText("花脸稿")
    shown = [
        dialog.topics.item(row).text()
        for row in range(dialog.topics.count())
        if not dialog.topics.item(row).isHidden()
    ]
    assert shown == ["改稿"]
    assert "取回此处" in dialog.view.toPlainText()


@pytest.mark.parametrize(
    "name",
    ["file:///etc/passwd", "//server/share/x.png", "http://example.invalid/x.png", "../x.png"],
)
def test_nothing_else_is_opened(dialog: HelpDialog, name: str) -> None:
    assert dialog.view.loadResource(IMAGE, QUrl(name)).isNull()  # type: ignore[attr-defined]
    assert not dialog.view.loadResource(IMAGE, QUrl("window.png")).isNull()  # type: ignore[attr-defined]


def test_keys_stand_under_their_menus_and_are_found_by_word_or_key(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog()
    qtbot.addWidget(dialog)
    lines = dialog.view.toPlainText().split("\n")
    assert lines[0] == "文件"
    assert "素材" in lines
    assert "下一处问题\tF7" in lines
    assert sum("\t" in one for one in lines) == sum(
        len(pairs) for _menu, pairs in shortcut_groups()
    )
    qtbot.keyClicks(dialog.search, "f7")
    found = dialog.view.toPlainText()
    assert found.startswith("校核\n校核\tCtrl+F7")
    assert "新建" not in found
    dialog.search.setText("没有的")
    assert dialog.view.toPlainText() == "没有这样的快捷键。"
