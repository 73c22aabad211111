"""Lines of a raw text with their places, and the folded form in which patterns read them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from drafting.cleaning.script_tables import simplified_of

BLANKS = " \t\u3000"
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


@dataclass(frozen=True, slots=True)
class Line:
    """A line: ``start``..``end`` without the blanks around it, ``next`` begins the following one.

    ``first`` is where the line begins with its blanks; ``folded`` is its text in simplified
    characters and half-width forms, of the same length as the text.
    """

    first: int
    start: int
    end: int
    next: int
    folded: str

    def __len__(self) -> int:
        return self.end - self.start

    @property
    def indented(self) -> bool:
        """Return whether blanks stand before the text."""
        return self.start > self.first


@cache
def _folding() -> dict[int, str | int]:
    table: dict[int, str | int] = dict(simplified_of())
    table.update(_FULL_WIDTH)
    table.update({ord("\u3000"): " ", ord("\t"): " "})
    return table


def fold(text: str) -> str:
    """Return ``text`` in simplified characters and half-width forms, of the same length."""
    return text if text.isascii() else text.translate(_folding())


def split_lines(text: str) -> list[Line]:
    """Return all lines of ``text``, empty ones included."""
    lines: list[Line] = []
    first = 0
    for raw in text.split("\n"):
        start = first + len(raw) - len(raw.lstrip(BLANKS))
        end = max(first + len(raw.rstrip(BLANKS)), start)
        following = first + len(raw) + 1
        lines.append(Line(first, start, end, min(following, len(text)), fold(text[start:end])))
        first = following
    return lines
