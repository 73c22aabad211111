"""Foreign text stays text: nothing is rendered, nothing is opened, nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as RichText
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.style.plain_label import PlainLabel, plain_tip, wrapped_height

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TRAP = "<b>县长</b><img src='//server/share/x.png'>"


def test_markup_is_shown_as_it_stands(qtbot: QtBot) -> None:
    label = PlainLabel(TRAP)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == TRAP
    assert label.sizeHint().width() > PlainLabel("县长").sizeHint().width() * 3


@pytest.mark.parametrize("text", [TRAP, "a < b > c", "<p>", "一二三"])
def test_tooltips_are_plain(text: str) -> None:
    tip = plain_tip(text)
    if RichText.mightBeRichText(text):
        assert "<img" not in tip
        assert "&lt;" in tip
    else:
        assert tip == text


def test_what_is_cut_short_stands_in_the_tooltip(qtbot: QtBot) -> None:
    label = PlainLabel("全县四季度重点工作调度推进会议" * 4)
    qtbot.addWidget(label)
    label.resize(120, 24)
    label.grab()
    assert label.toolTip() == label.text()
    label.resize(4000, 24)
    label.grab()
    assert label.toolTip() == ""


def test_an_own_tooltip_is_kept(qtbot: QtBot) -> None:
    label = PlainLabel("全县四季度重点工作调度推进会议" * 4)
    qtbot.addWidget(label)
    label.setToolTip("会议名称")
    label.resize(60, 24)
    label.grab()
    assert label.toolTip() == "会议名称"


def test_a_wrapping_label_takes_the_height_that_it_needs(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    label = PlainLabel("抓紧抓实，" * 40, wrap=True)
    column.addWidget(label)
    column.addStretch(1)
    page.resize(260, 600)
    with qtbot.waitExposed(page):
        page.show()
    needed = wrapped_height(label.text(), label.fontMetrics(), label.width())
    assert label.height() >= needed > label.fontMetrics().height() * 5


def test_an_endless_word_is_broken_and_a_stop_does_not_begin_a_line(qtbot: QtBot) -> None:
    label = PlainLabel("", wrap=True)
    qtbot.addWidget(label)
    metrics = label.fontMetrics()
    assert wrapped_height("a" * 200, metrics, 100) > metrics.height() * 5
    # Eight characters fit exactly: the stop takes the eighth one with it to the second line.
    width = metrics.horizontalAdvance("一二三四五六七八")
    assert wrapped_height("一二三四五六七八。", metrics, width) > metrics.height()
