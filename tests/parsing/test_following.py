"""Blocks and headings follow an edit inside a paragraph; anything else is read again."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from drafting.parsing.following import followed
from drafting.parsing.parser import parse_draft

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "在全县春耕会上的讲话\n同志们：\n今天开会，讲两点意见。\n"
    "一、把水源管起来\n水库见底了，要一座一座地看。\n（一）先看水。渠道要清，闸门要修。\n"
    "二、把责任压下去\n谁的地谁管，谁的水谁看。"
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("水库见底", "水库已经见底"),
        ("一座一座地", ""),
        ("渠道要清", "渠道要清、要通"),
        ("谁的水", "谁的人"),
    ],
)
def test_structure_follows_as_it_would_be_read(old: str, new: str) -> None:
    text = TEXT.replace(old, new)
    draft = followed(parse_draft(TEXT), text, 7)
    read = parse_draft(text)
    assert draft is not None
    assert (draft.text, draft.revision) == (text, 7)
    assert draft.blocks == read.blocks
    assert draft.headings == read.headings


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("水库见底", "水库\n见底"), ("起来\n", "起来"), ("把水源", "把水管"), ("一、", "三、"),
        ("先看水", "先看地"), ("谁的水谁看。", "谁的水谁看。好"), ("同志们", "各位同志们"),
    ],
)  # fmt: skip
def test_what_may_change_the_structure_is_read_again(old: str, new: str) -> None:
    text = TEXT.replace(old, new)
    draft = followed(parse_draft(TEXT), text, 1)
    assert draft is None or draft.blocks == parse_draft(text).blocks


def test_typing_in_speeches_keeps_their_structure(project: Path) -> None:
    chance = random.Random(5)  # noqa: S311 - the same on every run
    tried = 0
    for path in sorted((project / "tests" / "fixtures" / "checks").glob("clean_*.txt")):
        text = path.read_text(encoding="utf-8")
        draft = parse_draft(text)
        for _ in range(12):
            place = chance.randrange(len(text))
            typed = text[:place] + "新" + text[place:]
            guess = followed(draft, typed, 1)
            if guess is not None:
                tried += 1
                assert guess.blocks == parse_draft(typed).blocks
    assert tried > 50
