"""The text of an old Word file, gathered from its pieces ([MS-DOC] 2.4.1, 2.8.35, 2.9.38)."""

from __future__ import annotations

import struct
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.errors import ImportProblem
from drafting.importers.word_binary.charsets import (
    WESTERN,
    chinese_encoding,
    decode_bytes,
    decode_units,
    encoding_of_language,
    is_chinese,
    is_double,
    one_unit_each,
)
from drafting.importers.word_binary.container import damaged
from drafting.importers.word_binary.fib import Fib, Place
from drafting.importers.word_binary.sprms import iter_sprms, short_change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.importers.word_binary.fonts import Fonts

MAX_CHARACTERS = 20_000_000
_SAME_TEXT_AGAIN = 8  # a fast-saved copy may show the same bytes twice, a bomb a thousand times
_CHANGES, _TABLE = 1, 2
_COMPRESSED, _OFFSET = 0x4000_0000, 0x3FFF_FFFF
_UNIT = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters ``start``..``end``, stored from ``byte`` on with ``width`` bytes each."""

    start: int
    end: int
    byte: int
    width: int
    changes: tuple[tuple[int, bytes], ...] = ()

    @property
    def end_byte(self) -> int:
        """Return the place of the first byte behind the piece."""
        return self.byte + (self.end - self.start) * self.width


class PieceTable:
    """All text of the file as one string in which each character is one CP of the file.

    A pair of surrogates stays two characters, and in an old double-byte file ``FILLER`` stands
    behind each character of two bytes, so that places in the string are places in the file.
    """

    def __init__(
        self, fib: Fib, document: bytes, table: bytes, fonts: Fonts | None, name: str
    ) -> None:
        found = _pieces(fib, document, table)
        if not found:
            raise damaged(name)
        self.declared = found[-1].end
        self.pieces = _within_bounds(found, len(document), name)
        self._starts = [piece.start for piece in self.pieces]
        decoder = _Decoder(fib, document, self.pieces, fonts)
        self.text = "".join(decoder.iter_text())

    def byte_of(self, character: int) -> int | None:
        """Return where a character is stored, None for one that no piece holds."""
        piece = self.piece_of(character)
        return None if piece is None else piece.byte + (character - piece.start) * piece.width

    def piece_of(self, character: int) -> Piece | None:
        """Return the piece that holds a character."""
        place = bisect_right(self._starts, character) - 1
        if place < 0 or character >= self.pieces[place].end:
            return None
        return self.pieces[place]


def _pieces(fib: Fib, document: bytes, table: bytes) -> list[Piece]:
    source = document if fib.word_6 else table
    offset, length = fib.places.get(Place.PIECES, (0, 0))
    groups: list[bytes] = []
    plc = b""
    for mark, content in _iter_parts(source[offset : offset + length]):
        if mark == _TABLE:
            plc = content
            break
        groups.append(content)
    found = list(_iter_pieces(fib, plc, groups))
    # Word 6 needs no pieces where the text stands in a row; later ones always have them.
    return found or ([_one_piece(fib, document)] if fib.word_6 else [])


def _iter_parts(clx: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 3 <= len(clx):
        mark = clx[at]
        if mark == _CHANGES:
            size = struct.unpack_from("<H", clx, at + 1)[0]
            at += 3
        elif mark == _TABLE and at + 5 <= len(clx):
            size = struct.unpack_from("<I", clx, at + 1)[0]
            at += 5
        else:
            return
        yield mark, clx[at : at + size]
        at += size


def _iter_pieces(fib: Fib, plc: bytes, groups: list[bytes]) -> Iterator[Piece]:
    count = (len(plc) - 4) // 12
    if count < 1:
        return
    places = struct.unpack_from(f"<{count + 1}I", plc, 0)
    for number in range(count):
        offset, change = struct.unpack_from("<IH", plc, 4 * (count + 1) + 8 * number + 2)
        width = 1 if fib.word_6 and not fib.extended else _UNIT
        if not fib.word_6:
            compressed = bool(offset & _COMPRESSED)
            offset &= _OFFSET
            if compressed:
                offset, width = offset // 2, 1
        changes = tuple(_changes(fib, change, groups)) if change else ()
        yield Piece(places[number], places[number + 1], offset, width, changes)


def _changes(fib: Fib, change: int, groups: list[bytes]) -> Iterator[tuple[int, bytes]]:
    if change & 1:
        index = change >> 1
        if index < len(groups):
            yield from iter_sprms(groups[index], word_6=fib.word_6)
        return
    found = short_change(change >> 1 & 0x7F, change >> 8)
    if found is not None:
        yield found


def _one_piece(fib: Fib, document: bytes) -> Piece:
    """Return the text of a file without pieces: it stands in a row."""
    count = sum(fib.counts)
    end = min(fib.last_byte, len(document))
    # Two bytes a character, if there are so many bytes.
    wide = fib.extended and end - fib.first_byte >= _UNIT * count
    return Piece(0, count, fib.first_byte, _UNIT if wide else 1)


def _within_bounds(found: list[Piece], size: int, name: str) -> list[Piece]:
    """Cut pieces where the file ends; refuse a table that is out of order or too large."""
    kept: list[Piece] = []
    place = total = 0
    for piece in found:
        if piece.start != place or piece.end < piece.start:
            raise damaged(name)
        place = piece.end
        end = min(piece.end, piece.start + max(size - piece.byte, 0) // piece.width)
        total += (end - piece.start) * piece.width
        if end > piece.start:
            kept.append(Piece(piece.start, end, piece.byte, piece.width, piece.changes))
        if end < piece.end:
            break  # what follows would stand at a wrong place
    if total > _SAME_TEXT_AGAIN * size:
        raise damaged(name)
    if kept and kept[-1].end > MAX_CHARACTERS:
        raise ImportProblem(name, "too-large", "文字超过两千万字", "请拆成几个文件后再打开")
    if not kept:
        raise damaged(name)
    return kept


class _Decoder:
    """Decides from languages, fonts and bytes how the pieces of a file are read.

    Word 97 and later store Western text in one byte and all other in two. Word 6 and Word 95
    store bytes in the code of their font; so do some programs in what passes for Word 97.
    """

    def __init__(self, fib: Fib, document: bytes, pieces: list[Piece], fonts: Fonts | None) -> None:
        self._fib = fib
        self._document = document
        self._pieces = pieces
        self._fonts = fonts
        self._default = encoding_of_language(fib.language) if fib.word_6 else WESTERN
        narrow = b"".join(document[one.byte : one.end_byte] for one in pieces if one.width == 1)
        chinese = is_chinese(fib.language) or is_chinese(fib.far_east_language)
        wide = any(_has_han(document[one.byte : one.end_byte]) for one in pieces if one.width > 1)
        asks = fib.word_6 or (chinese and not wide)
        self._found = chinese_encoding(narrow) if asks else None

    def iter_text(self) -> Iterator[str]:
        """Yield the text of one piece after another."""
        for piece in self._pieces:
            data = self._document[piece.byte : piece.end_byte]
            if piece.width > 1:
                yield self._wide(data)
            elif self._found is not None:
                yield decode_bytes(data, self._found)
            elif self._fonts is None:
                yield decode_bytes(data, self._default)
            else:
                for start, end, name in self._fonts.iter_ranges(piece.byte, piece.end_byte):
                    yield decode_bytes(self._document[start:end], name or self._default)

    def _wide(self, data: bytes) -> str:
        if not self._fib.word_6:
            return one_unit_each(data)
        names = [self._default, *(self._fonts.encodings if self._fonts is not None else ())]
        double = next((one for one in names if is_double(one)), "gbk")
        # A character of one byte is never of the double-byte code.
        return decode_units(data, WESTERN if is_double(self._default) else self._default, double)


def _has_han(data: bytes) -> bool:
    return any(0x4E <= high <= 0x9F for high in data[1::2])
