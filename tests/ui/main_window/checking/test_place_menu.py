"""What can be mended at a place, in the menu of the page."""

from __future__ import annotations

from tests.ui.main_window.conftest import SPEECH


def test_a_fault_is_mended_from_the_menu_of_its_place(writing):
    menu = writing.wiring.writing.place_menu.menu_at(SPEECH.rindex("一抓到底") + 1)
    words = [one.text() for one in menu.actions()]
    assert words == ["说明", "改为“抓出结果”", "忽略此处", "为什么…"]
    menu.actions()[1].trigger()
    assert writing.editor.text().endswith("要一抓到底，要抓出结果。")
    menu.deleteLater()
    assert writing.wiring.writing.place_menu.menu_at(0) is None
