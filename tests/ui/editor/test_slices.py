"""Long work on the page goes on in slices; keys come between them."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import groupby

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest
from shiboken6 import delete

from drafting.text.span import Span
from drafting.workspace.drafts.opening import parse_text
from ui.editor.line_styles import BODY, iter_line_styles, unpack_style
from ui.editor.page_format import STYLE_PROPERTY
from ui.editor.slices import Slices

LONG = "\n".join(
    [
        "在全县春耕工作会上的讲话",
        "同志们：",
        *[f"（{n}）抓紧备耕 {n} 亩。各村要把水源排清楚，缺什么补什么。" for n in range(3000)],
    ]
)


@pytest.fixture
def slices(qtbot):
    one = Slices()
    yield one
    one.stop()


def states(editor):
    """Return what every block remembers of its style, and its paragraph format's number."""
    found, block = [], editor.document().begin()
    while block.isValid():
        found.append(
            (unpack_style(block.userState()), block.blockFormat().intProperty(STYLE_PROPERTY))
        )
        block = block.next()
    return found


def test_long_work_is_done_bit_by_bit(slices, qtbot):
    done = []

    def work():
        for number in range(40):
            time.sleep(0.002)
            done.append(number)
            yield

    with qtbot.waitSignal(slices.ended, timeout=5000):
        slices.start(work())
        assert 1 <= len(done) < 20
        assert slices.is_busy
    assert len(done) == 40
    assert not slices.is_busy


def test_what_is_stopped_is_left(slices, qtbot):
    done = []
    slices.start(done.append(one) or time.sleep(0.005) for one in range(100))
    slices.stop()
    count = len(done)
    qtbot.wait(30)
    assert len(done) == count < 100


def test_several_take_turns_one_slice_between_two_rounds_of_events(slices, qtbot):
    done, others = [], [slices, Slices(), Slices()]
    rounds = QTimer()
    rounds.timeout.connect(lambda: done.append("round"))

    def work(name):
        for _ in range(12):
            time.sleep(0.003)
            yield done.append(name)

    rounds.start(0)
    for name, one in enumerate(others):
        one.start(work(name), is_late=True)
    qtbot.waitUntil(lambda: not any(one.is_busy for one in others), timeout=5000)
    turns = [name for name, _ in groupby(done)]
    assert turns.count("round") >= len(turns) // 2  # never two slices in one round
    assert sorted({*turns[:6]} - {"round"}) == [0, 1, 2]


def test_what_is_gone_with_its_window_does_nothing_more(slices, qtbot):
    gone, done = QObject(), []
    Slices(gone).start((done.append(one) for one in range(9)), is_late=True)
    slices.start((done.append("slices") for _ in range(1)), is_late=True)
    delete(gone)
    qtbot.waitUntil(lambda: not slices.is_busy, timeout=5000)
    assert done == ["slices"]


def test_a_long_text_is_shown_before_all_of_it_has_its_faces(editor, qtbot):
    draft = parse_text(LONG)
    editor.load(LONG, draft)
    assert editor.text() == LONG
    assert unpack_style(editor.document().begin().userState()).style == "title"
    assert unpack_style(editor.document().lastBlock().userState()) == BODY
    qtbot.waitUntil(lambda: not editor.is_structuring, timeout=20_000)
    assert [style for style, _ in states(editor)] == list(iter_line_styles(draft))
    assert not editor.can_undo


def test_a_long_text_laid_out_in_slices_is_as_high_as_one_laid_out_at_once(editor, qtbot):
    editor.load(LONG)
    qtbot.waitUntil(lambda: not editor.is_structuring, timeout=20_000)
    document = editor.document()
    height = document.size().height()
    document.markContentsDirty(0, document.characterCount())
    assert document.size().height() == height


def test_a_structure_of_a_long_text_comes_in_slices_and_leaves_it_editable(editor, qtbot):
    editor.load(LONG)
    qtbot.waitUntil(lambda: not editor.is_structuring, timeout=20_000)
    draft = replace(parse_text(LONG), revision=editor.revision)
    assert editor.show_structure(draft)
    assert editor.is_structuring
    editor.select(Span(3, 3))
    QTest.keyClicks(editor, "ab")
    assert editor.text() == LONG[:3] + "ab" + LONG[3:]
    qtbot.waitUntil(lambda: not editor.is_structuring, timeout=20_000)
    assert [style for style, _ in states(editor)] == list(iter_line_styles(draft))
    editor.undo()
    assert editor.text() == LONG


def test_a_new_paragraph_ends_the_styling_of_the_text_before(editor, qtbot):
    editor.load(LONG)
    qtbot.waitUntil(lambda: not editor.is_structuring, timeout=20_000)
    editor.show_structure(replace(parse_text(LONG), revision=editor.revision))
    editor.select(Span(3, 3))
    editor.insert_at_caret("\n")
    qtbot.waitUntil(lambda: not editor.is_structuring, timeout=20_000)
    assert editor.show_structure(replace(parse_text(editor.text()), revision=editor.revision))
    qtbot.waitUntil(lambda: not editor.is_structuring, timeout=20_000)
    assert [style for style, _ in states(editor)] == list(
        iter_line_styles(parse_text(editor.text()))
    )


def test_what_is_in_sight_stays_in_its_place(editor, qtbot):
    editor.resize(700, 500)
    editor.show()
    editor.load(LONG)
    qtbot.waitUntil(lambda: not editor.is_structuring, timeout=20_000)
    place = LONG.index("（200）")
    editor.select(Span(place, place))
    height = editor.cursorRect().top()
    editor.show_structure(replace(parse_text(LONG), revision=editor.revision))
    qtbot.waitUntil(lambda: not editor.is_structuring, timeout=20_000)
    assert abs(editor.cursorRect().top() - height) <= 2
