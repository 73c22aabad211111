"""Another layout changes the page at once and nothing else."""

from __future__ import annotations

from drafting.model.finding import Finding, Severity
from drafting.pagination.layout_files import load_layout
from drafting.text.span import Span
from tests.ui.editor.drafts import TEXT, place, speech


def test_text_undo_caret_and_marks_stay(editor, qtbot):
    editor.load(TEXT, speech())
    editor.select(Span(len(TEXT), len(TEXT)))
    qtbot.keyClicks(editor, "ab")
    found = place("36个")
    editor.show_findings(
        [Finding("WD007", "名", Severity.ERROR, found, "说明", "道理")], editor.revision
    )
    revision, caret = editor.revision, editor.caret_position()
    body, device = editor.document().defaultFont().pointSizeF(), editor.page.layout.id
    editor.set_layout(load_layout("reading"))
    assert (editor.page.layout.id, device) == ("reading", "official")
    assert editor.document().defaultFont().pointSizeF() > body
    assert (editor.text(), editor.revision) == (TEXT + "ab", revision)
    assert editor.caret_position() == caret
    assert editor.mark_places() == [found]
    assert editor.can_undo
    editor.undo()
    assert editor.text() == TEXT


def test_headings_take_the_faces_of_the_new_layout(editor):
    editor.load(TEXT, speech())
    for layout_id in ("reading", "official", "review"):
        layout = load_layout(layout_id)
        editor.set_layout(layout)
        title = editor.document().firstBlock()
        sizes = {one.format.fontPointSize() for one in title.layout().formats()}
        assert layout.style("title").size in sizes
        pitch = title.blockFormat().lineHeight()
        assert abs(pitch - layout.line_pitch * 96 / 72) < 0.01


def test_what_is_read_stays_in_sight(editor):
    text = TEXT + "\n" + "\n".join(f"第{n}段，把事情一件一件办好。" for n in range(200))
    editor.load(text)
    editor.verticalScrollBar().setValue(editor.verticalScrollBar().maximum() // 2)
    top = editor.cursorForPosition(editor.rect().topLeft()).blockNumber()
    editor.set_layout(load_layout("reading"))
    assert abs(editor.cursorForPosition(editor.rect().topLeft()).blockNumber() - top) <= 1
