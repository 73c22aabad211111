"""Formatting of an old Word file: pages of runs, found by where the text is stored.

[MS-DOC] 2.4.6.1 and 2.4.6.2: a bin table names pages of 512 bytes (ChpxFkp, PapxFkp), each of
which lists places in the stream and the sprms that hold between them.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from drafting.importers.word_binary import sprms
from drafting.importers.word_binary.fib import Fib, Place
from drafting.importers.word_binary.sprms import iter_sprms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_Marks = TypeVar("_Marks")

_PAGE = 512
_PAGE_NUMBER = 0x3F_FFFF
_PHE_97, _PHE_6 = 13, 7


@dataclass(frozen=True, slots=True)
class CharacterMarks:
    """What decides whether characters are shown: ``vanish`` is the operand as stored."""

    deleted: bool = False
    inserted: bool = False
    vanish: int | None = None
    style: int | None = None
    symbol: int | None = None
    font: int | None = None


@dataclass(frozen=True, slots=True)
class ParagraphMarks:
    """Style (istd), list (ilfo; None: as the style says) and level of a paragraph."""

    style: int = 0
    list_use: int | None = None
    level: int | None = None
    in_table: bool = False


PLAIN = CharacterMarks()
_BODY = ParagraphMarks()


class Runs:
    """Character runs that differ from plain text, and all paragraphs, by bytes."""

    def __init__(self, fib: Fib, document: bytes, table: bytes) -> None:
        self._word_6 = fib.word_6
        source = document if fib.word_6 else table
        self._characters: dict[bytes, CharacterMarks] = {}
        self._paragraphs: dict[bytes, ParagraphMarks] = {}
        marked: list[tuple[int, int, CharacterMarks]] = []
        for page in _iter_pages(fib, Place.CHARACTER_RUNS, document, source):
            marked += (one for one in self._iter_character_runs(page) if one[2] != PLAIN)
        self._marked = _in_order(marked)
        self._marked_ends = [end for _, end, _ in self._marked]
        paragraphs: list[tuple[int, int, ParagraphMarks]] = []
        for page in _iter_pages(fib, Place.PARAGRAPH_RUNS, document, source):
            paragraphs += self._iter_paragraphs_of(page)
        self._of_paragraphs = _in_order(paragraphs)
        self._paragraph_ends = [end for _, end, _ in self._of_paragraphs]

    def iter_marked(self, start: int, end: int) -> Iterator[tuple[int, int, CharacterMarks]]:
        """Yield the marked runs between two bytes, cut to them."""
        at = bisect_right(self._marked_ends, start)
        while at < len(self._marked) and self._marked[at][0] < end:
            first, last, marks = self._marked[at]
            yield max(first, start), min(last, end), marks
            at += 1

    def iter_paragraphs(self) -> Iterator[tuple[int, int, ParagraphMarks]]:
        """Yield all paragraphs with their bytes."""
        yield from self._of_paragraphs

    def paragraph_at(self, byte: int) -> ParagraphMarks:
        """Return what is known of the paragraph that the byte is part of."""
        at = bisect_right(self._paragraph_ends, byte)
        if at < len(self._of_paragraphs) and self._of_paragraphs[at][0] <= byte:
            return self._of_paragraphs[at][2]
        return _BODY

    def ends_at(self, byte: int) -> bool:
        """Return whether a paragraph ends before the byte."""
        at = bisect_right(self._paragraph_ends, byte) - 1
        return at >= 0 and self._paragraph_ends[at] == byte

    def _iter_character_runs(self, page: bytes) -> Iterator[tuple[int, int, CharacterMarks]]:
        count = page[-1]
        places = 4 * (count + 1)
        if places + count >= _PAGE:
            return
        bounds = struct.unpack_from(f"<{count + 1}I", page, 0)
        for number in range(count):
            at = 2 * page[places + number]
            group = page[at + 1 : at + 1 + page[at]] if at else b""
            yield bounds[number], bounds[number + 1], self._character_marks(group)

    def _character_marks(self, group: bytes) -> CharacterMarks:
        found = self._characters.get(group)
        if found is None:
            changes = iter_sprms(group, word_6=self._word_6)
            found = self._characters[group] = changed_characters(PLAIN, changes)
        return found

    def _iter_paragraphs_of(self, page: bytes) -> Iterator[tuple[int, int, ParagraphMarks]]:
        count = page[-1]
        places = 4 * (count + 1)
        size = _PHE_6 if self._word_6 else _PHE_97
        if places + count * size >= _PAGE:
            return
        bounds = struct.unpack_from(f"<{count + 1}I", page, 0)
        for number in range(count):
            at = 2 * page[places + number * size]
            group = self._paragraph_group(page, at) if at else b""
            yield bounds[number], bounds[number + 1], self._paragraph_marks(group)

    def _paragraph_group(self, page: bytes, at: int) -> bytes:
        """Return the style number and the sprms (PapxInFkp, [MS-DOC] 2.9.175)."""
        words = page[at]
        if self._word_6 or words:
            return page[at + 1 : at + 2 * words + (1 if self._word_6 else 0)]
        return page[at + 2 : at + 2 + 2 * page[at + 1]] if at + 1 < len(page) else b""

    def _paragraph_marks(self, group: bytes) -> ParagraphMarks:
        found = self._paragraphs.get(group)
        if found is None:
            style = group[0] if self._word_6 else group[0] | group[1] << 8 if group[1:] else 0
            changes = iter_sprms(group[2:], word_6=self._word_6)
            found = changed_paragraph(ParagraphMarks(style), changes)
            self._paragraphs[group] = found
        return found


def changed_characters(
    marks: CharacterMarks, changes: Iterable[tuple[int, bytes]]
) -> CharacterMarks:
    """Return ``marks`` after the sprms that concern characters."""
    for code, operand in changes:
        if code == sprms.DELETED:
            marks = replace(marks, deleted=bool(operand[0] & 1))
        elif code == sprms.INSERTED:
            marks = replace(marks, inserted=bool(operand[0] & 1))
        elif code == sprms.VANISH:
            marks = replace(marks, vanish=operand[0])
        elif code == sprms.CHARACTER_STYLE and len(operand) == 2:
            marks = replace(marks, style=operand[0] | operand[1] << 8)
        elif code == sprms.SYMBOL and len(operand) == 4:
            marks = replace(marks, symbol=operand[2] | operand[3] << 8)
        elif code == sprms.FONT:
            marks = replace(marks, font=operand[0] | operand[1] << 8)
    return marks


def changed_paragraph(
    marks: ParagraphMarks, changes: Iterable[tuple[int, bytes]]
) -> ParagraphMarks:
    """Return ``marks`` after the sprms that concern paragraphs."""
    for code, operand in changes:
        if code == sprms.PARAGRAPH_STYLE and len(operand) == 2:
            marks = replace(marks, style=operand[0] | operand[1] << 8)
        elif code == sprms.LIST and len(operand) == 2:
            marks = replace(marks, list_use=operand[0] | operand[1] << 8)
        elif code == sprms.LIST_LEVEL:
            marks = replace(marks, level=operand[0])
        elif code == sprms.IN_TABLE:
            marks = replace(marks, in_table=bool(operand[0]))
    return marks


def _iter_pages(fib: Fib, place: Place, document: bytes, source: bytes) -> Iterator[bytes]:
    """Yield each page that the bin table names, once."""
    offset, length = fib.places.get(place, (0, 0))
    table = source[offset : offset + length]
    size = 2 if fib.word_6 else 4
    count = max(len(table) - 4, 0) // (4 + size)
    seen: set[int] = set()
    numbers = (
        struct.unpack_from(f"<{count}{'H' if fib.word_6 else 'I'}", table, 4 * (count + 1))
        if count
        else ()
    )
    for number in numbers:
        at = (number & _PAGE_NUMBER) * _PAGE
        page = document[at : at + _PAGE]
        if at not in seen and len(page) == _PAGE:
            seen.add(at)
            yield page


def _in_order(runs: list[tuple[int, int, _Marks]]) -> list[tuple[int, int, _Marks]]:
    """Return the runs by place, none of them empty or over another."""
    kept: list[tuple[int, int, _Marks]] = []
    last = 0
    for start, end, marks in sorted(runs, key=lambda one: one[:2]):
        if end > max(start, last):
            kept.append((max(start, last), end, marks))
            last = end
    return kept
