"""Find and replace: scope, patterns, forms; no pattern holds the window up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from drafting.text.span import Span
from tests.clock import seconds
from tests.ui.main_window.conftest import SPEECH
from ui.editor import slices
from ui.editor.pattern_search import PatternSearch
from ui.editor.utf16 import Utf16Map
from ui.main_window.writing.find_search import Scope


@pytest.fixture
def bar(writing):
    writing.action("replace")
    return writing.wiring.edits._find_bar


def look(bar, needle, *, scope=Scope.WHOLE, pattern=False, exact=False):
    bar._needle.setText(needle)
    bar._scope.setCurrentText(scope.value)
    bar._choose_scope()
    bar._pattern.setChecked(pattern)
    bar._exact.setChecked(exact)
    return bar.places()


def test_scope_is_the_part_the_headings_or_the_selection(writing, bar):
    at = SPEECH.index("清河湾")
    assert len(look(bar, "一")) == SPEECH.count("一") == 5
    writing.editor.select(Span(at, at))
    assert len(look(bar, "一", scope=Scope.PART)) == 3
    assert [one.of(SPEECH) for one in look(bar, "把", scope=Scope.HEADINGS)] == ["把", "把"]
    writing.editor.select(Span(at, at + 14))
    assert len(look(bar, "一", scope=Scope.SELECTION)) == 1
    assert "（所选）" in bar._count.text()


def test_the_held_selection_moves_with_the_text(writing, bar):
    at = SPEECH.rindex("一抓到底")
    writing.editor.select(Span(at, at + 4))
    assert len(look(bar, "一", scope=Scope.SELECTION)) == 1
    writing.editor.select(Span(0, 0))
    writing.editor.insert_at_caret("一一一")
    assert [one.start for one in bar.places()] == [at + 3]


def test_another_speech_is_searched_whole(writing, bar, qtbot):
    writing.editor.select(Span(0, 4))
    look(bar, "一", scope=Scope.SELECTION)
    writing.document.show_text("一二一")
    qtbot.wait(20)  # the text before goes away
    bar.open(replacing=False)
    bar.look_for("一")
    assert len(bar.places()) == 2
    assert bar._scope.currentText() == "全文"


def test_several_selected_lines_become_the_scope(writing):
    writing.editor.select(Span(0, SPEECH.index("今天")))
    writing.action("find")
    bar = writing.wiring.edits._find_bar
    assert bar._scope.currentText() == "所选"


def test_forms_are_the_same_unless_they_are_to_be_told_apart(writing, bar):
    writing.document.show_text("Ａ级、a级、A级,好")
    assert len(look(bar, "a级")) == 3
    assert len(look(bar, "a级", exact=True)) == 1
    assert len(look(bar, "，好")) == 1
    assert len(look(bar, "，好", exact=True)) == 0


def test_a_pattern_with_groups_replaces_all_as_one_step(writing, bar):
    look(bar, "把(..)(管|压)", pattern=True)
    bar._replacement.setText("将$1$2")
    bar.replace_all()
    assert "一、将水源管起来" in writing.editor.text()
    assert "二、将责任压下去" in writing.editor.text()
    assert "已替换 2 处" in bar._count.text()
    writing.action("undo")
    assert writing.editor.text() == SPEECH


def test_what_was_found_stays_chosen_when_the_bar_is_closed(writing, qtbot):
    writing.document.show_text(f"{{会议}}\n{SPEECH}\n{{地点}}")
    writing.action("find")
    bar = writing.wiring.edits._find_bar
    qtbot.waitUntil(bar._needle.hasFocus)
    look(bar, "水源")
    bar.find_next()
    found = writing.editor.selected_span()
    qtbot.keyClick(bar._needle, Qt.Key.Key_Escape)
    assert writing.editor.selected_span() == found
    assert found.of(writing.editor.text()) == "水源"


def test_a_replacement_that_could_not_reach_all_says_so(writing, bar, monkeypatch):
    monkeypatch.setattr("ui.editor.pattern_search._MOST", 2)
    look(bar, "[一二]、", pattern=True)
    bar.replace_all()
    assert bar._count.text().startswith("太多了，只找了一部分，后面的没有替换：已替换前 2 处")


def test_ends_of_paragraphs_and_an_unfinished_pattern(writing, bar):
    assert len(look(bar, "^[一二]、", pattern=True)) == 2
    assert look(bar, "(", pattern=True) == []
    assert "不完整" in bar._count.text()


@pytest.mark.parametrize(
    "pattern", ["(一+)+$", "(一|一一)+$", "(.*)*(.*)*(.*)*x", "(一?){40}一{40}"]
)
def test_no_pattern_holds_the_window_up(qapp, pattern):
    text = "一" * 30_000 + "二"
    begin = seconds()
    list(PatternSearch(text, pattern, Utf16Map(text)).iter_steps())
    assert seconds() - begin < 3


def test_positions_are_code_points_behind_rare_characters(qapp):
    text = "𠮷镇𠮷村"
    found = PatternSearch(text, "镇|村", Utf16Map(text))
    list(found.iter_steps())
    assert [one.span for one in found.places] == [Span(1, 2), Span(3, 4)]


def test_what_is_found_is_not_hidden_by_the_bar(writing, bar, qtbot):
    writing.document.show_text("\n".join(f"第{number}段要抓紧。" for number in range(200)))
    look(bar, "要抓紧")
    for _ in range(120):
        bar.find_next()
        caret = writing.editor.cursorRect()
        top = writing.editor.viewport().mapTo(writing.editor, caret.topLeft()).y()
        scrolled = writing.editor.verticalScrollBar().value()
        assert top > bar.geometry().bottom() or scrolled == 0


def hits(writing):
    """Return the places that are set off by a ground."""
    return [
        Span(one.cursor.selectionStart(), one.cursor.selectionEnd())
        for one in writing.editor.extraSelections()
        if one.format.background().style() is not Qt.BrushStyle.NoBrush
    ]


def test_every_place_in_sight_is_set_off_until_the_bar_is_closed(writing, bar, qtbot):
    writing.document.show_text("\n".join(f"第{number}段要抓紧抓实。" for number in range(200)))
    places = look(bar, "抓")
    qtbot.waitUntil(lambda: len(hits(writing)) > 20)
    assert hits(writing) == places[: len(hits(writing))]
    assert len(hits(writing)) < len(places)
    bar.find_previous()
    qtbot.waitUntil(lambda: places[-1] in hits(writing))
    assert places[0] not in hits(writing)
    bar.close_bar()
    qtbot.waitUntil(lambda: hits(writing) == [], timeout=1500)  # however far the page is scrolled


def test_places_follow_what_is_written_beside_the_bar(writing, bar, qtbot):
    look(bar, "一抓到底")
    qtbot.waitUntil(lambda: len(hits(writing)) == 2)
    writing.editor.select(Span(0, 0))
    writing.editor.insert_at_caret("一抓到底")
    qtbot.waitUntil(lambda: len(hits(writing)) == 3)
    assert bar._count.text().startswith("共 3 处")
    bar._replacement.setText("抓实抓细")
    bar.replace_all()
    qtbot.waitUntil(lambda: hits(writing) == [])
    assert "已替换 3 处" in bar._count.text()


@pytest.mark.parametrize("pattern", [False, True])
def test_a_very_long_text_is_searched_in_slices(writing, bar, qtbot, monkeypatch, pattern):
    monkeypatch.setattr(slices, "_SECONDS", 0.0)
    writing.document.show_text("甲乙" * 4000)
    bar._pattern.setChecked(pattern)
    bar.look_for("乙")
    assert bar._search.is_busy
    assert "还在找" in bar._count.text()
    assert writing.editor.selected_span() == Span(1, 2)  # the first is known long before the last
    bar.find_previous()
    qtbot.waitUntil(lambda: writing.editor.selected_span() == Span(7999, 8000), timeout=20_000)
    assert bar._count.text() == "第 4,000 处，共 4,000 处"
    bar.find_next()
    assert writing.editor.selected_span() == Span(1, 2)
