"""The page: one full line of the layout at every zoom, and nothing of it in the undo history."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextCursor, QTextDocument

from drafting.pagination.layout_files import load_layout
from drafting.workspace.drafts.opening import parse_text
from tests.ui.editor.drafts import TEXT, speech
from ui.editor.speech_editor import SpeechEditor
from ui.editor.structure_highlighter import StructureHighlighter


def lines_of(editor, number):
    layout = editor.document().findBlockByNumber(number).layout()
    return [layout.lineAt(row).textLength() for row in range(layout.lineCount())]


@pytest.mark.parametrize("zoom", [70, 89, 100, 133, 200])
def test_a_line_holds_28_characters_at_every_zoom(editor, zoom):
    editor.load("字" * 100)
    editor.set_zoom(zoom)
    editor.document().documentLayout().documentSize()
    assert lines_of(editor, 0) == [26, 28, 28, 18]


def test_zoom_is_no_step_of_the_history_and_fits_the_window(editor):
    editor.load(TEXT, speech())
    editor.set_zoom(150)
    assert 145 <= editor.zoom_percent <= 155
    assert not editor.can_undo
    editor.set_zoom(0)
    assert editor.viewport().width() <= editor.width()
    assert abs(editor.viewportMargins().left() - editor.viewportMargins().right()) <= 1
    fitting = editor.zoom_percent
    editor.resize(1400, 680)
    assert editor.zoom_percent > fitting


def test_a_narrow_window_still_shows_a_readable_page(editor):
    editor.resize(300, 400)
    assert editor.zoom_percent >= 55
    assert editor.horizontalScrollBar().maximum() > 0


def test_a_text_opens_no_file_and_no_picture(editor):
    picture = editor.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("file:///x"))
    assert isinstance(picture, QImage)
    assert picture.isNull()


def test_title_is_centred_and_body_indented(editor):
    editor.load(TEXT, speech())
    formats = [editor.document().findBlockByNumber(row).blockFormat() for row in range(7)]
    indents = [one.textIndent() > 0 for one in formats]
    assert indents == [False, False, False, True, True, True, True]
    assert formats[0].alignment() == editor.page.block_format("title").alignment()


def test_headings_take_their_faces_and_run_in_headings_only_their_part(editor):
    editor.load(TEXT, speech())
    block = editor.document().findBlockByNumber(4)
    assert block.layout().formats()[0].format.fontFamilies() == (
        editor.page.char_format("heading1").fontFamilies()
    )
    ranges = editor.document().findBlockByNumber(5).layout().formats()
    assert (ranges[0].start, ranges[0].length) == (0, len("（一）盯住开工。"))
    body = editor.document().findBlockByNumber(6)
    assert body.layout().formats() == []


def test_figures_take_the_latin_face(editor):
    editor.load(TEXT, speech())
    block = editor.document().findBlockByNumber(5)
    start = block.text().index("36")
    latin = [one for one in block.layout().formats() if one.start == start]
    assert latin[0].length == 2
    assert latin[0].format.fontFamilies() == editor.page.latin_format("body").fontFamilies()


def test_another_layout_keeps_text_and_caret(editor):
    editor.load(TEXT, speech())
    editor.moveCursor(QTextCursor.MoveOperation.End)
    caret = editor.caret_position()
    editor.set_layout(load_layout("reading"))
    assert editor.text() == TEXT
    assert editor.caret_position() == caret
    assert isinstance(editor, SpeechEditor)


def test_opening_looks_at_each_paragraph_once(editor, qtbot, monkeypatch):
    text = "\n".join(["讲话", "同志们："] + ["一、抓紧备耕。春耕 2026 年。"] * 300)
    looked, laid = [], []
    real = StructureHighlighter.highlight
    monkeypatch.setattr(
        StructureHighlighter, "highlight",
        lambda one, block: (looked.append(block), real(one, block))[1],
    )  # fmt: skip
    monkeypatch.setattr("ui.editor.page_view.format_all_blocks", lambda *_: laid.append(None))
    editor.load(text, parse_text(text))
    qtbot.wait(20)
    assert len(looked) == 302
    assert laid == []
