"""A page's text in reading order: columns that are sure one after the other, all else across.

A gutter is a place where many lines begin and that no line crosses. On both sides of it stands
prose: most lines are full from edge to edge. Cells that begin at the same heights, and what has
rules across, are a table.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from drafting.importers.pdf.furniture import PAGE_NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from drafting.importers.pdf.glyphs import Glyph
    from drafting.importers.pdf.strokes import Rule
    from drafting.importers.pdf.tables import Cell, Table

_SAME_ROW = 0.3  # of the size
_GAP = 0.8  # of the size: between two pieces of a row
_ALIGNED = 2.5  # points within which lines begin alike
_GUTTER = 0.6  # of the size: what is free before the second column at least
_FEW, _LEAST = 5, 3  # lines of the longer and of the shorter column
_KNOWN_LEAST = 1  # lines of a column that stands on other pages too
_FULL, _INDENT = 1.8, 2.8  # characters that a full line may lack at the right and the left
_MOSTLY, _PARTLY = 0.5, 0.3  # share of full lines
_WIDE, _NARROW = 8.0, 4.0  # characters; no column is narrower than the one, no cell of prose
_APART = 1.6  # pitches between the columns and what stands over or under them
_EDGE_ROWS = 3
_MOST_GUTTERS, _MOST_TRIES = 12, 100  # of a page; a table of figures has more places to try
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


@dataclass(frozen=True, slots=True)
class Region:
    """Rows to be read together, and how far to the left and right their column reaches."""

    rows: list[Row]
    low: float = -inf
    high: float = inf
    is_cell: bool = False

    @property
    def is_column(self) -> bool:
        """Return whether other text stands beside it."""
        return self.low > -inf or self.high < inf


class PageOrder:
    """Orders page after page; gutters found on one are believed sooner on the next."""

    def __init__(self) -> None:
        self._known: list[float] = []
        self._rules: Sequence[Rule] = ()
        self._has_columns = False  # the page read last
        self._tries = 0

    def regions(
        self, glyphs: Sequence[Glyph], rules: Sequence[Rule], tables: Sequence[Table]
    ) -> list[Region]:
        """Return the page's regions in reading order, one where it has no columns."""
        self._rules = rules
        self._tries = _MOST_TRIES
        found: list[Region] = []
        rest = glyphs
        for table in tables:
            inside, above, rest = _about(rest, table)
            if above:
                found += self._whole(rows_of(above), Region([]))
            found += _cells(inside, table)
        found += self._whole(rows_of(rest), Region([]))
        if self._has_columns and len(found) == 1 and not found[0].is_column:
            found = self._short_page(found[0])
        self._has_columns = any(one.is_column for one in found)
        for low in {one.low for one in found if one.low > -inf}:
            is_new = not any(abs(low - x) < _ALIGNED for x in self._known)
            if is_new and len(self._known) < _MOST_GUTTERS:
                self._known.append(low)
        return found

    def is_doubtful(self, regions: Iterable[Region]) -> bool:
        """Return whether text may stand in columns that were read across."""
        return any(
            _is_prose(left, _PARTLY, _NARROW) and _is_prose(right, _PARTLY, _NARROW)
            for region in regions
            if not region.is_cell
            for x in _starts(region.rows, _FEW)
            for is_crossed, run in _runs(region.rows, x)
            for left, right in [_sides(run, x)]
            if not is_crossed and min(len(left), len(right)) >= _FEW
        )

    def _split(self, region: Region) -> list[Region] | None:
        """Return a region cut into its columns and what stands over and under them."""
        for x in self._candidates(region):
            parts: list[Region] = []
            rest: list[Row] = []
            for is_crossed, run in _runs(region.rows, x):
                head, middle, tail = ([], [], run) if is_crossed else _trimmed(run, x)
                columns = self._columns(Region(middle, region.low, region.high), x)
                if columns is None:
                    rest += run
                    continue
                rest += head
                parts += self._whole(rest, region)
                parts += columns
                rest = list(tail)
            if parts:
                return parts + self._whole(rest, region)
        return None

    def _whole(self, rows: list[Row], region: Region) -> list[Region]:
        if not rows:
            return []
        part = Region(rows, region.low, region.high)
        return self._split(part) or [part]

    def _short_page(self, page: Region) -> list[Region]:
        """Return a page behind one with columns: its few lines may stand in the first of them."""
        number = [row for row in page.rows[-1:] if _is_number(row)]
        lines = page.rows[: len(page.rows) - len(number)]
        for x in sorted(self._known):
            if lines and not any(_crosses(row, x) or row[-1].left >= x for row in lines):
                return [Region(lines, high=x), *([Region(number)] if number else [])]
        return [page]

    def _candidates(self, region: Region) -> list[float]:
        """Return where a second column may begin, the place where most lines begin first."""
        starts = _starts(region.rows, _LEAST)
        known = [
            x
            for x in sorted(self._known)
            if region.low < x - _ALIGNED and x + _ALIGNED < region.high
            if not any(abs(x - one) < _ALIGNED for one in starts)
        ]
        return [*starts, *known]

    def _columns(self, region: Region, x: float) -> list[Region] | None:
        """Return the columns on both sides of a gutter, None where it is not sure to be one."""
        left, right = _sides(region.rows, x)
        is_known = any(abs(x - one) < _ALIGNED for one in self._known)
        before, behind = Region(left, region.low, x), Region(right, x, region.high)
        if is_known and not right and left and _is_prose(left, _MOSTLY):
            return [before]  # the last page: nothing is left for the other columns
        fewer, more = sorted((len(left), len(right)))
        if fewer < (_KNOWN_LEAST if is_known else _LEAST) or self._has_rules(region.rows, x):
            return None
        if not is_known and (more < _FEW or _is_in_step(left, right)):
            return None
        self._tries -= 1
        if self._tries < 0:
            return None
        found: list[Region] = []
        for side in (before, behind):
            parts = self._split(side)
            if not is_known and parts is None and not _is_prose(side.rows, _MOSTLY):
                return None
            found += parts or [side]
        return found

    def _has_rules(self, rows: list[Row], x: float) -> bool:
        top, bottom = rows[0][0].baseline, rows[-1][0].baseline
        across = {
            round(one.bottom)
            for one in self._rules
            if one.is_level and one.left < x - 1 and one.right > x + 1
            if bottom < one.bottom < top
        }
        return len(across) > 1


