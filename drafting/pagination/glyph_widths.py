"""How wide each character is set, without a font at hand.

Chinese characters and marks are one em. Latin widths are those of Times New Roman (its metric
twins Liberation Serif and Nimbus Roman have the same), in thousandths of an em.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafting.model.layout import TextStyle

_EM = 1000
_HALF = 500
# U+0020 … U+007E in order.
_LATIN = (
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,
    500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
    921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
    556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
    333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
    500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
)  # fmt: skip


class WidthTable(dict[str, float]):
    """Widths in points by character, without letter spacing; fills itself as it is asked."""

    def __init__(self, size: float, *, latin_is_half: bool) -> None:
        super().__init__()
        self._size = size
        for code, width in enumerate(_LATIN, 0x20):
            self[chr(code)] = self._points(_HALF if latin_is_half else width)

    def __missing__(self, character: str) -> float:
        width = self[character] = self._points(_EM if is_wide(character) else _HALF)
        return width

    def _points(self, thousandths: int) -> float:
        return self._size * thousandths / _EM


def width_table(style: TextStyle) -> WidthTable:
    """Return the widths in one style; a Latin face equal to the Chinese one is half an em wide."""
    return _table(style.size, style.latin_face == style.face)


def is_wide(character: str) -> bool:
    """Return whether a character is set in the Chinese face, one em wide.

    That includes “ ” — … × and other marks of ambiguous width (Unicode annex 11).
    """
    return character > "~" and unicodedata.east_asian_width(character) in "WFA"


@lru_cache(maxsize=64)
def _table(size: float, latin_is_half: bool) -> WidthTable:  # noqa: FBT001 - a cache key
    return WidthTable(size, latin_is_half=latin_is_half)
