"""专注 leaves the page alone and dims the rest; goals stand in the status line."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from drafting.text.span import Span
from tests.ui.main_window.conftest import SPEECH
from ui.dialogs.document.goal import GoalDialog


def darkness(editor, number):
    """How dark the darkest point of a paragraph's line is (0 is black)."""
    block = editor.document().findBlockByNumber(number)
    rect = editor.document().documentLayout().blockBoundingRect(block).toAlignedRect()
    image = editor.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    points = (
        image.pixelColor(x, y).lightness()
        for y in range(int(rect.top() * ratio) + 1, int(rect.bottom() * ratio) - 1, 2)
        for x in range(int(rect.left() * ratio), min(int(rect.right() * ratio), image.width()), 2)
    )
    return min(points)


def test_all_but_the_paragraph_at_the_caret_is_dimmed(writing):
    desk = writing.wiring.desk
    editor = writing.editor
    editor.select(Span(len(SPEECH), len(SPEECH)))
    bright = darkness(editor, 4)
    writing.action("focus_mode")
    assert not desk.outline_dock.isVisible()
    assert not desk.side_dock.isVisible()
    assert not writing.window.toolbar.isVisible()
    last = editor.document().blockCount() - 1
    assert darkness(editor, 4) > bright + 60
    assert darkness(editor, last) < darkness(editor, 4) - 60
    at = SPEECH.index("清河湾")
    editor.select(Span(at, at))
    assert darkness(editor, last) > darkness(editor, 4) + 60
    writing.action("focus_mode")
    assert desk.outline_dock.isVisible()
    assert writing.window.toolbar.isVisible()
    assert abs(darkness(editor, last) - bright) < 20


def test_the_goal_is_shown_kept_and_part_of_the_particulars(writing, monkeypatch):
    def accept(dialog):
        dialog._minutes.setValue(15)
        assert dialog.characters() == 2700
        dialog._characters.setValue(3000)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr("ui.dialogs.document.goal.GoalDialog.exec", accept)
    writing.action("goal")
    line = writing.wiring.desk.status_line
    assert "/ 目标 3,000" in line._characters.text()
    assert "/ 议程 15 分钟" in line._minutes.text()
    assert writing.document.is_dirty
    saved = writing.document.draft_file().particulars
    assert (saved["slot_minutes"], saved["target_characters"]) == (15.0, 3000)


@pytest.mark.parametrize(("minutes", "characters"), [(None, None), (10.0, 1800)])
def test_zero_is_no_goal(qtbot, minutes, characters):
    dialog = GoalDialog(minutes, characters, 180)
    qtbot.addWidget(dialog)
    assert (dialog.minutes(), dialog.characters()) == (minutes, characters)


def test_both_dates_go_in_at_the_caret(writing):
    writing.editor.select(Span(0, 0))
    writing.action("insert_date")
    writing.action("insert_date_han")
    head = writing.editor.text()[: -len(SPEECH)]
    assert head.count("年") == head.count("月") == head.count("日") == 2
    assert head.startswith("20")
    assert "〇" in head


def test_the_edge_of_the_paper_is_one_line_beside_bright_and_dimmed_paragraphs(writing, qtbot):
    editor = writing.editor
    writing.action("focus_mode")
    editor.set_zoom(60)
    qtbot.waitUntil(lambda: editor.horizontalScrollBar().maximum() == 0)
    at = SPEECH.index("清河湾")
    editor.select(Span(at, at))
    image = editor.viewport().grab().toImage()
    bright = round(editor.cursorRect().center().y() * image.devicePixelRatio())
    rows = range(bright, image.height() - 10)
    assert len({image.pixelColor(0, y).name() for y in rows}) == 1
    writing.action("focus_mode")
