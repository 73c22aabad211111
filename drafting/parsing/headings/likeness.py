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
    "same share",
    "longer or shorter",
    "end alike",
    "clauses begun alike",
    "clauses ended alike",
    "goes on alike",
)
_WEIGHTS = tuple(map(weight_of, SIGNS))
_PAUSE = re.compile("[，、：]")
_MOST_EDGE, _MOST_APART = 4, 12
# So much of each clause's beginning and end is compared.
_HEAD, _TAIL = 1, 2


def likeness(
    first: str, second: str, weights: tuple[float, ...] = _WEIGHTS, *, goes_on: bool = False
) -> float:
    """Return how much a wording gains as a heading by being built like its sibling ``second``.

    ``goes_on``: the text goes on alike behind both, as behind headings that are cut too early.
    It is linear in the ``weights`` of ``SIGNS``: who gives one of them the weight 1 and the others
    none learns how much of that sign there is.
    """
    # What all of them begin with (希望大家…, 希望大家…) is the frame, not the heading.
    if first == second:
        return 0.0
    many, clauses, long, share, apart, ended, begins, ends, further_on = weights
    total = further_on if goes_on else 0.0
    ours, heads, tails = _clauses(first)
    theirs, their_heads, their_tails = _clauses(second)
    if len(ours) == len(theirs):
        alike = clauses * sum(map(eq, ours, theirs)) + begins * sum(map(eq, heads, their_heads))
        total += many + (alike + ends * sum(map(eq, tails, their_tails))) / len(ours)
    size = len(first)
    further = abs(size - len(second))
    if not further:
        # What both begin with they share wherever they are cut.
        total += long + share * (sum(map(eq, first, second)) - _shared(first, second)) / size
    total += apart * (further if further < _MOST_APART else _MOST_APART)
    if first[-1:] == second[-1:]:
        total += ended * _shared(first[: -_MOST_EDGE - 1 : -1], second[: -_MOST_EDGE - 1 : -1])
    return total


def most_of_another_length(second: str) -> tuple[float, float, float]:
    """Return more than which no wording of another length gains by being like ``second``.

    Behind it stands what it may gain besides by beginning, and by ending, with the same character.
    """
    many, clauses, _, _, apart, ended, begun, closed, _ = _WEIGHTS
    number = len(_clauses(second)[0])
    # One of the clauses at least is longer or shorter; others than the first may begin alike.
    most = many + max(0.0, clauses) * (number - 1) / number + max(0.0, closed)
    begins = max(0.0, begun)
    if number > 1:
        most, begins = most + begins, 0.0
    most = max(0.0, most) + max(apart, apart * _MOST_APART)
    return most, begins, _MOST_EDGE * max(0.0, ended)


@lru_cache(maxsize=1024)
def _clauses(wording: str) -> tuple[tuple[int, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the lengths of the clauses, and with what each begins and ends."""
    clauses = _PAUSE.split(wording)
    heads = tuple([clause[:_HEAD] for clause in clauses])
    return tuple(map(len, clauses)), heads, tuple([clause[-_TAIL:] for clause in clauses])


def _shared(first: str, second: str) -> int:
    """Return how many characters both begin with."""
    count = 0
    for a, b in zip(first, second, strict=False):
        if a != b:
            break
        count += 1
    return count
