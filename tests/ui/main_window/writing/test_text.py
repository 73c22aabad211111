"""Pasting cleans, says so, and takes the cleaning back; lines are joined and split."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from drafting.text.span import Span
from tests.ui.main_window.conftest import SPEECH
from ui.panels.words_button import WordsButton

COPIED = "　　各村要抓紧,不能等.\r\n（一）\t抓水源\r\n"
CLEANED = "各村要抓紧，不能等。\n（一）抓水源\n"


def paste(one, text):
    mime = QMimeData()
    mime.setText(text)
    one.editor.insertFromMimeData(mime)


def offer_of(one):
    buttons = one.wiring.desk.status_line.findChildren(WordsButton)
    return next(button for button in buttons if button.words == "撤销清理")


def test_pasted_text_is_clean_and_one_step(writing):
    writing.editor.select(Span(len(SPEECH), len(SPEECH)))
    paste(writing, COPIED)
    assert writing.editor.text() == SPEECH + CLEANED
    writing.action("undo")
    assert writing.editor.text() == SPEECH


def test_the_cleaning_is_taken_back_from_the_status_line(writing):
    writing.editor.select(Span(0, 0))
    paste(writing, COPIED)
    button = offer_of(writing)
    assert button.isVisible()
    button.click()
    assert writing.editor.text() == COPIED.replace("\r\n", "\n") + SPEECH
    assert not button.isVisible()
    writing.action("undo")
    assert writing.editor.text() == CLEANED + SPEECH


def test_pasted_lines_that_may_be_a_pages_are_told(writing):
    told = []
    writing.wiring.writing.texts.told.connect(told.append)
    lines = "\n".join(f"第{number}件事要抓紧办，不能再一拖再拖了。" for number in "一二三四五六七")
    writing.editor.select(Span(0, 0))
    paste(writing, f"在大会上的讲话\n同志们：\n{lines}\n谢谢大家！\n主办单位：县总工会")
    assert told == ["“主办单位：县总工会”像是网页上的，请看一看（未改动）。"]


def test_changed_text_is_not_replaced_by_what_was_copied(writing):
    writing.editor.select(Span(0, 0))
    paste(writing, COPIED)
    writing.editor.select(Span(0, 2))
    writing.editor.insert_at_caret("乡镇")
    before = writing.editor.text()
    offer_of(writing).click()
    assert writing.editor.text() == before


def test_text_of_our_own_and_plain_pasting_are_left_as_they_are(writing):
    QGuiApplication.clipboard().setText(COPIED)
    writing.editor.selectAll()
    writing.action("paste_plain")
    assert writing.editor.text() == COPIED.replace("\r\n", "\n")
    writing.editor.selectAll()
    mime = writing.editor.createMimeDataFromSelection()
    writing.editor.insertFromMimeData(mime)
    assert writing.editor.text() == COPIED.replace("\r\n", "\n")


def test_lines_are_joined_split_and_simplified_as_one_step_each(writing):
    told = []
    writing.wiring.writing.texts.told.connect(told.append)
    writing.document.show_text("各村要把水\n源管起來。一座一座看。")
    writing.editor.selectAll()
    writing.action("lines_join")
    writing.action("lines_simplify")
    assert writing.editor.text() == "各村要把水源管起来。一座一座看。"
    writing.editor.select(Span(0, 0))
    writing.action("lines_split")
    assert writing.editor.text() == "各村要把水源管起来。\n一座一座看。"
    for _ in range(3):
        writing.action("undo")
    assert writing.editor.text() == "各村要把水\n源管起來。一座一座看。"
    writing.editor.select(Span(0, 0))
    writing.action("lines_join")
    assert told[-1].startswith("没有要合并的行")


def test_a_long_paste_is_cleaned_while_writing_goes_on(writing, qtbot):
    long = COPIED * 900
    writing.editor.select(Span(0, 0))
    paste(writing, long)
    writing.editor.insert_at_caret("甲")
    writing.editor.select(Span(len(SPEECH), len(SPEECH)))
    assert writing.editor.text() == "甲" + SPEECH
    qtbot.waitUntil(lambda: len(writing.editor.text()) > len(long) // 2, timeout=20_000)
    assert writing.editor.text() == "甲" + CLEANED * 900 + SPEECH
    offer_of(writing).click()
    assert writing.editor.text() == "甲" + COPIED.replace("\r\n", "\n") * 900 + SPEECH


def test_a_long_paste_into_a_speech_that_is_gone_is_dropped(writing, qtbot):
    paste(writing, COPIED * 900)
    writing.document.show_text("另一篇")
    qtbot.waitUntil(lambda: writing.context.jobs.pending == 0, timeout=20_000)
    assert writing.editor.text() == "另一篇"


def test_a_long_text_is_simplified_while_writing_goes_on(writing, qtbot):
    writing.document.show_text("動員\n" * 6000)
    writing.action("lines_simplify")
    qtbot.waitUntil(lambda: writing.context.jobs.pending == 0, timeout=20_000)
    assert writing.editor.text() == "动员\n" * 6000
    writing.action("undo")
    assert writing.editor.text() == "動員\n" * 6000
    writing.action("lines_simplify")
    writing.editor.insert_at_caret("甲")
    qtbot.waitUntil(lambda: writing.context.jobs.pending == 0, timeout=20_000)
    assert "動員" in writing.editor.text()  # its places were those of another text
