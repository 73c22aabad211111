"""Pages of web sites that lost their lines: passages of our own, made as such pages look."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafting.cleaning.cleaner import clean_text
from drafting.parsing.parser import parse_draft

_FIXTURES = Path(__file__).parent.parent / "fixtures" / "parsing"
_FIRST, _SECOND = (
    (_FIXTURES / f"glued_pages_{name}.txt").read_text(encoding="utf-8").strip().split("\n\n")
    for name in ("first", "second")
)
_WIDE = str.maketrans(",:;?!()", "，：；？！（）")


def plain(heading: str) -> str:
    """Return a heading as labels write it: no blanks, full-width marks, none at the end."""
    return re.sub("\\s", "", heading).translate(_WIDE).rstrip("。，：")


def compared(passage: str, *, cleaned: bool) -> tuple[list[str], list[str]]:
    """Return the headings of the first level as they should be, and as they are read."""
    text, _, labels = passage.rpartition("\n>")
    wanted = [plain(one) for one in labels.split(" | ") if one.strip()]
    draft = parse_draft(clean_text(text).text if cleaned else text)
    return wanted, [plain(one.marker + one.text) for one in draft.headings if one.level == 1]


def agreed(passages: list[str], *, cleaned: bool) -> tuple[int, int]:
    """Return how many of the headings in ``passages`` are read word for word, and how many are."""
    right = there = 0
    for passage in passages:
        wanted, found = compared(passage, cleaned=cleaned)
        there += len(wanted)
        right += len(set(wanted) & set(found))
    return right, there


@pytest.mark.parametrize("cleaned", [False, True])
def test_headings_end_where_their_sense_ends(*, cleaned: bool) -> None:
    right, there = agreed(_FIRST, cleaned=cleaned)
    assert there == 38
    assert right >= 33


@pytest.mark.parametrize("cleaned", [False, True])
def test_headings_of_pages_written_afterwards(*, cleaned: bool) -> None:
    """Of these, 32 were right when they were first read."""
    right, there = agreed(_SECOND, cleaned=cleaned)
    assert there == 41
    assert right >= 35


@pytest.mark.parametrize("passage", _FIRST + _SECOND, ids=lambda one: one[:14])
def test_every_part_is_a_heading_and_nothing_else(passage: str) -> None:
    wanted, found = compared(passage, cleaned=False)
    markers = [re.match("[^、，：）]+[、，：）]", one) for one in (*wanted, *found)]
    names = [one.group() for one in markers if one is not None]
    assert names[: len(wanted)] == names[len(wanted) :]
