"""Open slots: one that is filled and left by Tab fills its namesakes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from drafting.checks.base import CheckContext
from drafting.checks.catalogue import rule_by_code
from drafting.checks.report import CheckReport
from drafting.lexicons.lexicons import load_lexicons
from drafting.parsing.parser import parse_draft
from drafting.text.span import Span
from drafting.workspace.live.draft import CheckedStep

TEXT = "在{会议名称}上的讲话\n今天召开{会议名称}，把{主题}抓好。\n{主题}要紧，{主题}要快。"


@pytest.fixture
def skeleton(writing, qtbot):
    writing.document.show_text(TEXT)
    writing.settle(qtbot)
    writing.editor.setFocus()
    writing.editor.walk_slots()
    told = []
    writing.wiring.writing.prompts.told.connect(told.append)
    return writing, told


def write(writing, qtbot, words):
    writing.editor.insert_at_caret(words)
    qtbot.keyClick(writing.editor, Qt.Key.Key_Tab)


def test_namesakes_are_filled_as_one_step(skeleton, qtbot):
    writing, told = skeleton
    write(writing, qtbot, "春耕现场会")
    filled = TEXT.replace("{会议名称}", "春耕现场会")
    assert writing.editor.text() == filled
    assert writing.editor.selected_span().of(filled) == "{主题}"
    assert told == ["“会议名称”另有 1 处，已一并填上，可用 Ctrl+Z 撤销。"]
    write(writing, qtbot, "春耕")
    assert "{" not in writing.editor.text()
    assert told[-1].startswith("“主题”另有 2 处")
    writing.action("undo")
    assert writing.editor.text() == filled.replace("{主题}", "春耕", 1)


def test_a_slot_that_is_passed_over_fills_nothing(skeleton, qtbot):
    writing, told = skeleton
    qtbot.keyClick(writing.editor, Qt.Key.Key_Tab)
    qtbot.keyClick(writing.editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert writing.editor.text() == TEXT
    assert told == []


def test_a_slot_that_is_emptied_leaves_the_others_open(skeleton, qtbot):
    writing, _told = skeleton
    qtbot.keyClick(writing.editor, Qt.Key.Key_Backspace)
    qtbot.keyClick(writing.editor, Qt.Key.Key_Tab)
    assert writing.editor.text() == TEXT.replace("{会议名称}", "", 1)


def test_what_was_written_elsewhere_too_is_no_filling(skeleton, qtbot):
    writing, _told = skeleton
    writing.editor.insert_at_caret("春耕现场会")
    writing.editor.moveCursor(writing.editor.textCursor().MoveOperation.End)
    writing.editor.insert_at_caret("抓早。")
    qtbot.keyClick(writing.editor, Qt.Key.Key_Tab)
    assert writing.editor.text() == TEXT.replace("{会议名称}", "春耕现场会", 1) + "抓早。"


def test_a_skeleton_tells_of_gaps_and_of_no_error(skeleton):
    writing, _told = skeleton
    rule = rule_by_code("RS001")
    found = tuple(rule.check(parse_draft(TEXT), CheckContext(load_lexicons())))
    report = CheckReport(writing.editor.revision, found, 0, (), 0.0)
    writing.wiring.findings.take(CheckedStep(report, None))
    desk = writing.wiring.desk
    assert desk.status_line._findings.text() == "待填 2  错误 0  提醒 0  建议 0"
    assert desk.tabs.tabText(desk.tabs.indexOf(desk.findings)) == "问题"


def offered(writing, monkeypatch):
    """How often a list would come by itself, were every word the beginning of a phrase."""
    completion, times = writing.wiring.writing.completion, []
    monkeypatch.setattr(writing.context.use_cases.writing, "is_begun", lambda _before: True)
    monkeypatch.setattr(completion, "_look_up", lambda *, is_asked: times.append(is_asked))
    return completion, times


def test_no_list_comes_by_itself_into_a_slot_where_tab_goes_on(skeleton, qtbot, monkeypatch):
    writing, _told = skeleton
    completion, times = offered(writing, monkeypatch)
    qtbot.keyClick(writing.editor, Qt.Key.Key_Tab)
    assert writing.editor.selected_span().of(TEXT) == "{会议名称}"
    qtbot.keyClicks(writing.editor, "kai")
    qtbot.waitUntil(completion._timer.isActive)
    completion._timer.timeout.emit()
    assert times == []
    writing.editor.select(Span(len(TEXT) - 10, len(TEXT) - 10))
    qtbot.keyClicks(writing.editor, "kai")
    completion._timer.timeout.emit()
    assert times == [False]


def test_no_list_comes_by_itself_into_a_title(running, qtbot, monkeypatch):
    running.document.show_text("")
    running.settle(qtbot)
    running.editor.setFocus()
    completion, times = offered(running, monkeypatch)
    qtbot.keyClicks(running.editor, "kai")
    completion._timer.timeout.emit()
    assert times == []
    qtbot.keyClicks(running.editor, "\rkai")
    completion._timer.timeout.emit()
    assert times == [False]
