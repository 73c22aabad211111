"""What the rounds of a speech are called: 一稿、二稿、送审稿、定稿."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.text.numerals import format_han, parse_number

if TYPE_CHECKING:
    from collections.abc import Iterable

_NUMBERED = re.compile("第?([一二三四五六七八九十百]{1,4})稿")
_NAMED = ("征求意见稿", "送审稿", "定稿")


def proposed_rounds(known: Iterable[str]) -> tuple[str, ...]:
    """Return the names to choose from, first the number that follows those already given."""
    known = [name for name in known if name]
    numbers = [parse_number(match[1]) for match in map(_NUMBERED.fullmatch, known) if match]
    highest = max((number for number in numbers if number), default=0)
    return (f"{format_han(highest + 1)}稿", *(name for name in _NAMED if name not in known))
