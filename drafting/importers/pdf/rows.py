"""The rows of a page, cut where they have wide gaps, and what tells columns among them."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from drafting.importers.pdf.furniture import PAGE_NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafting.importers.pdf.glyph import Glyph

ALIGNED = 2.5  # points within which lines begin alike
_SAME_ROW = 0.3  # of the size
_GAP = 0.8  # of the size: between two pieces of a row
_GUTTER = 0.6  # of the size: what is free before the second column at least
_FULL, _INDENT = 1.8, 2.8  # characters that a full line may lack at the right and the left
WIDE = 8.0  # characters; no column is narrower
_APART = 1.6  # pitches between the columns and what stands over or under them
_EDGE_ROWS = 3
_MOST_STARTS = 12
_LARGER = 1.15  # of the size
# In a table, what share of the paragraphs of a side begins beside another's beginning.
_FEW_CELLS, _IN_STEP, _STILL_IN_STEP = 2, 0.75, 0.4


class Piece(NamedTuple):
    """Glyphs of a row without a wide gap between them, its edges and baseline in points."""

    left: float
    right: float
    baseline: float
    size: float
    glyphs: tuple[Glyph, ...]


Row = list[Piece]


def rows_of(glyphs: Iterable[Glyph]) -> list[Row]:
    """Return the rows of a page from top to bottom, each cut where it has wide gaps."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda one: -one.baseline):
        if not glyph.text.strip():
            continue
        last = lines[-1][-1] if lines else None
        if last is not None and last.baseline - glyph.baseline <= _SAME_ROW * glyph.size:
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return [list(_pieces(sorted(line, key=lambda one: one.left))) for line in lines]


def _pieces(line: list[Glyph]) -> Iterator[Piece]:
    start, right = 0, line[0].right
    for index in range(1, len(line) + 1):
        one = line[index] if index < len(line) else None
        if one is None or one.left - right > _GAP * min(one.size, line[index - 1].size):
            held = tuple(line[start:index])
            yield Piece(held[0].left, right, held[0].baseline, held[0].size, held)
            start = index
        if one is not None:
            right = one.right if start == index else max(right, one.right)


def starts(rows: list[Row], least: int) -> list[float]:
    """Return where at least so many pieces begin that are not the first of the page's edge."""
    lefts = sorted(piece.left for row in rows for piece in row)
    if not lefts:
        return []
    found: list[tuple[int, float]] = []
    start = 0
    for index in range(1, len(lefts) + 1):
        if index == len(lefts) or lefts[index] - lefts[start] > ALIGNED:
            if index - start >= least and lefts[start] - lefts[0] > ALIGNED:
                found.append((start - index, lefts[start]))
            start = index
    return [x for _, x in sorted(found)[:_MOST_STARTS]]


def runs(rows: list[Row], x: float) -> Iterator[tuple[bool, list[Row]]]:
    """Yield rows that follow each other and cross ``x``, and rows that do not."""
    run: list[Row] = []
    was_crossed = False
    for row in rows:
        is_crossed = crosses(row, x)
        if run and is_crossed != was_crossed:
            yield was_crossed, run
            run = []
        run.append(row)
        was_crossed = is_crossed
    if run:
        yield was_crossed, run


def crosses(row: Row, x: float) -> bool:
    """Return whether a piece of the row stands on both sides of ``x`` or too close before it."""
    return any(one.left < x - ALIGNED and one.right > x - _GUTTER * one.size for one in row)


def sides(rows: list[Row], x: float) -> tuple[list[Row], list[Row]]:
    """Return what of the rows stands before ``x`` and what from there on."""
    left = [[one for one in row if one.left < x - ALIGNED] for row in rows]
    right = [[one for one in row if one.left >= x - ALIGNED] for row in rows]
    return [row for row in left if row], [row for row in right if row]


def trimmed(run: list[Row], x: float) -> tuple[list[Row], list[Row], list[Row]]:
    """Return the run's rows without those at its ends that stand apart, and these two."""
    pitch = min((_pitch(side) for side in sides(run, x) if len(side) > 1), default=0.0)
    first, last = 0, len(run)
    if is_number(run[0]) or _is_title(run[0], run):
        first = 1
    last -= int(is_number(run[-1]))
    for index in range(min(_EDGE_ROWS, len(run) - 1)):
        if run[index][0].baseline - run[index + 1][0].baseline > _APART * pitch > 0:
            first = max(first, index + 1)
        if run[-index - 2][0].baseline - run[-index - 1][0].baseline > _APART * pitch > 0:
            last = min(last, len(run) - index - 1)
    if first >= last:
        return [], run, []
    return run[:first], run[first:last], run[last:]


def is_number(row: Row) -> bool:
    """Return whether a row is a page number: with one on each side, columns of one line are not."""
    text = "".join(glyph.text for piece in row for glyph in piece.glyphs)
    return len(row) == 1 and PAGE_NUMBER.fullmatch(text) is not None


def _is_title(row: Row, run: list[Row]) -> bool:
    """Return whether a row stands larger in the middle over columns, of which it crosses none."""
    left, right, size = _edges(run)
    middle = (row[0].left + row[0].right) / 2
    is_large = len(row) == 1 and row[0].size > _LARGER * size
    return is_large and abs(middle - (left + right) / 2) < size


def _pitch(rows: list[Row]) -> float:
    return median(one[0].baseline - two[0].baseline for one, two in pairwise(rows))


def _edges(rows: list[Row]) -> tuple[float, float, float]:
    """Return the left and the right edge of most rows and the size of their type."""
    rights = sorted(row[-1].right for row in rows)
    size = median(row[0].size for row in rows)
    return min(row[0].left for row in rows), rights[-1 - len(rights) // 20], size


def is_prose(rows: list[Row], share: float, least: float = WIDE) -> bool:
    """Return whether so many rows are full from edge to edge, ``least`` characters apart."""
    left, right, size = _edges(rows)
    if right - left < least * size:
        return False
    full = sum(
        len(row) == 1
        and row[0].right > right - _FULL * size
        and row[0].left < left + _INDENT * size
        for row in rows
    )
    return full >= max(share * len(rows), 2)


def is_in_step(left: list[Row], right: list[Row]) -> bool:
    """Return whether paragraphs on both sides begin at the same heights, as cells do."""
    one, other = _beginnings(left), _beginnings(right)
    fewer, more = sorted((len(one), len(other)))
    alike = len(one & other)
    return alike >= _FEW_CELLS and alike >= _IN_STEP * fewer and alike >= _STILL_IN_STEP * more


def _beginnings(rows: list[Row]) -> set[int]:
    """Return the heights at which paragraphs begin behind a line that was left early."""
    _, right, size = _edges(rows)
    pitch = _pitch(rows) if len(rows) > 1 else 0.0
    return {
        round(row[0].baseline)
        for last, row in pairwise(rows)
        if last[-1].right < right - _FULL * size
        or last[0].baseline - row[0].baseline > _APART * pitch
    }
