"""Pages set from top to bottom, column by column from the right, turned into lines."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from drafting.importers.pdf.glyph import Glyph

if TYPE_CHECKING:
    from collections.abc import Sequence

_BESIDE, _STEP, _FAR = 0.35, 0.7, 2.2  # of the size
_LEAST, _MOSTLY = 10, 2  # steps down, and how many times as many as to the right
_ABOVE = 0.88  # of the size: what of a character is above its baseline
# Marks turned for vertical text (Unicode, Vertical Forms and CJK Compatibility Forms).
_UPRIGHT = str.maketrans(
    "\ufe10\ufe11\ufe12\ufe13\ufe14\ufe15\ufe16\ufe17\ufe18\ufe19"
    "\ufe30\ufe31\ufe33\ufe35\ufe36\ufe37\ufe38\ufe39\ufe3a\ufe3b\ufe3c\ufe3d\ufe3e\ufe3f\ufe40"
    "\ufe41\ufe42\ufe43\ufe44\ufe47\ufe48",
    "，、。：；！？〖〗…‥—＿（）｛｝〔〕【】《》〈〉「」『』［］",
)


def lines_from_columns(glyphs: Sequence[Glyph]) -> list[Glyph] | None:
    """Return a vertical page's glyphs as if its columns were lines, None for other pages."""
    written = [one for one in glyphs if one.text.strip()]
    down = across = 0
    for one, two in pairwise(written):
        right, below = two.left - one.left, one.baseline - two.baseline
        if abs(right) < _BESIDE * one.size and _STEP * one.size < below < _FAR * one.size:
            down += 1
        elif abs(below) < _BESIDE * one.size and right > 0:
            across += 1
    if down < _LEAST or down < _MOSTLY * across:
        return None
    return [_turned(one) for one in glyphs]


def _turned(glyph: Glyph) -> Glyph:
    size = glyph.size
    start = -(glyph.baseline + _ABOVE * size)
    middle = (glyph.left + glyph.right) / 2
    return Glyph(glyph.text.translate(_UPRIGHT), start, start + size, middle - size / 2, size)
