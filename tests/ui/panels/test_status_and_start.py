"""The status line's figures, the start page's offers, buttons with foreign words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from drafting.model.standing import Standing
from ui.panels.flow_row import FlowRow
from ui.panels.start_page import StartPage
from ui.panels.status_line import StatusLine
from ui.panels.tile_button import TileButton
from ui.panels.words_button import WordsButton
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@dataclass(frozen=True)
class Kind:
    id: str
    name: str
    names: tuple[str, ...] = ("誓师会", "推进会")
    length: tuple[int, int] = (2000, 4000)


KINDS = (Kind("mobilise", "动员讲话"), Kind("inspect", "调研讲话"))


def words_in(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(PlainLabel)]


def test_the_status_line_counts(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.show_counts(3215, 17.9, {Standing.ERROR: 1, Standing.WARNING: 2})
    line.show_layout("公文版 22×28")
    line.show_library(312)
    line.show_saved("已自动保存 10:32")
    assert words_in(line) == [
        "3,215 字", "约 18 分钟", "错误 1  提醒 2  建议 0", "公文版 22×28",
        "素材库 312 篇", "已自动保存 10:32",
    ]  # fmt: skip


def test_a_speech_too_long_for_its_slot_warns(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.show_counts(3215, 17.9, {}, slot_minutes=15)
    minutes = line.findChildren(PlainLabel)[1]
    assert minutes.text() == "约 18 分钟 / 议程 15 分钟"
    assert minutes.property("role") == "warning"
    line.show_counts(1800, 10, None, slot_minutes=15)
    assert "错误" not in "".join(words_in(line))
    assert minutes.property("role") == ""


def test_a_message_is_shown(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.show_message("起始页上没有人看得见")
    line.show()
    assert line.currentMessage() == ""
    line.show_message("已导出")
    assert line.currentMessage() == "已导出"


def test_the_start_page_offers_everything(qtbot: QtBot) -> None:
    page = StartPage()
    qtbot.addWidget(page)
    page.resize(1366, 680)
    page.show_templates(KINDS)
    page.show_recent(["/稿件/甲.jianggao", "/稿件/乙.docx", "/稿件/丙.txt"])
    with qtbot.waitExposed(page):
        page.show()
    tiles = {one.accessibleName(): one for one in page.findChildren(TileButton)}
    for name, signal, args in (
        ("接着写“甲”", page.recent_chosen, ["/稿件/甲.jianggao"]),
        ("打开文件…", page.open_chosen, []),
        ("自选种类和点数", page.new_chosen, []),
        ("调研讲话", page.template_chosen, ["inspect"]),
        ("添加讲话文件夹…", page.folder_chosen, []),
        ("放入示例讲话", page.starters_chosen, []),
    ):
        with qtbot.waitSignal(signal) as caught:
            qtbot.keyClick(tiles[name], Qt.Key.Key_Return)
        assert caught.args == args
    recent = [one for one in page.findChildren(WordsButton) if one.isVisible()]
    assert [one.words for one in recent] == ["打开示例讲稿", "乙.docx", "丙.txt"]
    assert page.focusWidget() is tiles["接着写“甲”"]
    with qtbot.waitSignal(page.sample_chosen):
        qtbot.mouseClick(recent.pop(0), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.recent_chosen) as caught:
        qtbot.mouseClick(recent[0], Qt.MouseButton.LeftButton)
    assert caught.args == ["/稿件/乙.docx"]


def test_who_comes_back_sees_all_on_the_smallest_screen(qtbot: QtBot) -> None:
    page = StartPage()
    qtbot.addWidget(page)
    page.show_templates(KINDS * 3)
    page.show_library(7)
    paths = [f"/稿件/{number}.jianggao" for number in range(9)]
    page.show_recent(paths)
    page.resize(1366, 655)  # what a maximised window has beside its bars
    with qtbot.waitExposed(page):
        page.show()
    assert page.verticalScrollBar().maximum() == 0
    walked = []
    for _ in range(6):
        walked.append(page.focusWidget().accessibleName())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert walked == [
        "接着写“0”", "打开文件…", "1.jianggao", "2.jianggao", "3.jianggao", "4.jianggao",
    ]  # fmt: skip


def test_offers_shown_again_replace_the_old_ones(qtbot: QtBot) -> None:
    page = StartPage()
    qtbot.addWidget(page)
    page.show_templates(KINDS)
    page.show_templates(KINDS[:1])
    page.show_recent(["/稿件/甲.jianggao"])
    page.show_recent([])
    page.show_library(7)
    page.resize(800, 600)
    with qtbot.waitExposed(page):
        page.show()
    names = [one.accessibleName() for one in page.findChildren(TileButton) if one.isVisible()]
    assert names == [
        "打开示例讲稿", "打开文件…", "自选种类和点数", "动员讲话", "添加讲话文件夹…", "素材库 7 篇",
    ]  # fmt: skip
    assert "最近打开" not in [
        one.text() for one in page.findChildren(PlainLabel) if one.isVisible()
    ]


def test_the_start_page_fits_a_small_window(qtbot: QtBot) -> None:
    page = StartPage()
    qtbot.addWidget(page)
    page.show_templates(KINDS)
    page.resize(480, 420)
    with qtbot.waitExposed(page):
        page.show()
    assert page.horizontalScrollBar().maximum() == 0
    for tile in page.findChildren(TileButton):
        assert tile.mapTo(page.widget(), tile.rect().topRight()).x() <= page.viewport().width()


def test_the_first_tiles_leave_no_gap_where_nothing_was_open(qtbot: QtBot) -> None:
    page = StartPage()
    qtbot.addWidget(page)
    page.show_templates(KINDS)
    page.resize(1366, 655)
    with qtbot.waitExposed(page):
        page.show()

    def columns() -> set[int]:
        tiles = [one for one in page.findChildren(TileButton) if one.isVisible()]
        return {one.mapTo(page.widget(), one.rect().topLeft()).x() for one in tiles}

    for paths in ([], ["/稿件/甲.jianggao"], []):
        page.show_recent(paths)
        qtbot.waitUntil(lambda: len(columns()) == 2)


def test_foreign_words_on_a_button_are_words(qtbot: QtBot) -> None:
    button = WordsButton("fix")
    qtbot.addWidget(button)
    button.show_words("改为“A&B<b>”", "修改")
    assert button.text() == "改为“A&&B<b>”"
    button.show_words("改为“" + "一二三四五" * 10 + "”", "修改")
    assert button.sizeHint().width() < 280
    assert "一二三四五" * 10 in button.toolTip()


def test_a_row_flows_to_further_lines(qtbot: QtBot) -> None:
    row = FlowRow()
    qtbot.addWidget(row)
    buttons = [WordsButton("card", row) for _ in range(4)]
    for button in buttons:
        button.show_words("逐项查看")
    row.show_widgets(buttons[:3])
    wide, line = row.sizeHint().width(), row.sizeHint().height()
    assert row.heightForWidth(wide) == line
    assert row.heightForWidth(wide - 1) > line * 2
    assert not buttons[3].isVisibleTo(row)


def test_a_message_begins_where_the_figures_do_and_keeps_its_end(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.resize(420, 28)
    line.show_layout("公文版 22×28")
    line.show()
    line.show_message("已导出：" + "很长的文件夹名字" * 8 + "，共 9 页。")
    image = line.grab().toImage()
    ground = image.pixelColor(2, 14)
    rows = range(6, 22)
    inked = [x for x in range(400) if any(image.pixelColor(x, y) != ground for y in rows)]
    assert 16 <= inked[0] <= 20  # beside the edge of a character
    layout = next(one for one in line.findChildren(PlainLabel) if one.text())
    assert not any(layout.x() <= x < layout.x() + 12 for x in inked)
    assert any(layout.x() - 32 < x < layout.x() for x in inked)


def test_what_takes_the_place_of_the_first_tile_takes_its_keys(qtbot):
    page = StartPage()
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    assert page.focusWidget().accessibleName() == "打开示例讲稿"
    page.show_recent(["D:/稿件/防汛.jianggao"])
    assert page.focusWidget().accessibleName() == "接着写“防汛”"
    page.show_recent(["D:/稿件/春耕.jianggao", "D:/稿件/防汛.jianggao"])
    assert page.focusWidget().accessibleName() == "接着写“春耕”"
