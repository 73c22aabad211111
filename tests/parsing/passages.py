"""Passages in tests/fixtures/parsing: a text, behind it the headings that it should have."""

from __future__ import annotations

import re
from pathlib import Path

from drafting.cleaning.cleaner import clean_text
from drafting.parsing.parser import parse_draft

_FIXTURES = Path(__file__).parent.parent / "fixtures" / "parsing"
_WIDE = str.maketrans(",:;?!()", "，：；？！（）")


def passages_of(name: str) -> list[str]:
    """Return the passages of one file, each with its line of labels."""
    return (_FIXTURES / f"{name}.txt").read_text(encoding="utf-8").strip().split("\n\n")


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
