"""The one place where code points meet the UTF-16 positions in which Qt counts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from drafting.text.span import Span

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units ``text`` takes."""
    # With the mark of its order: Python knows this encoding without loading a module for it.
    return len(text.encode("utf-16", "surrogatepass")) // 2 - 1


class Utf16Map:
    """Converts positions of one text both ways.

    A position inside a surrogate pair counts as the one before the character. Texts without
    characters beyond the first plane (nearly all) are converted by doing nothing.
    """

    __slots__ = ("_astral", "_units")

    def __init__(self, text: str) -> None:
        self._astral: list[int] = []
        self._units: list[int] = []
        if utf16_length(text) != len(text):
            self._astral = [match.start() for match in _ASTRAL.finditer(text)]
            self._units = [place + number for number, place in enumerate(self._astral)]

    @property
    def has_astral(self) -> bool:
        """Return whether the two ways of counting differ."""
        return bool(self._astral)

    def to_utf16(self, position: int) -> int:
        """Return the UTF-16 position of a code point position."""
        if not self._astral:
            return position
        return position + bisect_left(self._astral, position)

    def to_code_point(self, position: int) -> int:
        """Return the code point position of a UTF-16 position."""
        if not self._units:
            return position
        before = bisect_right(self._units, position)
        if before and self._units[before - 1] == position - 1:
            position -= 1  # between the two halves of a pair
            before -= 1
        elif before and self._units[before - 1] == position:
            before -= 1
        return position - before

    def span_to_utf16(self, span: Span) -> tuple[int, int]:
        """Return start and end of ``span`` in UTF-16 units."""
        return self.to_utf16(span.start), self.to_utf16(span.end)

    def span_to_code_points(self, start: int, end: int) -> Span:
        """Return the span of code points between two UTF-16 positions."""
        first, last = self.to_code_point(start), self.to_code_point(end)
        return Span(min(first, last), max(first, last))
