"""How likely characters are in Chinese prose: what tells one encoding from another."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache
from operator import mul
from typing import TYPE_CHECKING

from drafting.importers.common_characters import FIRST_200, NEXT_300, NEXT_500, TRADITIONAL

if TYPE_CHECKING:
    from collections.abc import Mapping

REPLACEMENT = "\ufffd"
# Likelihoods of a character as natural logarithms, from the share of its class in prose.
_FIRST, _NEXT_300, _NEXT_500 = -5.5, -7.0, -8.5
_TRADITIONAL = -6.5
_MARK, _ASCII = -5.0, -5.0
HIGHEST = -5.0  # of any character
_OTHER_HAN, _RARE_HAN, _LETTER = -12.0, -15.0, -13.0
IMPOSSIBLE, BAD_BYTE = -25.0, -30.0
_MARKS = "，。、；：？！“”‘’（）《》〈〉【】「」『』—…·％　０１２３４５６７８９"


def wide_of(counts: Counter[str]) -> dict[str, int]:
    """Return the characters outside ASCII that were decoded, and how often each comes."""
    return {one: count for one, count in counts.items() if one >= "\x80" and one != REPLACEMENT}


def mean_of(counts: Counter[str]) -> float:
    """Return the mean likelihood of the characters outside ASCII, 0 where there are none."""
    wide = wide_of(counts)
    total = sum(wide.values())
    return _weighed(wide) / total if total else 0.0


def sum_of(text: str) -> float:
    """Return how likely the characters of a text are together."""
    return _weighed(Counter(text))


def _weighed(counts: Mapping[str, int]) -> float:
    total: float = sum(map(mul, map(likelihood_of, counts), counts.values()))
    return total


@cache
def likelihood_of(character: str) -> float:
    """Return the likelihood of one character; at most 1.1 million are remembered."""
    code = ord(character)
    if code < 0x80:
        return _ASCII if code >= 0x20 or character in "\t\n\r\f\v\0" else IMPOSSIBLE
    known = _KNOWN.get(character)
    if known is not None:
        return known
    category = unicodedata.category(character)
    if category in ("Cn", "Co", "Cc", "Cs"):
        return IMPOSSIBLE
    if category == "Lo":
        return _OTHER_HAN if _is_in_use(character) else _RARE_HAN
    return _LETTER


def _is_in_use(character: str) -> bool:
    """Whether one of the two old national standards (GB 2312, Big5) has the character."""
    for encoding in ("gb2312", "big5"):
        try:
            character.encode(encoding)
        except UnicodeEncodeError:
            continue
        return True
    return False


_KNOWN = (
    dict.fromkeys(TRADITIONAL, _TRADITIONAL)
    | dict.fromkeys(NEXT_500, _NEXT_500)
    | dict.fromkeys(NEXT_300, _NEXT_300)
    | dict.fromkeys(FIRST_200, _FIRST)
    | dict.fromkeys(_MARKS, _MARK)
    | {REPLACEMENT: BAD_BYTE}
)
