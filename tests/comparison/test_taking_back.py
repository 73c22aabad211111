"""Every change can be taken back alone; all taken back give the older text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.comparison.differences import compare_texts
from drafting.comparison.taking_back import edits_taking_back, listed_changes
from drafting.model.change import ChangeKind
from drafting.text.edits import apply_edits

if TYPE_CHECKING:
    from pathlib import Path

OLD = (
    "在全县春耕会上的讲话\n同志们：\n今天讲两点意见。\n一、管住水源\n水库要一座一座地看，谁的水库谁来管。"
    "看完要记账。\n各乡镇每周报一次。\n二、压实责任\n责任要落到人头上。谁误了农时，就问谁的责。"
)


def take_back(old: str, new: str, index: int = 0) -> str:
    comparison = compare_texts(old, new)
    return apply_edits(new, edits_taking_back(comparison, comparison.changes()[index]))


def take_all_back(old: str, new: str, *, from_end: bool = False) -> str:
    for _ in range(200):
        if not compare_texts(old, new).changes():
            return new
        new = take_back(old, new, -1 if from_end else 0)
    raise AssertionError("it never ends")


def plain(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize(
    ("old_words", "new_words"),
    [
        ("谁的水库谁来管", "哪个乡的水库哪个乡来管"),
        ("看完要记账。", ""),
        ("\n各乡镇每周报一次。", ""),
        ("各乡镇每周报一次。", "各乡镇每周报一次。\n农技站每天报一次墒情。"),
        ("责任要落到人头上。", "责任要落到人头上。签了字就要算数。"),
        ("\n一、管住水源\n", "\n"),
        ("在全县春耕会上的讲话\n", ""),
    ],
)
def test_one_change_is_taken_back_with_its_line(old_words: str, new_words: str) -> None:
    new = OLD.replace(old_words, new_words, 1)
    assert new != OLD
    assert take_back(OLD, new) == OLD


def test_a_moved_sentence_goes_home() -> None:
    line = "\n各乡镇每周报一次。"
    new = OLD.replace(line, "") + line
    assert take_all_back(OLD, new) == OLD
    sentence = "谁误了农时，就问谁的责。"
    new = OLD.replace(sentence, "").replace("今天讲两点意见。", "今天讲两点意见。" + sentence)
    assert take_all_back(OLD, new) == OLD


def test_sentences_that_moved_together_are_one_change() -> None:
    part = "一、管住水源\n水库要一座一座地看，谁的水库谁来管。看完要记账。\n各乡镇每周报一次。\n"
    new = OLD.replace(part, "") + "\n" + part.rstrip("\n")
    comparison = compare_texts(OLD, new)
    listed = listed_changes(comparison)
    assert [one.kind for one in listed] == [ChangeKind.MOVED]
    back = apply_edits(new, edits_taking_back(comparison, listed[0]))
    assert plain(back) == plain(OLD)


def test_a_removed_paragraph_of_two_sentences_comes_back_in_two_steps() -> None:
    paragraph = "水库要一座一座地看，谁的水库谁来管。看完要记账。\n"
    new = OLD.replace(paragraph, "")
    once = take_back(OLD, new)
    assert once.split("\n")[4] == "水库要一座一座地看，谁的水库谁来管。"
    assert take_back(OLD, once) == OLD


@pytest.mark.parametrize("from_end", [False, True])
def test_all_changes_between_two_samples_can_be_taken_back(project: Path, from_end: bool) -> None:
    texts = [
        path.read_text(encoding="utf-8")
        for path in sorted((project / "resources" / "samples").glob("*.txt"))
    ]
    text = texts[0]
    lines = text.split("\n")
    reworked = "\n".join(
        line.replace("要", "务必", 1) if number % 3 == 0 else line
        for number, line in enumerate(lines[:4] + lines[8:12] + lines[4:8] + lines[14:])
        if number != 9
    )
    assert plain(take_all_back(text, reworked, from_end=from_end)) == plain(text)
