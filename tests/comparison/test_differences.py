"""Two versions side by side: nothing lost on either side, and named as a reader would name it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.comparison.differences import compare_texts
from drafting.model.change import ChangeKind, PieceKind

OLD = (
    "同志们：\n今天开个短会，安排三件事。会议要短，话要实。\n"
    "一、抓防汛\n各乡镇要查险工。物资要备足。\n"
)


def kinds(old: str, new: str) -> list[tuple[str, str, str]]:
    return [
        (change.kind.value, change.old.of(old), change.new.of(new))
        for change in compare_texts(old, new).changes()
    ]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (OLD, []),
        (
            OLD.replace("三件事", "四件事"),
            [("changed", "今天开个短会，安排三件事。", "今天开个短会，安排四件事。")],
        ),
        (OLD.replace("物资要备足。", ""), [("removed", "物资要备足。", "")]),
        (
            OLD.replace("物资要备足。", "物资要备足。队伍要到岗。"),
            [("added", "", "队伍要到岗。")],
        ),
        (
            OLD.replace("会议要短，话要实。", "") + "会议要短，话要实。",
            [("moved", "会议要短，话要实。", "会议要短，话要实。")],
        ),
    ],
)
def test_named_as_a_reader_would(new: str, expected: list[tuple[str, str, str]]) -> None:
    assert kinds(OLD, new) == expected


def test_a_sentence_said_otherwise_is_one_change() -> None:
    new = OLD.replace("各乡镇要查险工。", "各乡镇要逐段查险工、除隐患。")
    (change,) = compare_texts(OLD, new).changes()
    assert change.kind is ChangeKind.CHANGED
    assert change.new.of(new) == "各乡镇要逐段查险工、除隐患。"


def rebuilt(old: str, new: str) -> tuple[str, str]:
    """Return both texts put together again from the pieces."""
    before: list[str] = []
    after: list[str] = []
    for piece in compare_texts(old, new).pieces():
        if piece.kind in (PieceKind.KEPT, PieceKind.DELETED, PieceKind.MOVED_FROM):
            before.append(piece.old.of(old))
        if piece.kind in (PieceKind.KEPT, PieceKind.INSERTED, PieceKind.MOVED_TO):
            after.append(piece.new.of(new))
        if piece.kind is PieceKind.KEPT:
            assert piece.old.of(old) == piece.new.of(new)
    return "".join(before), "".join(after)


SENTENCES = st.lists(
    st.sampled_from(
        [
            "要抓项目。",
            "要抓招商，",
            "各乡镇要当天报告；",
            "\n",
            "一、",
            "散会！",
            "“三个不”",
            "同志们，",
        ]
    ),
    max_size=30,
).map("".join)


@given(SENTENCES, SENTENCES)
@settings(max_examples=200, deadline=None)
def test_both_texts_come_back(old: str, new: str) -> None:
    assert rebuilt(old, new) == (old, new)


def test_moves_have_two_ends() -> None:
    new = OLD.replace("会议要短，话要实。", "") + "会议要短，话要实。"
    pieces = compare_texts(OLD, new).pieces()
    away = [piece.move for piece in pieces if piece.kind is PieceKind.MOVED_FROM]
    here = [piece.move for piece in pieces if piece.kind is PieceKind.MOVED_TO]
    assert away == here == [1]
