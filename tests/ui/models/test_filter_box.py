"""The lists to filter by: nothing is cut off, whatever the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.models.filter_box import FilterBox

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_box_says_its_name_until_something_is_chosen(qtbot: QtBot) -> None:
    box = FilterBox("讲话人")
    qtbot.addWidget(box)
    box.resize(box.minimumSizeHint())
    box.addItem("沈怀远（县长）", "沈怀远（县长）")
    assert box.itemText(0) == "全部讲话人"
    assert box.shown_words() == "讲话人"
    box.setCurrentIndex(1)
    assert box.shown_words().endswith("…")
    box.resize(240, box.height())
    assert box.shown_words() == "沈怀远（县长）"
