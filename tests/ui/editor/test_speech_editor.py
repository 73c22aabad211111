"""The editor: revisions, one-step replacements, plain paste, composing, undo that is the user's."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QInputMethodEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QMenu

from drafting.model.draft import Block, BlockKind, Draft
from drafting.model.finding import Finding, Severity
from drafting.text.edits import TextEdit
from drafting.text.span import Span
from tests.ui.dragging import drag_onto
from tests.ui.editor.drafts import TEXT, place, speech


def compose(editor, preedit="", commit=""):
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QGuiApplication.sendEvent(editor, event)


def test_loading_begins_a_history_and_a_revision(editor, qtbot):
    with qtbot.waitSignal(editor.text_changed) as caught:
        editor.load("甲\r\n乙")
    assert editor.text() == "甲\n乙"
    assert caught.args == [editor.revision]
    assert not editor.can_undo


def test_every_change_of_the_text_is_a_new_revision(editor, qtbot):
    editor.load("")
    before = editor.revision
    qtbot.keyClicks(editor, "ab")
    assert editor.text() == "ab"
    assert editor.revision == before + 2
    editor.replace([TextEdit(Span(0, 1), "c")])  # as long as what it replaces
    assert editor.revision == before + 3


def test_composing_changes_neither_text_nor_revision(editor, qtbot):
    editor.load(TEXT, speech())
    before = editor.revision
    with qtbot.assertNotEmitted(editor.text_changed):
        compose(editor, preedit="ni")
        compose(editor, preedit="ni hao")
    assert editor.is_composing
    assert editor.text() == TEXT
    assert editor.revision == before
    with qtbot.waitSignal(editor.text_changed):
        compose(editor, commit="你好")
    assert not editor.is_composing
    assert editor.text() == "你好" + TEXT
    assert editor.revision == before + 1


@pytest.mark.parametrize("words", ["抓", "两手", "a b", "\xa0", "𠮷", "上\n下", "（一）"])
def test_what_is_committed_is_the_text_wherever_it_is_written(editor, words):
    for place_of_caret in (0, 3, len(TEXT) // 2, len(TEXT)):
        editor.load(TEXT)
        editor.select(Span(place_of_caret, place_of_caret))
        compose(editor, "zhua")
        compose(editor, "", words)
        compose(editor, "", words)
        expected = TEXT[:place_of_caret] + 2 * words.replace("\xa0", " ") + TEXT[place_of_caret:]
        assert editor.text() == editor.toPlainText() == expected
        while editor.can_undo:
            editor.undo()
        assert editor.text() == editor.toPlainText() == TEXT


def test_what_is_committed_takes_the_place_of_the_selection(editor):
    editor.load(TEXT)
    editor.select(Span(2, 5))
    compose(editor, "", "抓")
    assert editor.text() == editor.toPlainText() == TEXT[:2] + "抓" + TEXT[5:]


def test_structure_that_comes_while_composing_waits(editor):
    editor.load("讲话")
    compose(editor, preedit="ni")
    draft = Draft("讲话", blocks=(Block(BlockKind.TITLE, Span(0, 2)),))
    assert editor.show_structure(draft, editor.revision)
    assert editor.document().firstBlock().blockFormat().textIndent() > 0
    compose(editor)
    assert editor.document().firstBlock().blockFormat().textIndent() == 0


def test_structure_of_an_older_text_is_dropped(editor):
    editor.load(TEXT)
    stale = editor.revision
    editor.insert_at_caret("新")
    assert not editor.show_structure(speech(), stale)
    assert editor.draft is None


def test_one_undo_takes_back_what_was_typed_and_not_the_formatting(editor, qtbot):
    editor.load("")
    qtbot.keyClicks(editor, "abc")
    draft = Draft("abc", blocks=(Block(BlockKind.TITLE, Span(0, 3)),))
    assert editor.show_structure(draft, editor.revision)
    assert editor.document().firstBlock().blockFormat().textIndent() == 0
    editor.undo()
    assert editor.text() == ""
    assert not editor.can_undo
    editor.redo()
    assert editor.text() == "abc"
    assert editor.document().firstBlock().blockFormat().textIndent() == 0


def test_formatting_never_drops_what_can_be_redone(editor, qtbot):
    editor.load("讲话\n正文")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(editor, "x")
    editor.undo()
    draft = Draft("讲话\n正文", blocks=(Block(BlockKind.TITLE, Span(0, 2)),))
    editor.show_structure(draft, editor.revision)
    assert editor.can_redo
    editor.redo()
    assert editor.text() == "讲话\n正文x"


def test_structure_of_an_untouched_text_adds_no_step(editor):
    editor.load(TEXT)
    editor.show_structure(speech(), editor.revision)
    assert not editor.can_undo
    assert editor.document().firstBlock().blockFormat().textIndent() == 0
    editor.insert_at_caret("新")
    assert editor.can_undo


def test_replacements_are_one_step_and_spans_are_code_points(editor):
    editor.load("\U00020000甲乙丙丁")
    editor.replace(
        [TextEdit(Span(3, 4), "三"), TextEdit(Span(1, 2), "一一"), TextEdit(Span(5, 5), "。")]
    )
    assert editor.text() == "\U00020000一一乙三丁。"
    editor.undo()
    assert editor.text() == "\U00020000甲乙丙丁"


@pytest.mark.parametrize("spans", [((0, 2), (1, 3)), ((2, 9),)])
def test_edits_that_do_not_fit_change_nothing(editor, spans):
    editor.load("甲乙丙")
    with pytest.raises(ValueError, match="overlap or leave"):
        editor.replace([TextEdit(Span(*one), "") for one in spans])
    assert editor.text() == "甲乙丙"


def test_a_phrase_goes_in_at_the_caret_as_one_step(editor, qtbot):
    editor.load("甲乙")
    editor.select(Span(1, 2))
    editor.insert_at_caret("一抓到底")
    assert editor.text() == "甲一抓到底"
    assert editor.caret_position() == 5
    qtbot.keyClicks(editor, "x")
    editor.undo()
    assert editor.text() == "甲一抓到底"
    editor.undo()
    assert editor.text() == "甲乙"


def test_paste_takes_plain_text_only(editor):
    editor.load("")
    rich = QMimeData()
    rich.setHtml("<b>粗</b><img src='//server/x.png'>")
    assert not editor.canInsertFromMimeData(rich) or "server" not in rich.text()
    rich.setText("粗\r\n体")
    editor.insertFromMimeData(rich)
    assert editor.text() == "粗\n体"
    assert not editor.document().firstBlock().charFormat().font().bold()
    files = QMimeData()
    files.setUrls([QUrl("file:///tmp/a.docx")])
    files.setText("file:///tmp/a.docx")
    assert not editor.canInsertFromMimeData(files)


def test_shift_enter_begins_a_paragraph(editor, qtbot):
    editor.load("甲")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert editor.text() == "甲\n"
    assert editor.document().blockCount() == 2


def test_reveal_brings_a_far_place_into_sight(editor):
    text = "\n".join(f"第{number}段的文字。" for number in range(400))
    editor.load(text)
    span = place("第300段", text)
    editor.reveal(span)
    height = editor.viewport().height()
    assert height // 4 <= editor.cursorRect().top() <= height // 2
    assert editor.caret_position() == span.end
    assert editor.selected_span() == Span(span.end, span.end)
    editor.select(span)
    assert editor.selected_span() == span


def test_marks_follow_the_text_until_the_next_result(editor):
    editor.load("甲乙丙丁戊")
    found = [Finding("A", "a", Severity.ERROR, Span(3, 5), "", "")]
    assert editor.show_findings(found, editor.revision)
    assert len(editor.extraSelections()) == 1
    editor.insert_at_caret("新\U00020000")
    assert editor.mark_places() == [Span(5, 7)]
    assert not editor.show_findings(found, editor.revision - 1)


def test_undoing_everything_and_loading_again_leaves_no_old_marks(editor):
    editor.load("甲乙丙")
    editor.show_findings([Finding("A", "a", Severity.ERROR, Span(0, 2), "", "")], editor.revision)
    editor.load("丁戊己")
    assert editor.mark_places() == []


def test_many_texts_with_marks_one_after_another(editor, qtbot):
    for number in range(12):
        editor.load(f"第{number}篇\n正文正文")
        found = [Finding("A", "a", Severity.ERROR, Span(0, 2), "", "")]
        editor.show_findings(found, editor.revision)
        editor.reveal(Span(1, 2))
        qtbot.wait(2)
    assert len(editor.findChildren(QTextDocument)) == 1


def test_only_changed_blocks_are_formatted_again(editor):
    editor.load(TEXT, speech())
    seen = []
    real = editor.highlighter.highlight
    editor.highlighter.highlight = lambda block: (seen.append(block), real(block))[1]
    editor.show_structure(speech(), editor.revision)
    assert seen == []
    draft = speech()
    editor.show_structure(replace(draft, headings=draft.headings[:1]), editor.revision)
    assert [one.blockNumber() for one in seen] == [5]


def test_words_dragged_onto_the_page_fall_where_the_hand_is(editor):
    editor.load(TEXT, speech())
    editor.show()
    mime = QMimeData()
    mime.setText("拖来的话")
    start = editor.textCursor()
    start.setPosition(0)
    spot = editor.cursorRect(start).center()
    assert drag_onto(editor.viewport(), mime, spot)
    assert editor.text() == "拖来的话" + TEXT
    editor.undo()
    assert editor.text() == TEXT


def test_a_file_dragged_onto_the_page_is_left_to_the_window(editor):
    editor.load(TEXT, speech())
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/甲.txt")])
    assert not drag_onto(editor.viewport(), mime)
    assert editor.text() == TEXT


LINE = "各部门要高度重视，切实抓好落实。"


def spot_of(editor, words):
    """The middle of the first of ``words`` on the page."""
    cursor = editor.textCursor()
    cursor.setPosition(editor.text().index(words))
    first = editor.cursorRect(cursor)
    cursor.setPosition(cursor.position() + 1)
    return (first.center() + editor.cursorRect(cursor).center()) / 2


def selected(editor):
    return editor.textCursor().selectedText()


def test_two_clicks_select_a_word_and_three_a_paragraph(editor, qtbot):
    editor.load(f"{LINE}\n{LINE}")
    editor.show()
    left, viewport = Qt.MouseButton.LeftButton, editor.viewport()
    for words, word in (("落", "落实"), ("实", "切实"), ("，", "，")):
        qtbot.mouseDClick(viewport, left, pos=spot_of(editor, words))
        assert selected(editor) == word
    qtbot.mouseClick(viewport, left, pos=spot_of(editor, "，"))
    assert selected(editor) == LINE
    qtbot.wait(QApplication.doubleClickInterval() + 50)
    qtbot.mouseClick(viewport, left, pos=spot_of(editor, "重视"))
    assert selected(editor) == ""


def test_control_and_an_arrow_pass_a_word(editor, qtbot):
    editor.load(f"𠮷{LINE}\n{LINE}")
    stops = []
    for _ in range(4):
        qtbot.keyClick(editor, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
        stops.append(editor.caret_position())
    assert stops == [1, 2, 4, 5]
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(editor, Qt.Key.Key_Left, both)
    qtbot.keyClick(editor, Qt.Key.Key_Left, both)
    assert selected(editor) == "部门要"
    editor.select(Span(len(LINE) + 1, len(LINE) + 1))
    qtbot.keyClick(editor, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert editor.caret_position() == len(LINE) + 2  # the next paragraph


def test_control_and_backspace_delete_a_word_as_one_step(editor, qtbot):
    editor.load(LINE)
    editor.select(Span(4, 4))
    qtbot.keyClick(editor, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == LINE.replace("要", "", 1)
    qtbot.keyClick(editor, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == "各部门重视，切实抓好落实。"
    editor.undo()
    editor.undo()
    assert editor.text() == LINE
    editor.select(Span(0, 3))
    qtbot.keyClick(editor, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == LINE[3:]


def test_the_menu_is_about_the_place_that_is_pointed_at(editor, monkeypatch):
    shown = []

    class Closed(QMenu):
        """A menu from which nothing is chosen."""

        def exec(self, _place):
            shown[:] = [one.text() for one in self.actions() if one.text()]

    monkeypatch.setattr("ui.editor.context_menu.QMenu", Closed)
    editor.load(LINE)
    editor.show()

    def ask(words):
        place = spot_of(editor, words)
        reason = QContextMenuEvent.Reason.Mouse
        event = QContextMenuEvent(reason, place, editor.viewport().mapToGlobal(place))
        QGuiApplication.sendEvent(editor.viewport(), event)

    ask("高度")
    assert editor.caret_position() in {4, 5}
    editor.select(Span(0, 6))
    ask("部门")
    assert editor.selected_span() == Span(0, 6)  # what is to be cut stays selected
    ask("落实")
    assert not len(editor.selected_span())
    assert shown[:3] == ["剪切\tCtrl+X", "复制\tCtrl+C", "粘贴\tCtrl+V"]
