"""Which characters of an old Word file are text, and what the others are."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING

from drafting.importers.word_binary.runs import PLAIN, Runs, changed_characters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.importers.word_binary.pieces import PieceTable
    from drafting.importers.word_binary.runs import CharacterMarks
    from drafting.importers.word_binary.styles import Styles
    from drafting.model.imported import Changes

FIELD_BEGIN, FIELD_RESULT = "\x13", "\x14"
PARAGRAPH_ENDS = "\r\x07\x0c"

_FIELD_MARKS = re.compile("[\x13-\x15]")
_ENDS = re.compile("[\r\x07\x0c]")
# The stored character that stands for a sign.
_STAND_IN = re.compile(r"\(")
_RUNS = re.compile(b"\x00+|\x01+|\x02+|\x03+|\x04+|\x05+|\x06+")
_MAX_CODE = 2_000
_NEAR = 64
_OBJECT_FIELD = re.compile(r"\s*(?:EMBED|LINK|OCX|CONTROL)\b", re.IGNORECASE)
# Characters over one another: how Word 97 stores a note of pronunciation.
_OVERSTRIKE = re.compile(r"\s*EQ\b", re.IGNORECASE)


class Kind(IntEnum):
    """What a character is; the values are those of the bytes in ``Shown.kinds``."""

    TEXT = 0
    CODE = 1
    DELETED = 2
    HIDDEN = 3
    SYMBOL = 4
    OBJECT = 5
    INSERTED = 6


class Shown:
    """One byte for each character of the text: a ``Kind``."""

    def __init__(self, table: PieceTable, runs: Runs, styles: Styles, changes: Changes) -> None:
        self.kinds = bytearray(len(table.text))
        self.symbols: dict[int, int] = {}
        self._text = table.text
        self._styles = styles
        self._original = changes == "original"
        if styles.any_hides:
            self._hide_paragraphs(table, runs)
        for piece in table.pieces:
            marks = changed_characters(PLAIN, piece.changes)
            if marks != PLAIN:
                self._mark(piece.start, piece.end, marks)
            for first, last, marks in runs.iter_marked(piece.byte, piece.end_byte):
                start = piece.start + (first - piece.byte) // piece.width
                end = piece.start + (last - piece.byte + piece.width - 1) // piece.width
                self._mark(start, end, changed_characters(marks, piece.changes))

    def iter_runs(self, start: int, end: int) -> Iterator[tuple[int, int, Kind]]:
        """Yield stretches of one kind between two characters."""
        for match in _RUNS.finditer(self.kinds, start, end):
            yield match.start(), match.end(), Kind(self.kinds[match.start()])

    def mark_fields(self, start: int, end: int) -> None:
        """Mark the codes of the fields in a story; their results stay text.

        A mark without its partner stands for nothing; the text around it is kept.
        """
        opened: list[tuple[int, int | None]] = []
        codes: list[tuple[int, int, int]] = []
        for match in _FIELD_MARKS.finditer(self._text, start, end):
            at, mark = match.start(), match.group()
            if mark == FIELD_BEGIN:
                opened.append((at, None))
            elif opened and mark == FIELD_RESULT:
                opened[-1] = (opened[-1][0], at)
            elif opened:
                begin, result = opened.pop()
                codes.append((begin, at if result is None else result, at))
        last = start
        for begin, code_end, field_end in sorted(codes):
            if begin >= last:  # else it is part of another field's code
                self._mark_code(begin, code_end, field_end)
                last = code_end + 1

    def _mark_code(self, begin: int, code_end: int, field_end: int) -> None:
        self.kinds[begin : code_end + 1] = bytes((Kind.CODE,)) * (code_end + 1 - begin)
        code = self._text[begin + 1 : min(code_end, begin + _MAX_CODE)]
        if _OBJECT_FIELD.match(code):
            at = self._text.find("\x01", code_end, min(field_end, code_end + _NEAR))
            if at >= 0:
                self.kinds[at] = Kind.OBJECT
        elif code_end == field_end and _OVERSTRIKE.match(code):
            start, end = _overstruck(code)
            self.kinds[begin + 1 + start : begin + 1 + end] = bytes(end - start)

    def _hide_paragraphs(self, table: PieceTable, runs: Runs) -> None:
        start = 0
        for match in _ENDS.finditer(self._text):
            byte = table.byte_of(match.start())
            if byte is not None and self._styles.hides(runs.paragraph_at(byte).style):
                self.kinds[start : match.end()] = bytes((Kind.HIDDEN,)) * (match.end() - start)
            start = match.end()

    def _mark(self, start: int, end: int, marks: CharacterMarks) -> None:
        if start >= end:
            return
        inherited = self._styles.hides(marks.style) or self.kinds[start] == Kind.HIDDEN
        changed = self._change(marks)
        if changed is not None:
            kind = changed
        elif _hides(marks.vanish, inherited=inherited):
            kind = Kind.HIDDEN
        elif marks.symbol is not None:
            self.kinds[start:end] = bytes(end - start)
            self._mark_signs(start, end, marks.symbol)
            return
        else:
            kind = Kind.TEXT
        self.kinds[start:end] = bytes((kind,)) * (end - start)

    def _change(self, marks: CharacterMarks) -> Kind | None:
        """Return as what a tracked change is left out."""
        if self._original:
            return Kind.INSERTED if marks.inserted else None
        return Kind.DELETED if marks.deleted else None

    def _mark_signs(self, start: int, end: int, symbol: int) -> None:
        for match in _STAND_IN.finditer(self._text, start, end):
            self.kinds[match.start()] = Kind.SYMBOL
            self.symbols[match.start()] = symbol


def _hides(vanish: int | None, *, inherited: bool) -> bool:
    """Return whether text is hidden; 0x80 and 0x81 mean as the style says, and its contrary."""
    if vanish is None or vanish == 0x80:
        return inherited
    return not inherited if vanish == 0x81 else bool(vanish)


def _overstruck(code: str) -> tuple[int, int]:
    r"""Return where the base stands in a code like ``EQ \o\ad(\s\up 11(líng),领)``."""
    end = code.rfind(")")
    if "\\o" not in code.lower() or end < 0:
        return 0, 0
    start = max(code.rfind(mark, 0, end) for mark in ",;，；") + 1
    base = code[start:end]
    return (start, end) if start and "(" not in base and "\\" not in base else (0, 0)
