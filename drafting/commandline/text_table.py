"""Tables on the console, in columns that line up under Chinese characters."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GAP = "  "


def table_lines(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the head and the rows, cells padded to the widest of their column."""
    widths = [max(map(_columns, column)) for column in zip(head, *rows, strict=True)]
    for row in (head, *rows):
        cells = (
            cell + " " * (width - _columns(cell)) for cell, width in zip(row, widths, strict=True)
        )
        yield _GAP.join(cells).rstrip()


def _columns(text: str) -> int:
    """Return how many columns a terminal gives to ``text``; a Chinese character has two."""
    return sum(1 + (unicodedata.east_asian_width(one) in "WFA") for one in text)
