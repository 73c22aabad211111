"""Lines of a PDF page from its glyphs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from drafting.text.characters import WIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.importers.pdf.glyph import Glyph

_SAME_LINE = 0.5  # of the size: baselines of raised and lowered characters
_LATIN_GAP, _WIDE_GAP = 0.2, 0.8  # of the size: a gap that is a blank
_AGAIN = 0.25  # of the size: the same character drawn twice to look bold
_WIDE = re.compile(f"[{WIDE}]")
_WEIGHT = 4  # of a Chinese character beside a figure; a page has fewer than 10,000 lines
_NOTE_SIZE = 0.6  # of the size of the line below
_LOWERED = 0.25  # of the size: what is lower and small belongs to the line below


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: edges, baseline and size in points, page and place on it from 0.

    ``inner`` is the left edge of what follows the first gap, ``left`` where there is none.
    ``column`` counts from 1 through the document, 0 is the whole width; it is negative in a cell
    of a table. ``widest`` is the widest gap between two characters, in points.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    page: int
    number: int
    inner: float
    column: int = 0
    widest: float = 0.0


def lines_of(glyphs: Sequence[Glyph], page: int, *, first: int = 0, column: int = 0) -> list[Line]:
    """Return the lines of a page or of a column of it from top to bottom, numbered from ``first``.

    What stands side by side is one line.
    """
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda one: -one.baseline):
        if not glyph.text.strip():
            continue
        if rows and _is_in(glyph, rows[-1][0]):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    blanks = [one for one in glyphs if not one.text.strip()]
    lines = []
    for number, row in enumerate(rows, first):
        main = _main_size(row)
        row.sort(key=lambda one: one.left)
        text = _text_of(row, [one for one in blanks if _is_on(one, row[0], main)])
        left, right = row[0].left, max(one.right for one in row)
        inner = next(
            (two.left for one, two in pairwise(row) if two.left - one.right > _gap(one, two)),
            left,
        )
        widest = max((two.left - one.right for one, two in pairwise(row)), default=0.0)
        place = (row[0].baseline, main, page, number)
        lines.append(Line(text, left, right, *place, inner, column, widest))
    return lines


def _is_in(glyph: Glyph, first: Glyph) -> bool:
    """Return whether a glyph stands in the row of ``first``, which is not below it."""
    lower = first.baseline - glyph.baseline
    if glyph.size < _NOTE_SIZE * first.size and lower > _LOWERED * first.size:
        return False  # pinyin of the row below
    return lower <= _SAME_LINE * max(first.size, glyph.size)


def _main_size(row: list[Glyph]) -> float:
    """Return the size of most characters; figures in the margin weigh less than a word."""
    sizes = Counter[float]()
    for one in row:
        sizes[one.size] += (_WEIGHT if _WIDE.match(one.text) else 1) * len(one.text)
    return sizes.most_common(1)[0][0]


def _is_on(blank: Glyph, first: Glyph, size: float) -> bool:
    return abs(blank.baseline - first.baseline) < _SAME_LINE * size


def _gap(one: Glyph, two: Glyph, share: float = _WIDE_GAP) -> float:
    """Return the room between two glyphs, in points, above which they are apart."""
    return share * min(one.size, two.size)


def _text_of(row: list[Glyph], blanks: list[Glyph]) -> str:
    pieces: list[str] = []
    last: Glyph | None = None
    for one in sorted([*row, *blanks], key=lambda glyph: glyph.left):
        if last is not None:
            if one.text == last.text and one.left - last.left < _AGAIN * one.size:
                continue
            gap = one.left - last.right
            wide = _WIDE.match(last.text[-1]) or _WIDE.match(one.text)
            least = _gap(last, one, _WIDE_GAP if wide else _LATIN_GAP)
            if gap > least and last.text.strip():
                pieces.append(" " if one.text.strip() else "")
        pieces.append(one.text)
        last = one
    return "".join(pieces).strip(" \t\xa0")
