"""Large edits are made in slices, are one step, and lose nothing that comes meanwhile."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtTest import QTest

from drafting.text.edits import TextEdit, apply_edits
from drafting.text.span import Span
from ui.editor.edit_history import TextChange
from ui.editor.large_edits import edits_of, is_large, iter_pieces

LINE = "各村要把水源、农资、机具排清楚，缺什么补什么。"
LONG = "\n".join(f"{LINE}{number}" for number in range(3000))


def commas(text):
    return [TextEdit(Span(i, i + 1), "；再说，") for i, one in enumerate(text) if one == "，"]


def made(text, edits, hurry=lambda: False):
    """Return ``text`` with the pieces of ``edits`` made one after the other."""
    for piece in iter_pieces(edits, hurry):
        text = apply_edits(text, piece)
    return text


def test_pieces_make_the_same_text_as_the_whole():
    chance = random.Random(5)  # noqa: S311 - repeatable, nothing secret
    for _ in range(40):
        text = "甲乙丙丁戊" * 4000
        cuts = sorted(chance.sample(range(len(text)), 2 * chance.randrange(1, 300)))
        edits = [
            TextEdit(Span(start, end), "字" * chance.choice((0, 1, 3, 9_000, 17_000)))
            for start, end in zip(cuts[::2], cuts[1::2], strict=True)
        ][:30]
        assert made(text, edits) == apply_edits(text, edits)
        assert made(text, edits, lambda: chance.random() < 0.5) == apply_edits(text, edits)


def test_who_waits_gets_few_large_pieces():
    assert len(list(iter_pieces(commas(LONG), lambda: False))) >= 30
    assert len(list(iter_pieces(commas(LONG), lambda: True))) <= 2


def test_what_is_put_in_at_one_place_keeps_its_order():
    words = "".join(chr(0x4E00 + number % 20_000) for number in range(50_000))
    edits = [TextEdit(Span(2, 3), words)]
    assert made("甲乙丙丁", edits) == f"甲乙{words}丁"
    assert max(len(one.replacement) for piece in iter_pieces(edits, bool) for one in piece) <= 8_000


def test_a_change_comes_back_line_by_line():
    old, new = LONG, LONG.replace("，", "！")
    change = TextChange(2, old, new)
    edits = edits_of(change)
    assert len(edits) == 3000
    assert apply_edits(f"前文{old}", edits) == f"前文{new}"
    assert len(edits_of(TextChange(0, "甲\n乙", "丙"))) == 1


def test_few_short_edits_near_each_other_are_not_large():
    assert not is_large([])
    assert not is_large([TextEdit(Span(0, 90_000), "")])
    assert not is_large(commas(LINE * 100))
    assert is_large(commas(LONG))
    assert is_large([TextEdit(Span(0, 0), LONG)])
    assert is_large([TextEdit(Span(0, 1), "甲"), TextEdit(Span(90_000, 90_001), "乙")])


@pytest.fixture
def long(editor):
    editor.load(LONG)
    return editor


def test_a_large_replacement_is_one_step_and_back(long, qtbot):
    told = []
    long.text_changed.connect(told.append)
    wanted = apply_edits(LONG, commas(LONG))
    long.replace(commas(LONG))
    assert long.is_editing
    qtbot.waitUntil(lambda: not long.is_editing, timeout=20_000)
    assert long.document().toPlainText() == long.text() == wanted
    assert len(told) == 1
    long.undo()
    qtbot.waitUntil(lambda: not long.is_editing, timeout=20_000)
    assert long.document().toPlainText() == long.text() == LONG
    assert not long.can_undo
    long.redo()
    qtbot.waitUntil(lambda: not long.is_editing, timeout=20_000)
    assert long.document().toPlainText() == long.text() == wanted
    assert not long.can_redo


def test_who_asks_for_the_text_gets_it_whole(long):
    long.replace(commas(LONG))
    assert long.is_editing
    assert long.text() == apply_edits(LONG, commas(LONG))
    assert not long.is_editing


def test_a_key_that_comes_meanwhile_is_not_lost(long):
    long.select(Span(0, 0))
    long.replace(commas(LONG))
    assert long.is_editing
    QTest.keyClicks(long, "a")
    assert long.text() == "a" + apply_edits(LONG, commas(LONG))
    long.undo()
    assert long.text() == apply_edits(LONG, commas(LONG))
    long.undo()
    assert long.text() == LONG


def test_a_long_paste_is_one_step_with_the_caret_behind_it(editor, qtbot):
    editor.load("前文后文")
    editor.select(Span(2, 2))
    mime = QMimeData()
    mime.setText(LONG + "\U00020000")
    editor.insertFromMimeData(mime)
    qtbot.waitUntil(lambda: not editor.is_editing, timeout=20_000)
    assert editor.text() == f"前文{LONG}\U00020000后文"
    assert editor.caret_position() == len(LONG) + 3
    editor.undo()
    assert editor.text() == "前文后文"
    assert not editor.can_undo


def test_another_text_ends_a_large_edit(long, qtbot):
    long.replace(commas(LONG))
    long.load("甲乙丙")
    qtbot.wait(20)
    assert long.text() == "甲乙丙"
    assert not long.can_undo
