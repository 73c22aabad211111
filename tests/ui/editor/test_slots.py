"""Open slots are walked by Tab, phrases of several lines stand on lines of their own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from drafting.text.span import Span
from ui.editor.slots import fitted_phrase, next_slot

TEXT = "在{会议名称}上的讲话\n同志们：\n一、抓好{主要任务}，落到{单位}"


def chosen(editor):
    return editor.selected_span().of(editor.text())


def test_tab_walks_the_slots_and_begins_again(editor, qtbot):
    editor.load(TEXT)
    walked = []
    for _ in range(4):
        qtbot.keyClick(editor, Qt.Key.Key_Tab)
        walked.append(chosen(editor))
    assert walked == ["{会议名称}", "{主要任务}", "{单位}", "{会议名称}"]
    qtbot.keyClick(editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert chosen(editor) == "{单位}"
    editor.insert_at_caret("各村")
    assert editor.text().endswith("落到各村")


def test_without_slots_tab_leaves_the_page(qtbot, editor):
    desk = QWidget()
    qtbot.addWidget(desk)
    column = QVBoxLayout(desk)
    line = QLineEdit()
    column.addWidget(editor)
    column.addWidget(line)
    desk.show()
    desk.activateWindow()
    qtbot.waitExposed(desk)
    editor.load("没有空格的一段话。")
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert desk.focusWidget() is line
    editor.setFocus()
    qtbot.keyClicks(editor, "x")
    with qtbot.waitSignal(editor.tab_kept):  # the habit of indenting, in the middle of writing
        qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert desk.focusWidget() is editor
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert desk.focusWidget() is line
    assert editor.text() == "x没有空格的一段话。"
    editor.setParent(None)  # qtbot closes it by itself


def test_a_phrase_of_several_lines_stands_on_lines_of_its_own():
    phrase = "一、甲\n二、乙"
    assert fitted_phrase(phrase, "前文", Span(2, 2)) == "\n一、甲\n二、乙"
    assert fitted_phrase(phrase, "前文后文", Span(2, 2)) == "\n一、甲\n二、乙\n"
    assert fitted_phrase(phrase, "前文\n　\n后文", Span(4, 4)) == phrase
    assert fitted_phrase("一抓到底", "前文", Span(2, 2)) == "一抓到底"


def test_only_named_braces_in_one_paragraph_are_slots():
    assert next_slot("{甲\n乙}", Span(0, 0)) is None
    assert next_slot("{}", Span(0, 0)) is None
    assert next_slot("a{甲}", Span(1, 4)) == Span(1, 4)
