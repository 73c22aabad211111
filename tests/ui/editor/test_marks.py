"""Marks stand under the text that is in sight and move with the edits around them."""

from __future__ import annotations

import random
from dataclasses import replace

from PySide6.QtGui import QTextDocument

from drafting.model.finding import Finding, Fix, Related, Severity
from drafting.text.edits import TextEdit
from drafting.text.span import Span
from ui.editor.marks import SHOWN_AT_MOST, FindingMarks
from ui.editor.utf16 import Utf16Map


def finding(start, end, severity=Severity.ERROR):
    return Finding("ST001", "名", severity, Span(start, end), "", "")


def marks_at(*places):
    marks = FindingMarks()
    marks.show([finding(*place) for place in places], Utf16Map("字" * 5000))
    return marks


def test_marks_behind_an_edit_move_with_it():
    marks = marks_at((2, 4), (10, 14))
    assert not marks.move(6, 0, 3)
    assert marks.places() == [(2, 4), (13, 17)]
    assert not marks.move(0, 2, 0)
    assert marks.places() == [(0, 2), (11, 15)]


def test_every_place_of_an_open_slot_is_marked():
    others = tuple(Related(Span(place, place + 4), "又见于此") for place in (20, 40))
    slot = replace(finding(2, 6), related=others, is_open_slot=True)
    marks = FindingMarks()
    marks.show([slot], Utf16Map("字" * 50))
    assert marks.places() == [(2, 6), (20, 24), (40, 44)]


def test_related_places_are_marked_where_one_fix_mends_all_of_them():
    elsewhere = Related(Span(0, 9), "来源", source="旧稿")
    related = (Related(Span(20, 22), "又见于此"), elsewhere)
    one, other = (TextEdit(Span(place, place + 2), "县") for place in (2, 20))
    both, first = Fix("全部改", (one, other)), Fix("改这一处", (one,))
    marks = FindingMarks()
    for fixes, places in (((first,), [(2, 4)]), ((first, both), [(2, 4), (20, 22)])):
        marks.show([replace(finding(2, 4), related=related, fixes=fixes)], Utf16Map("字" * 50))
        assert marks.places() == places


def test_a_mark_whose_own_characters_change_is_dropped():
    marks = marks_at((2, 4), (10, 14))
    assert marks.move(11, 1, 0)
    assert marks.places() == [(2, 4)]


def test_edits_taken_down_are_followed_before_the_marks_are_asked_for():
    marks = marks_at((2, 4), (10, 14))
    marks.note(6, 0, 3)
    marks.note(14, 1, 0)
    assert marks.places() == [(2, 4)]
    assert marks.follow()
    assert not marks.follow()


def test_typing_at_the_edges_keeps_a_mark():
    marks = marks_at((10, 14))
    marks.move(14, 0, 1)
    marks.move(10, 0, 1)
    assert marks.places() == [(11, 15)]


def test_a_long_mark_that_begins_far_above_is_followed():
    marks = marks_at((0, 1000), (500, 502), (900, 902))
    assert marks.move(600, 0, 2)
    assert marks.places() == [(500, 502), (902, 904)]


def test_edits_at_many_places_move_the_marks_as_one_by_one_would():
    chance = random.Random(7)  # noqa: S311 - not for secrets
    places = [(place, place + chance.randint(1, 9)) for place in range(0, 2000, 7)]
    marks, plain = marks_at(*places), [list(place) for place in places]
    for _ in range(300):
        position, removed, added = (
            chance.randint(0, 1900),
            chance.randint(0, 3),
            chance.randint(0, 5),
        )
        edit_end, shift = position + removed, added - removed
        left = [one for one in plain if one[1] <= position or one[0] >= edit_end]
        assert marks.move(position, removed, added) == (len(left) != len(plain))
        plain = left
        for one in plain:
            if one[1] > position:
                one[0], one[1] = one[0] + shift, one[1] + shift
        if chance.random() < 0.1:
            assert marks.places() == [tuple(one) for one in plain]
    assert marks.places() == [tuple(one) for one in plain]


def test_only_what_is_in_sight_is_shown_and_never_more_than_the_limit(qapp):
    document = QTextDocument("字" * 5000)
    marks = marks_at(*((place, place + 2) for place in range(0, 4000, 4)))
    shown = marks.selections(document, 100, 140)
    assert {one.cursor.selectionStart() for one in shown} == {100, 104, 108, 112, 116, 120, 124,
                                                             128, 132, 136, 140}  # fmt: skip
    assert len(marks.selections(document, 0, 5000)) == SHOWN_AT_MOST


def test_the_severities_are_told_apart(qapp):
    marks = FindingMarks()
    document = QTextDocument("字" * 20)
    marks.show([finding(0, 2), finding(4, 6, Severity.WARNING)], Utf16Map("字" * 20))
    colours = {one.format.underlineColor().name() for one in marks.selections(document, 0, 20)}
    assert len(colours) == 2


def test_the_chosen_place_comes_first_and_can_be_cleared(qapp):
    document = QTextDocument("字" * 20)
    marks = marks_at((4, 6))
    marks.choose(Span(8, 12), Utf16Map("字" * 20))
    assert marks.selections(document, 0, 20)[0].cursor.selectionEnd() == 12
    marks.choose(None, Utf16Map(""))
    assert len(marks.selections(document, 0, 20)) == 1
