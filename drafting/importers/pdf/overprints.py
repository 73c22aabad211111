"""Text that lies on other text of a PDF page: a text box over lines, a watermark across them."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.importers.pdf.glyph import Glyph

_FIRST_WIDE = "\u3000"  # of what Chinese is written with
_SAME_ROW = 0.5  # of the size
_SAME_BASELINE = 0.5  # points
_DEEP = 0.4  # of the size: what of a character another covers
_AGAIN = 0.25  # of the size: the same character drawn twice to look bold
_FEWEST = 2  # characters on others
_MOSTLY = 0.5  # of a run of characters


def part_overprints(glyphs: Sequence[Glyph]) -> tuple[list[Glyph], list[Glyph]]:
    """Return the page's text and what lies on it, each in its order.

    Of two texts at one place the longer one is the page's: read as one line they would be mixed
    letter by letter.
    """
    over = {id(one) for row in _iter_rows(glyphs) if _clashes(row) for one in _over(row)}
    if not over:
        return list(glyphs), []
    return [one for one in glyphs if id(one) not in over], [
        one for one in glyphs if id(one) in over
    ]


def _iter_rows(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the characters of Chinese rows, each row in the order in which it was drawn."""
    wide = [(number, one) for number, one in enumerate(glyphs) if one.text >= _FIRST_WIDE]
    wide.sort(key=lambda pair: -pair[1].baseline)
    row: list[tuple[int, Glyph]] = []
    for number, one in wide:
        if row and row[-1][1].baseline - one.baseline > _SAME_ROW * one.size:
            yield [glyph for _, glyph in sorted(row, key=_drawn)]
            row = []
        row.append((number, one))
    if row:
        yield [glyph for _, glyph in sorted(row, key=_drawn)]


def _drawn(pair: tuple[int, Glyph]) -> int:
    return pair[0]


def _clashes(row: Sequence[Glyph]) -> bool:
    """Return whether enough characters of a row lie on each other."""
    beside = sorted(row, key=lambda one: one.left)
    return sum(_is_on(two, one) for one, two in pairwise(beside)) >= _FEWEST


def _is_on(one: Glyph, other: Glyph) -> bool:
    shared = min(one.right, other.right) - max(one.left, other.left)
    if shared < _DEEP * min(one.size, other.size):
        return False
    return one.text != other.text or abs(one.left - other.left) > _AGAIN * one.size


def _over(row: Sequence[Glyph]) -> list[Glyph]:
    """Return the characters of the runs that lie on longer ones."""
    runs: list[list[Glyph]] = []
    for one in row:
        last = runs[-1][-1] if runs else None
        goes_on = (
            last is not None
            and one.left >= last.left
            and abs(one.baseline - last.baseline) < _SAME_BASELINE
        )
        if goes_on:
            runs[-1].append(one)
        else:
            runs.append([one])
    below: list[Glyph] = []
    over: list[Glyph] = []
    for run in sorted(runs, key=len, reverse=True):
        covered = sum(_lies_on(one, below) for one in run)
        if covered >= _FEWEST and covered >= _MOSTLY * len(run):
            over += run
        else:
            below = sorted([*below, *run], key=lambda glyph: glyph.left)
    return over


def _lies_on(one: Glyph, below: Sequence[Glyph]) -> bool:
    place = bisect_left(below, one.left, key=lambda glyph: glyph.left)
    return any(_is_on(one, other) for other in below[max(place - 1, 0) : place + 1])
