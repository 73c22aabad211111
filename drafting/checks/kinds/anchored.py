"""Patterns that need a rare character or word: tried only where one stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator


def iter_around(
    pattern: re.Pattern[str], text: str, anchor: re.Pattern[str], *, before: int = 0, behind: int
) -> Iterator[re.Match[str]]:
    """Yield what ``pattern.finditer(text)`` yields, looking only around what ``anchor`` finds.

    ``anchor`` should begin with a class of characters, which is found many times quicker than
    anything else. Every match must begin at most ``before`` characters before an anchor, and from
    each of its anchors to the next one, and to the last character that decides on it, must be at
    most ``behind`` characters.
    """
    for first, last in stretches_around(text, anchor, before=before, behind=behind):
        yield from pattern.finditer(text, first, last)


def stretches_around(
    text: str, anchor: re.Pattern[str], *, before: int = 0, behind: int
) -> list[tuple[int, int]]:
    """Return the beginnings and ends of what :func:`iter_around` looks at, for several patterns."""
    found: list[tuple[int, int]] = []
    first = last = -1
    for match in anchor.finditer(text):
        place = match.start()
        if place - before > last:
            if last >= 0:
                found.append((first, last))
            first = max(place - before, 0)
        last = place + behind + 1
    if last >= 0:
        found.append((first, min(last, len(text))))
    return found


def iter_in_lines(
    pattern: re.Pattern[str], text: str, places: Iterable[int]
) -> Iterator[re.Match[str]]:
    """Yield what ``pattern`` finds in those lines of ``text`` that ``places`` (in order) are in.

    The line break behind each line may be part of what decides.
    """
    done = -1
    for place in places:
        if place < done:
            continue
        end = text.find("\n", place)
        done = len(text) if end < 0 else end + 1
        yield from pattern.finditer(text, text.rfind("\n", 0, place) + 1, done)


def places_of(word: str, text: str) -> Iterator[int]:
    """Yield where ``word`` stands in ``text``."""
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)
