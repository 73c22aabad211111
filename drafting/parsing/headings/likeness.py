"""How alike two headings are built: what siblings share tells where one that ran on stops."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import eq
from typing import TYPE_CHECKING

from drafting.parsing.headings.weights import weighed

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAUSE = re.compile("[，、：]")
_MOST_EDGE = 4


def likeness(first: str, second: str) -> float:
    """Return how much a wording gains as a heading by being built like its sibling ``second``."""
    return weighed(likeness_signs(first, second))


def likeness_signs(first: str, second: str) -> Iterator[tuple[str, float]]:
    """Yield what two headings share: pauses at the same places, length, frame, ends."""
    if first == second:
        # What all of them begin with (希望大家…, 希望大家…) is the frame, not the heading.
        yield "one and the same", 1
        return
    ours, theirs = _clauses(first), _clauses(second)
    if len(ours) == len(theirs):
        yield "as many clauses", 1
        yield "clauses as long", sum(map(eq, ours, theirs)) / len(ours)
    apart = abs(len(first) - len(second))
    if apart == 0:
        yield "as long", 1
        frame = sum(map(eq, first, second))
        yield "same characters", min(6, frame)
        yield "same share", frame / len(first)
    yield "longer or shorter", min(apart, 12)
    # Most begin and end in another character: that is seen without a call.
    if first[:1] == second[:1]:
        yield "begin alike", _shared(first[:_MOST_EDGE], second[:_MOST_EDGE])
    if first[-1:] == second[-1:]:
        yield "end alike", _shared(first[: -_MOST_EDGE - 1 : -1], second[: -_MOST_EDGE - 1 : -1])


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
