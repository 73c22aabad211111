"""Notes in the margin: small type outside the frame of the text, as printed comments are."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from drafting.importers.pdf.rows import rows_of
from drafting.text.characters import WIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.importers.pdf.glyph import Glyph
    from drafting.importers.pdf.rows import Row
    from drafting.importers.pdf.tables import Table

_WIDE = re.compile(f"[{WIDE}]")
_SMALL = 0.88  # of the text's size
_OUTSIDE = 0.5  # characters of the text's size from its edge
_LEAST = 200  # characters of text; a page with fewer has no sure frame
_APART = 2.0  # sizes between two notes


def part_notes(
    glyphs: Sequence[Glyph], tables: Sequence[Table]
) -> tuple[Sequence[Glyph], list[Row]]:
    """Return a page's glyphs without notes in its margins, and the rows of these notes."""
    written = [one for one in glyphs if one.text.strip()]
    if len(written) < _LEAST or tables:
        return glyphs, []
    body = Counter(round(one.size) for one in written).most_common(1)[0][0]
    text = [one for one in written if abs(one.size - body) < 1.0]
    left = min(one.left for one in text) - _OUTSIDE * body
    right = max(one.right for one in text) + _OUTSIDE * body
    small = [one for one in written if one.size < _SMALL * body]
    if not any(one.left > right or one.right < left for one in small):
        return glyphs, []
    rows: list[Row] = []
    for row in rows_of(small):
        outside = [one for one in row if one.left > right or one.right < left]
        # Figures count the lines.
        if any(_WIDE.match(glyph.text) for piece in outside for glyph in piece.glyphs):
            rows.append(outside)
    notes = {id(glyph) for row in rows for piece in row for glyph in piece.glyphs}
    return [one for one in glyphs if id(one) not in notes], rows


def count_notes(rows: list[Row]) -> int:
    """Return how many notes the rows make: those close together are one."""
    if not rows:
        return 0
    return 1 + sum(
        one[0].baseline - two[0].baseline > _APART * one[0].size for one, two in pairwise(rows)
    )