def _about(
    glyphs: Sequence[Glyph], table: Table
) -> tuple[list[Glyph], Sequence[Glyph], Sequence[Glyph]]:
    """Return the glyphs in a table, over it and under it; none in it where text is beside it."""
    box = table.box
    above = [one for one in glyphs if one.baseline >= box.top]
    below = [one for one in glyphs if one.baseline <= box.bottom]
    inside = [one for one in glyphs if box.bottom < one.baseline < box.top]
    if any(one.left < box.left or one.right > box.right for one in inside if one.text.strip()):
        return [], [], glyphs
    return inside, above, below


def _cells(glyphs: list[Glyph], table: Table) -> Iterator[Region]:
    """Yield rows of cells of one line each as a whole, the cells of other rows one by one."""
    cells: dict[Cell, list[Glyph]] = {}
    for glyph in glyphs:
        if glyph.text.strip():
            cells.setdefault(table.cell_of(glyph), []).append(glyph)
    found = {cell: rows_of(held) for cell, held in cells.items()}
    for top in sorted({cell.top for cell in found}, reverse=True):
        line = [found[cell] for cell in sorted(found, key=lambda one: one.left) if cell.top == top]
        if all(len(rows) == 1 for rows in line):
            yield Region([[piece for rows in line for piece in rows[0]]], is_cell=True)
        else:
            yield from (Region(rows, is_cell=True) for rows in line)


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


def _starts(rows: list[Row], least: int) -> list[float]:
    """Return where at least so many pieces begin that are not the first of the page's edge."""
    lefts = sorted(piece.left for row in rows for piece in row)
    if not lefts:
        return []
    found: list[tuple[int, float]] = []
    start = 0
    for index in range(1, len(lefts) + 1):
        if index == len(lefts) or lefts[index] - lefts[start] > _ALIGNED:
            if index - start >= least and lefts[start] - lefts[0] > _ALIGNED:
                found.append((start - index, lefts[start]))
            start = index
    return [x for _, x in sorted(found)[:_MOST_GUTTERS]]


def _runs(rows: list[Row], x: float) -> Iterator[tuple[bool, list[Row]]]:
    """Yield rows that follow each other and cross ``x``, and rows that do not."""
    run: list[Row] = []
    was_crossed = False
    for row in rows:
        is_crossed = _crosses(row, x)
        if run and is_crossed != was_crossed:
            yield was_crossed, run
            run = []
        run.append(row)
        was_crossed = is_crossed
    if run:
        yield was_crossed, run


def _crosses(row: Row, x: float) -> bool:
    return any(one.left < x - _ALIGNED and one.right > x - _GUTTER * one.size for one in row)


def _sides(rows: list[Row], x: float) -> tuple[list[Row], list[Row]]:
    """Return what of the rows stands before ``x`` and what from there on."""
    left = [[one for one in row if one.left < x - _ALIGNED] for row in rows]
    right = [[one for one in row if one.left >= x - _ALIGNED] for row in rows]
    return [row for row in left if row], [row for row in right if row]


def _trimmed(run: list[Row], x: float) -> tuple[list[Row], list[Row], list[Row]]:
    """Return the run's rows without those at its ends that stand apart, and these two."""
    pitch = min((_pitch(side) for side in _sides(run, x) if len(side) > 1), default=0.0)
    first, last = 0, len(run)
    if _is_number(run[0]) or _is_title(run[0], run):
        first = 1
    last -= int(_is_number(run[-1]))
    for index in range(min(_EDGE_ROWS, len(run) - 1)):
        if run[index][0].baseline - run[index + 1][0].baseline > _APART * pitch > 0:
            first = max(first, index + 1)
        if run[-index - 2][0].baseline - run[-index - 1][0].baseline > _APART * pitch > 0:
            last = min(last, len(run) - index - 1)
    if first >= last:
        return [], run, []
    return run[:first], run[first:last], run[last:]


def _is_number(row: Row) -> bool:
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


def _is_prose(rows: list[Row], share: float, least: float = _WIDE) -> bool:
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


def _is_in_step(left: list[Row], right: list[Row]) -> bool:
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
