"""A leader's marks: named, accepted or refused one by one, locked, and carried to a newer text."""

from __future__ import annotations

import random

import pytest

from drafting.comparison.marks import carry, decide, lockable, marks_between, marks_in
from drafting.model.imported import ImportedChange, ImportedComment, ImportedText
from drafting.model.mark import Decision, Mark, MarkKind
from drafting.text.edits import TextEdit
from drafting.text.span import Span
from tests.exporters.test_redline import SPEECHES, edited

TEXT = "今年收购三千吨。各乡镇要查险工。\n散会。"


def change(start: int, end: int, new: str, rank: int, author: str = "甲") -> ImportedChange:
    return ImportedChange(author, "", (TextEdit(Span(start, end), new),), (rank,))


def returned() -> tuple[Mark, ...]:
    return marks_in(
        ImportedText(
            TEXT,
            changes=(
                change(4, 6, "四千", 0),
                change(8, 8, "这是硬任务。", 1, "乙"),
                change(11, 12, "", 2),
            ),
            comments=(
                ImportedComment("乙", "2026-10-20", "语气再重些", 12, 15),
                ImportedComment("乙", "", "整体不错"),
            ),
        )
    )


def test_marks_are_named_and_in_order() -> None:
    found = [(one.kind.value, one.author, one.old, one.new) for one in returned()]
    assert found == [
        ("replaced", "甲", "三千", "四千"),
        ("inserted", "乙", "", "这是硬任务。"),
        ("deleted", "甲", "要", ""),
        ("comment", "乙", "查险工", "语气再重些"),
        ("comment", "乙", "", "整体不错"),
    ]
    assert [one.span for one in returned()][-2:] == [Span(12, 15), None]
    assert MarkKind.REPLACED.label == "改写"


def test_each_is_accepted_or_refused() -> None:
    marks = returned()
    assert decide(TEXT, marks, {}).text == TEXT
    one = decide(TEXT, marks, {0: Decision.ACCEPT, 2: Decision.REFUSE})
    assert one.text == TEXT.replace("三千", "四千")
    assert one.locked == ()
    everything = decide(TEXT, marks, dict.fromkeys(range(5), Decision.ACCEPT))
    assert everything.text == "今年收购四千吨。这是硬任务。各乡镇查险工。\n散会。"


def test_what_is_locked_is_in_the_text() -> None:
    decided = decide(TEXT, returned(), dict.fromkeys(range(5), Decision.LOCK))
    assert decided.locked == ("今年收购四千吨", "这是硬任务。", "各乡镇查险工")
    assert all(wording in decided.text for wording in decided.locked)


def test_short_wordings_are_locked_with_their_clause() -> None:
    text = "会议定了，今年收购四千吨。\n第二，再查一遍。\n散会。"
    at = text.index
    assert lockable(text, Span(at("四千"), at("四千") + 2)) == ("今年收购四千吨",)
    assert lockable(text, Span(at("第二"), at("第二") + 2)) == ("第二，再查一遍",)
    assert lockable(text, Span(at("散会"), len(text))) == ("散会。",)
    both = Span(at("今年"), at("再查") + 2)
    assert lockable(text, both) == ("今年收购四千吨。", "第二，再查一遍")
    assert lockable(text, Span(3, 3)) == ()


def test_two_insertions_at_one_place_keep_their_order() -> None:
    marks = marks_in(
        ImportedText("甲丙", changes=(change(1, 1, "乙", 1), change(1, 1, "一", 0, "乙")))
    )
    assert decide("甲丙", marks, dict.fromkeys(range(2), Decision.ACCEPT)).text == "甲一乙丙"


def test_marks_find_their_place_in_a_later_version() -> None:
    marks = returned()
    assert carry(marks, TEXT, TEXT) == marks
    later = "同志们：\n" + TEXT.replace("查险工", "查险段险工")
    carried = carry(marks, TEXT, later)
    assert [mark is None for mark in carried] == [False] * 3 + [True, False]
    known = [mark for mark in carried if mark is not None]
    made = decide(later, known, dict.fromkeys(range(len(known)), Decision.ACCEPT)).text
    assert made == "同志们：\n今年收购四千吨。这是硬任务。各乡镇查险段险工。\n散会。"


@pytest.mark.parametrize("seed", range(60))
def test_marks_without_authors_lead_to_the_newer_text(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same edits each time
    old = chance.choice(SPEECHES)[:1200].strip("\n")
    new = edited(old, chance)
    marks = marks_between(old, new)
    everything = dict.fromkeys(range(len(marks)), Decision.LOCK)
    decided = decide(old, marks, everything)
    assert decided.text == new
    assert all(wording in new for wording in decided.locked)
