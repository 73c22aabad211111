"""A page's text in reading order: columns that are sure one after the other, all else across.

A gutter is a place where many lines begin and that no line crosses. On both sides of it stands
prose: most lines are full from edge to edge. Cells that begin at the same heights, and what has
rules across, are a table.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from drafting.importers.pdf.rows import (
    ALIGNED,
    WIDE,
    Row,
    crosses,
    is_in_step,
    is_number,
    is_prose,
    rows_of,
    runs,
    sides,
    starts,
    trimmed,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from drafting.importers.pdf.glyph import Glyph
    from drafting.importers.pdf.strokes import Rule
    from drafting.importers.pdf.tables import Cell, Table

_FEW, _LEAST = 5, 3  # lines of the longer and of the shorter column
_KNOWN_LEAST = 1  # lines of a column that stands on other pages too
_MOSTLY, _PARTLY = 0.5, 0.3  # share of full lines
_NARROW = 4.0  # characters; no cell of prose is narrower
_SAME_TOP = 3.0  # points between rules that bound the cells of one row
_RAGGED = 3.0  # characters that a full line of a cell may lack
# Of a page. Columns are found at one of the first forty tries; tables of figures have a thousand.
_MOST_GUTTERS, _MOST_TRIES = 12, 150


class _Signs(NamedTuple):
    """What makes a doubt: lines that begin alike, lines a side, full ones, characters across."""

    starts: int
    lines: int
    full: float
    wide: float


# Few lines make one where most are full and no cell of a table is so wide.
_DOUBTS = (_Signs(_FEW, _FEW, _PARTLY, _NARROW), _Signs(2, _LEAST, 0.4, WIDE))


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
            is_new = not any(abs(low - x) < ALIGNED for x in self._known)
            if is_new and len(self._known) < _MOST_GUTTERS:
                self._known.append(low)
        return found

    def is_doubtful(self, regions: Iterable[Region]) -> bool:
        """Return whether text may stand in columns that were read across."""
        return any(
            _may_be_columns(region.rows, signs)
            for region in regions
            if not region.is_cell
            for signs in _DOUBTS
        )

    def _split(self, region: Region) -> list[Region] | None:
        """Return a region cut into its columns and what stands over and under them."""
        for x in self._candidates(region):
            parts: list[Region] = []
            rest: list[Row] = []
            for is_crossed, run in runs(region.rows, x):
                head, middle, tail = ([], [], run) if is_crossed else trimmed(run, x)
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
        number = [row for row in page.rows[-1:] if is_number(row)]
        lines = page.rows[: len(page.rows) - len(number)]
        for x in sorted(self._known):
            if lines and not any(crosses(row, x) or row[-1].left >= x for row in lines):
                return [Region(lines, high=x), *([Region(number)] if number else [])]
        return [page]

    def _candidates(self, region: Region) -> list[float]:
        """Return where a second column may begin, the place where most lines begin first."""
        found = starts(region.rows, _LEAST) if self._tries > 0 else []
        known = [
            x
            for x in sorted(self._known)
            if region.low < x - ALIGNED and x + ALIGNED < region.high
            if not any(abs(x - one) < ALIGNED for one in found)
        ]
        return [*found, *known]

    def _columns(self, region: Region, x: float) -> list[Region] | None:
        """Return the columns on both sides of a gutter, None where it is not sure to be one."""
        self._tries -= 1
        left, right = sides(region.rows, x)
        is_known = any(abs(x - one) < ALIGNED for one in self._known)
        before, behind = Region(left, region.low, x), Region(right, x, region.high)
        if is_known and not right and left and is_prose(left, _MOSTLY):
            return [before]  # the last page: nothing is left for the other columns
        fewer, more = sorted((len(left), len(right)))
        if fewer < (_KNOWN_LEAST if is_known else _LEAST) or self._has_rules(region.rows, x):
            return None
        if not is_known and (more < _FEW or is_in_step(left, right)):
            return None
        found: list[Region] = []
        for side in (before, behind):
            parts = self._split(side)
            if not is_known and parts is None and not is_prose(side.rows, _MOSTLY):
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


def _may_be_columns(rows: list[Row], signs: _Signs) -> bool:
    return any(
        is_prose(left, signs.full, signs.wide) and is_prose(right, signs.full, signs.wide)
        for x in starts(rows, signs.starts)
        for is_crossed, run in runs(rows, x)
        for left, right in [sides(run, x)]
        if not is_crossed and min(len(left), len(right)) >= signs.lines
    )


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
    """Yield the rows of a table: as a whole, or cell by cell where text runs on within a cell."""
    written = [one for one in glyphs if one.text.strip()]
    bands = _bands(written, table)
    lowest = [min(one.baseline for cell in band for one in cell) for band in bands]
    highest = [max(one.baseline for cell in band for one in cell) for band in bands]
    if any(low < high for low, high in zip(lowest, highest[1:], strict=False)):
        # Rules are missing: nothing bounds the rows.
        yield from (Region([row], is_cell=True) for row in rows_of(written))
        return
    for band in bands:
        found = [rows_of(cell) for cell in band]
        rights = [*(min(one.left for one in cell) for cell in band[1:]), table.box.right]
        if any(map(_runs_on, found, rights)):
            yield from (Region(rows, is_cell=True) for rows in found)
        else:
            held = rows_of(glyph for cell in band for glyph in cell)
            yield from (Region([row], is_cell=True) for row in held)


def _bands(glyphs: list[Glyph], table: Table) -> list[list[list[Glyph]]]:
    """Return the cells of each row of a table from top to bottom, each from left to right."""
    cells: dict[Cell, list[Glyph]] = {}
    for glyph in glyphs:
        cells.setdefault(table.cell_of(glyph), []).append(glyph)
    bands: list[list[Cell]] = []
    for cell in sorted(cells, key=lambda one: -one.top):
        if bands and bands[-1][0].top - cell.top <= _SAME_TOP:
            bands[-1].append(cell)
        else:
            bands.append([cell])
    return [[cells[cell] for cell in sorted(band, key=lambda one: one.left)] for band in bands]


def _runs_on(rows: list[Row], right: float) -> bool:
    """Return whether a cell's first line reaches its right edge and goes on below."""
    return len(rows) > 1 and rows[0][-1].right > right - _RAGGED * rows[0][-1].size
