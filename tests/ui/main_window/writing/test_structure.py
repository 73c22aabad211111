"""Parts are moved, raised, inserted and deleted in the window, each as one step."""

from __future__ import annotations

import pytest

from drafting.text.edits import TextEdit
from drafting.text.span import Span
from tests.ui.main_window.conftest import SPEECH


@pytest.fixture
def outline(writing, qtbot):
    """The outline, once its parts are there."""
    one = writing.wiring.desk.outline
    qtbot.waitUntil(lambda: one._view is not None and one._view.model().rowCount() > 0)
    return one


def place_caret(one, words):
    one.editor.select(Span(one.editor.text().index(words), one.editor.text().index(words)))


def rows_of(outline, numbers):
    model = outline._view.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return [next(one for one in rows if one.data()[0] == number) for number in numbers]


def messages(one):
    told = []
    one.wiring.writing.structure.told.connect(told.append)
    return told


def test_a_part_is_moved_as_one_step_and_the_caret_goes_with_it(writing):
    told = messages(writing)
    place_caret(writing, "把责任")
    writing.action("part_up")
    text = writing.editor.text()
    assert text.index("一、把责任压下去") < text.index("二、把水源管起来")
    assert text[writing.editor.caret_position() :].startswith("一、把责任")
    assert "已上移" in told[0]
    writing.action("undo")
    assert writing.editor.text() == SPEECH


def test_insert_and_delete_mend_the_promise(writing):
    place_caret(writing, "清河湾")
    writing.action("part_insert")
    assert "讲三点意见" in writing.editor.text()
    assert writing.editor.selected_span().of(writing.editor.text()) == "{标题}"
    writing.action("part_delete")
    assert writing.editor.text() == SPEECH
    writing.action("undo")
    writing.action("undo")
    assert writing.editor.text() == SPEECH
    assert not writing.editor.can_undo


def test_what_cannot_be_done_is_told_and_changes_nothing(writing):
    told = messages(writing)
    place_caret(writing, "一、")
    writing.action("part_promote")
    assert told == ["已经是最高一层。"]
    assert writing.editor.text() == SPEECH


def test_the_outline_chooses_the_part_while_it_has_the_keys(writing, outline, qtbot):
    place_caret(writing, "在全县")
    outline.setFocus()
    view = outline._view
    model = view.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    second = next(one for one in rows if one.data().startswith("二、"))
    view.setCurrentIndex(second)
    qtbot.waitUntil(view.hasFocus)
    writing.action("part_up")
    assert "一、把责任压下去" in writing.editor.text()


def test_a_part_is_dropped_before_another(writing, outline):
    view, model = outline._view, outline._view.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    first = next(one for one in rows if one.data().startswith("一、"))
    view.setCurrentIndex(next(one for one in rows if one.data().startswith("二、")))
    view.drop_part(first, is_below=False, is_on=True)
    text = writing.editor.text()
    assert text.index("一、把责任压下去") < text.index("二、把水源管起来")


def test_the_menu_of_a_part_offers_the_steps(outline):
    model = outline._view.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    menu = outline.part_menu(next(one for one in rows if one.data().startswith("一、")))
    assert [one.objectName() for one in menu.actions()][:2] == ["part_up", "part_down"]
    menu.deleteLater()
    assert outline.part_menu(rows[0]) is None


def test_one_of_several_speeches_is_opened_alone(writing, outline, qtbot, monkeypatch):
    another = "在全县春灌总结会上的讲话\n同志们：\n" + "各镇都要把水放到田头，不误农时。" * 20
    writing.editor.select(Span(len(SPEECH), len(SPEECH)))
    writing.editor.insert_at_caret("\n" + "各镇都要动起来，早修早用。" * 20 + "\n" + another)
    model = outline._view.model()
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    menu = outline.part_menu(model.index(1, 0))
    (action,) = menu.actions()
    assert action.text() == "单独打开这一篇"
    # What is unsaved asks first, as always.
    monkeypatch.setattr(writing.wiring.writing.structure._session, "leave", lambda then: then())
    action.trigger()
    menu.deleteLater()
    assert writing.editor.text() == another


def test_no_part_is_moved_by_an_outline_that_is_behind_the_text(writing, outline, qtbot):
    told = messages(writing)
    first, second = rows_of(outline, "一二")
    view = outline._view
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.setCurrentIndex(second)
    writing.editor.select(Span(0, 0))
    writing.editor.insert_at_caret("（清河湾县委办公室起草，供常委会讨论）\n")
    changed = writing.editor.text()
    view.drop_part(first, is_below=False, is_on=True)
    writing.action("part_up")
    assert writing.editor.text() == changed
    assert [one[:6] for one in told] == ["提纲还没跟上"] * 2
    qtbot.waitUntil(lambda: outline.is_shown_of(changed), timeout=8000)


def test_a_key_pressed_twice_in_the_outline_moves_the_same_part_twice(writing, outline, qtbot):
    third = "\n三、把账算清楚\n要算细账。"
    writing.editor.replace([TextEdit(Span(len(SPEECH), len(SPEECH)), third)])
    qtbot.waitUntil(lambda: outline.is_shown_of(SPEECH + third), timeout=8000)
    (last,) = rows_of(outline, "三")
    outline._view.setFocus()
    qtbot.waitUntil(outline._view.hasFocus)
    outline._view.setCurrentIndex(last)
    writing.action("part_up")
    writing.action("part_up")
    text = writing.editor.text()
    assert text.index("一、把账算清楚") < text.index("二、把水源") < text.index("三、把责任")
