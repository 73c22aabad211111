"""Single changes of properties (sprms) of an old Word file ([MS-DOC] 2.6; Word 6: short codes)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# [MS-DOC] 2.6.1 and 2.6.2
DELETED, INSERTED, VANISH = 0x0800, 0x0801, 0x083C
CHARACTER_STYLE, SYMBOL = 0x4A30, 0x6A09
PARAGRAPH_STYLE, LIST, LIST_LEVEL, IN_TABLE = 0x4600, 0x460B, 0x260A, 0x2416

FONT = 0x5D  # of Word 6; later ones are not looked at

_TABLE_DEFINITION, _TABS = 0xD608, 0xC615
_SIZES = (1, 1, 2, 4, 2, 2, -1, 3)
# Word 6: the codes that are understood here, and the sizes of all operands.
_WORD_6 = {65: DELETED, 66: INSERTED, 92: VANISH, 80: CHARACTER_STYLE, 93: FONT, 24: IN_TABLE}
_COUNTED = -1
_WORD_6_SIZES = (
    dict.fromkeys((4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 24, 25), 1)
    | dict.fromkeys((2, 16, 17, 18, 19, 21, 22, 26, 27, 28, 30, 31, 32, 33, 34, 35, 36), 2)
    | dict.fromkeys((29, 37, 44, 50, 51), 1)
    | dict.fromkeys((38, 39, 40, 41, 42, 43, 45, 46, 47, 48, 49), 2)
    | dict.fromkeys((20, 70), 4)
    | dict.fromkeys((3, 12, 15, 23, 52, 68, 74, 77, 79, 81, 82, 103, 105, 106, 108), _COUNTED)
    | dict.fromkeys(range(111, 117), _COUNTED)
    | dict.fromkeys((65, 66, 67, 71, 75, 85, 86, 87, 88, 89, 90, 91, 92), 1)
    | dict.fromkeys((94, 98, 100, 102, 104, 117, 118, 119, 120, 121, 122, 123, 124), 1)
    | dict.fromkeys((69, 72, 80, 93, 96, 97, 99, 101, 107, 109, 110), 2)
    | dict.fromkeys((73, 95), 3)
    | {83: 0}
)


def iter_sprms(group: bytes, *, word_6: bool = False) -> Iterator[tuple[int, bytes]]:
    """Yield each code with its operand; ends at what it does not understand or what is cut.

    Word 6 codes are given as their successors in Word 97, those of no use here are left out.
    """
    return _iter_word_6(group) if word_6 else _iter_word_97(group)


def short_change(code: int, operand: int) -> tuple[int, bytes] | None:
    """Return the sprm that a piece holds in its seven bits (Prm0, [MS-DOC] 2.9.215)."""
    found = _WORD_6.get(code)
    return None if found is None else (found, bytes((operand,)))


def _iter_word_97(group: bytes) -> Iterator[tuple[int, bytes]]:
    at, end = 0, len(group)
    while at + 2 < end:
        code = group[at] | group[at + 1] << 8
        at += 2
        size = _SIZES[code >> 13]
        if code == _TABLE_DEFINITION:
            # The count takes two bytes and is one too large.
            size = (group[at] | (group[at + 1] if at + 1 < end else 0) << 8) + 1
        elif size < 0:
            size = _tabs_size(group, at) if code == _TABS else group[at]
            at += 1
        if at + size > end:
            return
        yield code, group[at : at + size]
        at += size


def _tabs_size(group: bytes, at: int) -> int:
    """Return the size of changed tabs, which for 255 follows from the counts of tabs."""
    if group[at] != 255 or at + 1 >= len(group):
        return group[at]
    removed = 1 + 4 * group[at + 1]
    added = at + 1 + removed
    return removed + 1 + (3 * group[added] if added < len(group) else 0)


def _iter_word_6(group: bytes) -> Iterator[tuple[int, bytes]]:
    at, end = 0, len(group)
    while at < end:
        code = group[at]
        at += 1
        size = _WORD_6_SIZES.get(code)
        if size is None:
            return
        if size == _COUNTED:
            if at >= end:
                return
            size = group[at]
            at += 1
        if at + size > end:
            return
        if code in _WORD_6:
            yield _WORD_6[code], group[at : at + size]
        at += size
