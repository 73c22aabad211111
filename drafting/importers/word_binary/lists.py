"""Automatic numbers of an old Word file, made visible ([MS-DOC] 2.4.6.3).

As in .docx no number is stored; the paragraphs of each list are counted in their order.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.importers.list_numerals import format_number
from drafting.importers.word_binary.fib import Fib, Place
from drafting.importers.word_xml.numbering import BULLET

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEVELS = 9
_MAX_LISTS = 20_000
_MAX_LABEL = 100
_LIST_SIZE = _LEVEL_SIZE = 28
_USE_SIZE = 16
_NO_LIST = frozenset((0, 0x7FF))  # the second: numbered in the way of Word 6
_REMOVED = 0xF801  # from here on the list was taken away from the paragraph
_BULLET, _SILENT = 23, 255
_PLACE = re.compile("[\0-\x08]")
_CONTROL = re.compile("[\x09-\x1f\ufffe\uffff\ud800-\udfff]")
# MSONFC ([MS-OSHARED] 2.2.1.3) in the names that .docx has for the same forms.
_FORMS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
    5: "ordinal", 10: "ideographDigital", 11: "japaneseCounting", 14: "decimalFullWidth",
    16: "ideographLegalTraditional", 17: "japaneseDigitalTenThousand",
    18: "decimalEnclosedCircle", 19: "decimalFullWidth2", 22: "decimalZero",
    26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen",
    28: "decimalEnclosedCircleChinese", 29: "ideographEnclosedCircle",
    30: "ideographTraditional", 31: "ideographZodiac", 33: "taiwaneseCounting",
    34: "ideographLegalTraditional", 35: "taiwaneseCountingThousand", 36: "taiwaneseDigital",
    37: "chineseCounting", 38: "chineseLegalSimplified", 39: "chineseCountingThousand",
    42: "koreanCounting", 57: "numberInDash", 255: "none",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: int
    text: str
    legal: bool
    restart: int | None


@dataclass(frozen=True, slots=True)
class _Use:
    """An LFO: whose counters, and what it changes in its list."""

    list: int
    levels: dict[int, _Level]
    starts: dict[int, int]


class Lists:
    """Counts paragraphs in the order in which they are asked about."""

    def __init__(self, fib: Fib, table: bytes) -> None:
        places = {} if fib.word_6 else fib.places
        self._lists = _read_lists(table, places.get(Place.LISTS, (0, 0)))
        self._uses = _read_uses(table, places.get(Place.LIST_USES, (0, 0)))
        self._counts: dict[int, list[int | None]] = {}
        self._begun: set[tuple[int, int]] = set()

    def label(self, use: int | None, level: int | None) -> str:
        """Return the number before a paragraph as Word shows it, and count it."""
        if use is None or use in _NO_LIST or use >= _REMOVED or use > len(self._uses):
            return ""
        found = self._uses[use - 1]
        levels = self._lists.get(found.list, {}) | found.levels
        place = level or 0
        shown = levels.get(place)
        if shown is None:
            return ""
        self._count(found, levels, use, place)
        if shown.form == _BULLET:
            return BULLET if shown.text.strip() else ""
        counts = self._counts[found.list]
        label = _PLACE.sub(lambda match: _written(levels, counts, shown, match), shown.text)
        return _CONTROL.sub("", label)

    def _count(self, found: _Use, levels: dict[int, _Level], use: int, place: int) -> None:
        counts = self._counts.setdefault(found.list, [None] * _LEVELS)
        start = levels[place].start
        if place in found.starts and (use, place) not in self._begun:
            counts[place] = None
            start = found.starts[place]
        self._begun.add((use, place))
        before = counts[place]
        counts[place] = start if before is None else before + 1
        for deeper in range(place + 1, _LEVELS):
            level = levels.get(deeper)
            if level is None or level.restart is None or place < level.restart:
                counts[deeper] = None


def _written(
    levels: dict[int, _Level], counts: list[int | None], shown: _Level, match: re.Match[str]
) -> str:
    place = ord(match.group())
    level = levels.get(place)
    if level is None:
        return ""
    count = counts[place]
    form = 0 if shown.legal and level.form != _SILENT else level.form
    return format_number(level.start if count is None else count, _FORMS.get(form, "decimal"))


def _read_lists(table: bytes, place: tuple[int, int]) -> dict[int, dict[int, _Level]]:
    """Return the levels of each list by its id (PlfLst, [MS-DOC] 2.9.200).

    The levels stand behind the lists, outside of the length that the file states.
    """
    at, length = place
    found: dict[int, dict[int, _Level]] = {}
    if length < 2 or at + 2 > len(table):
        return found
    count = min(struct.unpack_from("<H", table, at)[0], _MAX_LISTS)
    heads = at + 2
    at = heads + count * _LIST_SIZE
    for number in range(count):
        head = table[heads + number * _LIST_SIZE : heads + (number + 1) * _LIST_SIZE]
        if len(head) < _LIST_SIZE:
            break
        levels: dict[int, _Level] = {}
        for level in range(1 if head[26] & 1 else _LEVELS):
            read = _read_level(table, at)
            if read is None:
                break
            levels[level], at = read
        found[struct.unpack_from("<I", head, 0)[0]] = levels
    return found


def _read_level(table: bytes, at: int) -> tuple[_Level, int] | None:
    """Return a level (LVL, [MS-DOC] 2.9.150) and the place behind it."""
    head = table[at : at + _LEVEL_SIZE]
    if len(head) < _LEVEL_SIZE:
        return None
    start, form, flags = struct.unpack_from("<iBB", head, 0)
    places = set(head[6:15])
    at += _LEVEL_SIZE + head[24] + head[25]
    if at + 2 > len(table):
        return None
    count = struct.unpack_from("<H", table, at)[0]
    end = at + 2 + 2 * count
    text = table[at + 2 : min(end, at + 2 + 2 * _MAX_LABEL)].decode("utf-16-le", "replace")
    # Only the places that the level names hold numbers; elsewhere such a character is none.
    text = "".join(one for index, one in enumerate(text, 1) if one > "\x08" or index in places)
    no_restart = bool(flags & 0x08)
    return _Level(start, form, text, bool(flags & 0x04), head[26] if no_restart else None), end


def _read_uses(table: bytes, place: tuple[int, int]) -> list[_Use]:
    """Return the uses of lists (PlfLfo, [MS-DOC] 2.9.199)."""
    at, length = place
    if length < 4 or at + 4 > len(table):
        return []
    data = table[at : at + length]
    count = min(struct.unpack_from("<I", data, 0)[0], (len(data) - 4) // _USE_SIZE)
    heads = [struct.unpack_from("<I8xB", data, 4 + number * _USE_SIZE) for number in range(count)]
    at = 4 + count * _USE_SIZE
    found: list[_Use] = []
    for identity, changes in heads:
        use = _Use(identity, {}, {})
        at += 4  # a place in the text, always "none"
        for level, start, read in _iter_changes(data, at, changes):
            at = read[1]
            if level >= _LEVELS:
                continue
            if start is not None:
                use.starts[level] = start
            if read[0] is not None:
                use.levels[level] = read[0]
        found.append(use)
    return found


def _iter_changes(
    data: bytes, at: int, count: int
) -> Iterator[tuple[int, int | None, tuple[_Level | None, int]]]:
    """Yield what a use changes in levels (LFOLVL, [MS-DOC] 2.9.132), and the place behind."""
    for _ in range(count):
        if at + 8 > len(data):
            return
        start, flags = struct.unpack_from("<iI", data, at)
        at += 8
        level: _Level | None = None
        if flags & 0x20:
            read = _read_level(data, at)
            if read is None:
                return
            level, at = read
            # With a form of its own the start stands there.
            start = level.start
        yield flags & 0xF, start if flags & 0x10 else None, (level, at)
