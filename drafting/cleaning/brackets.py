"""Round brackets around or beside Chinese text become full-width, always in pairs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.cleaning.neighbours import next_solid
from drafting.text.characters import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

_BRACKET = re.compile("[()（）\n]")
_HAN = re.compile(f"[{HAN}]")
# Only the beginning of what stands between a pair is looked at, so that nesting costs nothing.
_LOOK = 120


def widened_brackets(text: str) -> Iterator[tuple[int, str]]:
    """Yield position and new form of every half-width round bracket that is to change."""
    if "(" not in text and ")" not in text:
        return
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        at, bracket = match.start(), match.group()
        if bracket == "\n":
            opened.clear()
        elif bracket in "(（":
            opened.append(at)
        elif opened:
            first = opened.pop()
            if text[first] + bracket != "（）" and _is_chinese(text, first, at):
                if text[first] == "(":
                    yield first, "（"
                if bracket == ")":
                    yield at, "）"


def _is_chinese(text: str, first: int, last: int) -> bool:
    if text[first] == "（" or text[last] == "）":
        return True
    if _HAN.search(text, first + 1, min(last, first + _LOOK)):
        return True
    if _HAN.match(next_solid(text, first, -1)):
        return True
    # A number that opens its line belongs to what follows it.
    opens = first == 0 or text[first - 1] == "\n"
    return opens and _HAN.match(next_solid(text, last, 1)) is not None
