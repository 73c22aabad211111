"""How alike two headings are built: what siblings share tells where one that ran on stops."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import eq

from drafting.parsing.headings.weights import weight_of

# What tells that two wordings are siblings, in the order in which their weights are given.
SIGNS = (
    "as many clauses",
    "clauses as long",
    "as long",
    "same characters",
    "same share",
    "longer or shorter",
    "end alike",
)
_WEIGHTS = tuple(map(weight_of, SIGNS))
_PAUSE = re.compile("[，、：]")
_MOST_EDGE, _MOST_SAME, _MOST_APART = 4, 6, 12


def _most(weights: tuple[float, ...], *, is_long: bool) -> float:
    """Return what two headings can be alike at most, of one length or not."""
    many, clauses, long, characters, share, _, ended = weights
    most = max(0.0, many) + max(0.0, clauses) + _MOST_EDGE * max(0.0, ended)
    return most + max(0.0, long + _MOST_SAME * characters + share) if is_long else most


# No likeness is greater between headings of one length, or of two.
MOST_OF_ONE_LENGTH = _most(_WEIGHTS, is_long=True)
MOST_OF_TWO_LENGTHS = _most(_WEIGHTS, is_long=False)


def likeness(first: str, second: str, weights: tuple[float, ...] = _WEIGHTS) -> float:
    """Return how much a wording gains as a heading by being built like its sibling ``second``.

    It is linear in the ``weights`` of ``SIGNS``: who gives one of them the weight 1 and the others
    none learns how much of that sign there is.
    """
    # What all of them begin with (希望大家…, 希望大家…) is the frame, not the heading.
    if first == second:
        return 0.0
    many, clauses, long, characters, share, apart, ended = weights
    total = 0.0
    ours, theirs = _clauses(first), _clauses(second)
    if len(ours) == len(theirs):
        total = many + clauses * sum(map(eq, ours, theirs)) / len(ours)
    size = len(first)
    further = abs(size - len(second))
    if not further:
        same = sum(map(eq, first, second))
        total += long + characters * min(_MOST_SAME, same) + share * same / size
    total += apart * (further if further < _MOST_APART else _MOST_APART)
    if first[-1:] == second[-1:]:
        total += ended * _shared(first[: -_MOST_EDGE - 1 : -1], second[: -_MOST_EDGE - 1 : -1])
    return total


@lru_cache(maxsize=1024)
def _clauses(wording: str) -> tuple[int, ...]:
    """Return the lengths of the clauses; each is compared with those of all its siblings."""
    return tuple(map(len, _PAUSE.split(wording)))


def _shared(first: str, second: str) -> int:
    """Return how many characters both begin with."""
    count = 0
    for a, b in zip(first, second, strict=False):
        if a != b:
            break
        count += 1
    return count
