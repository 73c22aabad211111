"""Copying gives plain text, and paragraphs in the layout's faces for Word and WPS."""

from __future__ import annotations

import re

from drafting.text.span import Span
from tests.ui.editor.drafts import TEXT, place, speech


def test_everything_comes_with_its_faces(editor):
    editor.load(TEXT, speech())
    editor.selectAll()
    mime = editor.createMimeDataFromSelection()
    assert mime.text() == TEXT
    paragraphs = re.split("</p>|</h1>", mime.html())[:-1]
    layout = editor.page.layout
    assert len(paragraphs) == 7
    assert "text-align:center" in paragraphs[0]
    assert layout.style("title").face in paragraphs[0]
    assert layout.style("heading1").face in paragraphs[4]
    assert paragraphs[4].startswith("<h1 ")
    assert paragraphs[5].count("<span") == 1
    assert f"'{layout.style('heading2').face}'" in paragraphs[5].split("<span", 1)[1]
    assert f"'{layout.style('body').face}'" in paragraphs[5].split("<span")[0]
    assert "text-indent:31.5pt" in paragraphs[6]
    assert "mso-char-indent-count:2" in paragraphs[6]


def test_a_copy_without_traces_stays_out_of_clipboard_histories(editor):
    editor.load(TEXT, speech())
    editor.selectAll()
    usual = editor.createMimeDataFromSelection()
    editor.is_traceless = lambda: True
    mime = editor.createMimeDataFromSelection()
    assert mime.text() == usual.text()
    added = {one: bytes(mime.data(one).data()) for one in mime.formats()}
    for kind in usual.formats():
        del added[kind]
    history = 'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"'
    assert added[history] == bytes(4)
    assert len(added) == 4


def test_a_part_of_a_line_keeps_no_indent(editor):
    editor.load(TEXT, speech())
    editor.select(place("盯住开工。清河湾县"))
    mime = editor.createMimeDataFromSelection()
    assert mime.text() == "盯住开工。清河湾县"
    assert "text-indent" not in mime.html()
    assert mime.html().count("<span") == 1
    assert mime.html().endswith("</span>清河湾县</p>")


def test_foreign_marks_are_escaped_and_astral_characters_whole(editor):
    editor.load("<img src='//server/x'>\n\U00020000甲")
    editor.selectAll()
    mime = editor.createMimeDataFromSelection()
    assert mime.text() == "<img src='//server/x'>\n\U00020000甲"
    assert "<img" not in mime.html()
    editor.select(Span(len("<img src='//server/x'>\n"), len("<img src='//server/x'>\n") + 1))
    assert editor.createMimeDataFromSelection().text() == "\U00020000"
