"""The lines of page after page in reading order, each with the column in which it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.importers.pdf.columns import PageOrder, Region
from drafting.importers.pdf.lines import Line, lines_of
from drafting.importers.pdf.overprints import part_overprints
from drafting.importers.pdf.side_notes import count_notes, part_notes
from drafting.importers.pdf.tables import tables_of
from drafting.importers.pdf.vertical import lines_from_columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.importers.pdf.glyph import Glyph
    from drafting.importers.pdf.strokes import Rule

_ALIKE = 6.0  # points by which a column may move from page to page


class PageLines:
    """Turns the glyphs of pages into lines.

    Columns are numbered from 1 through the document, the cells of tables from -1 downward.
    """

    def __init__(self) -> None:
        self._order = PageOrder()
        self._columns: list[tuple[float, float]] = []
        self._cells = 0
        self.is_vertical = False  # the page read last
        self.notes = self.note_characters = 0
        self.overprinted = 0  # characters that lie on others
        self.doubtful: list[int] = []  # pages, from 0, whose order may be wrong

    def read(self, glyphs: Sequence[Glyph], rules: Sequence[Rule], page: int) -> list[Line]:
        """Return a page's lines."""
        turned = lines_from_columns(glyphs)
        self.is_vertical = turned is not None
        if turned is not None:
            glyphs, rules = turned, []
        else:
            glyphs, over = part_overprints(glyphs)
            self.overprinted += len(over)
        tables = tables_of(rules)
        glyphs, notes = part_notes(glyphs, tables)
        self.notes += count_notes(notes)
        self.note_characters += sum(len(piece.glyphs) for row in notes for piece in row)
        regions = self._order.regions(glyphs, rules, tables)
        if self._order.is_doubtful(regions):
            self.doubtful.append(page)
        if len(regions) == 1 and not regions[0].is_column and not regions[0].is_cell:
            return lines_of(glyphs, page)
        blanks = [one for one in glyphs if not one.text.strip()]
        lines: list[Line] = []
        for region in regions:
            held = [one for row in region.rows for piece in row for one in piece.glyphs]
            held += _within(blanks, region)
            lines += lines_of(held, page, first=len(lines), column=self._column(region))
        return lines

    def _column(self, region: Region) -> int:
        if region.is_cell:
            self._cells += 1
            return -self._cells
        if not region.is_column:
            return 0
        for number, (low, high) in enumerate(self._columns, 1):
            if _is_alike(low, region.low) and _is_alike(high, region.high):
                return number
        self._columns.append((region.low, region.high))
        return len(self._columns)


def _within(blanks: list[Glyph], region: Region) -> list[Glyph]:
    """Return the blanks that stand in a region."""
    if region.is_column:
        return [one for one in blanks if region.low <= one.left < region.high]
    pieces = [piece for row in region.rows for piece in row]
    left, right = min(one.left for one in pieces), max(one.right for one in pieces)
    return [one for one in blanks if left < one.left < right]


def _is_alike(one: float, other: float) -> bool:
    return one == other or abs(one - other) < _ALIKE
