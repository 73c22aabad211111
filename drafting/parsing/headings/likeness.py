"""How alike two headings are built: what siblings share tells where one that ran on stops."""

from __future__ import annotations

import re
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
    ours, theirs = _PAUSE.split(first), _PAUSE.split(second)
    if len(ours) == len(theirs):
        yield "as many clauses", 1
        same = sum(len(a) == len(b) for a, b in zip(ours, theirs, strict=True))
        yield "clauses as long", same / len(ours)
    apart = abs(len(first) - len(second))
    if apart == 0:
        yield "as long", 1
        frame = sum(a == b for a, b in zip(first, second, strict=True))
        yield "same characters", min(6, frame)
        yield "same share", frame / len(first)
    yield "longer or shorter", min(apart, 12)
    yield "begin alike", _shared(first, second)
    yield "end alike", _shared(first[::-1], second[::-1])


def _shared(first: str, second: str) -> int:
    """Return how many characters both begin with, at most four."""
    count = 0
    for a, b in zip(first[:_MOST_EDGE], second[:_MOST_EDGE], strict=False):
        if a != b:
            break
        count += 1
    return count
