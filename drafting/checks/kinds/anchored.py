"""Patterns that need a rare character: tried only around the places where one stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator


def iter_around(
    pattern: re.Pattern[str], text: str, anchor: re.Pattern[str], *, before: int = 0, behind: int
) -> Iterator[re.Match[str]]:
    """Yield what ``pattern.finditer(text)`` yields, looking only around what ``anchor`` finds.

    ``anchor`` should begin with a class of characters, which is found many times quicker than
    anything else. Every match must begin at most ``before`` characters before an anchor, and from
    each of its anchors to the next one, and to the last character that decides on it, must be at
    most ``behind`` characters.
    """
    first = last = -1
    for match in anchor.finditer(text):
        place = match.start()
        if place - before > last:
            if last >= 0:
                yield from pattern.finditer(text, first, last)
            first = max(place - before, 0)
        last = place + behind + 1
    if last >= 0:
        yield from pattern.finditer(text, first, min(last, len(text)))
