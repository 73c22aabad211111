"""Tables on the console, in columns that line up under Chinese characters."""

from __future__ import annotations

import unicodedata
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GAP = "  "
_WIDEST = 56  # columns; a longer name would break every row
_CUT = "…"


def table_lines(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the head and the rows, cells padded to the widest of their column."""
    rows = [[_short(cell) for cell in row] for row in rows]
    widths = [max(map(_columns, column)) for column in zip(head, *rows, strict=True)]
    for row in (head, *rows):
        cells = (
            cell + " " * (width - _columns(cell)) for cell, width in zip(row, widths, strict=True)
        )
        yield _GAP.join(cells).rstrip()


def _short(cell: str) -> str:
    """Return a cell on one line; of a long one, such as a file's name, both ends."""
    cell = " ".join(cell.splitlines())
    if _columns(cell) <= _WIDEST:
        return cell
    half = (_WIDEST - _columns(_CUT)) // 2
    return _head(cell, half) + _CUT + _head(cell[::-1], half)[::-1]


def _head(text: str, width: int) -> str:
    """Return as much of the beginning as has room in so many columns."""
    widths = accumulate(map(_columns, text))
    return text[: sum(one <= width for one in widths)]


def _columns(text: str) -> int:
    """Return how many columns a terminal gives to ``text``; a Chinese character has two."""
    return sum(1 + (unicodedata.east_asian_width(one) in "WFA") for one in text)
