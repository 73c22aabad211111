"""The head of an old Word file: where everything is ([MS-DOC] 2.5; Word 6: its own layout)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import IntEnum

from drafting.errors import ImportProblem
from drafting.importers.prescan import encrypted
from drafting.importers.word_binary.container import damaged

WORD_MARKS = (b"\xdc\xa5", b"\x9b\xa5", b"\x9c\xa5", b"\xdb\xa5")
_MAGIC = frozenset((0xA5EC, 0xA5DC, 0xA697, 0xA698, 0xA699))
_WORD_2 = frozenset((0xA59B, 0xA59C, 0xA5DB))
_FIRST_WORD_6, _FIRST_WORD_97 = 101, 0xC0
_ENCRYPTED, _WHICH_TABLE, _EXTENDED = 0x0100, 0x0200, 0x1000


class Place(IntEnum):
    """The pairs of offset and length in the table stream, by their index in FibRgFcLcb97."""

    STYLES = 1
    FOOTNOTES = 3
    COMMENTS = 5
    HEADERS = 11
    CHARACTER_RUNS = 12
    PARAGRAPH_RUNS = 13
    FONTS = 15
    PIECES = 33
    ENDNOTES = 47
    TEXT_BOXES = 56
    LISTS = 73
    LIST_USES = 74


# Word 6 has the same order up to the pieces, then fields of its own.
_WORD_6_PLACES = {Place.ENDNOTES: 0x1DA}


@dataclass(frozen=True, slots=True)
class Fib:
    """What is needed of the file information block.

    ``counts`` are the characters (CPs) of the stories in the order in which they stand: body,
    footnotes, headers, macros, comments, endnotes, text boxes, text boxes of headers.
    """

    word_6: bool
    language: int
    far_east_language: int
    extended: bool
    table: int
    first_byte: int
    last_byte: int
    counts: tuple[int, ...]
    places: dict[Place, tuple[int, int]]


def read_fib(document: bytes, name: str) -> Fib:
    """Return the head of the stream WordDocument.

    Raises:
        ImportProblem: ``damaged``, ``encrypted``, or ``unsupported`` for Word 2 and older.
    """
    try:
        return _read(document, name)
    except struct.error as error:
        raise damaged(name) from error


def _read(document: bytes, name: str) -> Fib:
    magic, version = struct.unpack_from("<HH", document, 0)
    if magic in _WORD_2 or (magic in _MAGIC and version < _FIRST_WORD_6):
        reason = "它是 Word 2.0 及更早版本的文档"
        raise ImportProblem(name, "unsupported", reason, "请用 Word 打开并另存为 .docx 后再试")
    if magic not in _MAGIC:
        raise damaged(name)
    language, _, flags = struct.unpack_from("<HHH", document, 6)
    if flags & _ENCRYPTED:
        raise encrypted(name)
    first_byte, last_byte = struct.unpack_from("<II", document, 0x18)
    word_6 = version < _FIRST_WORD_97
    counts = struct.unpack_from("<8i", document, 0x34 if word_6 else 0x4C)
    if min(counts) < 0:
        raise damaged(name)
    far_east = 0 if word_6 else struct.unpack_from("<H", document, 0x3C)[0]
    return Fib(
        word_6,
        language,
        far_east,
        bool(flags & _EXTENDED),
        1 if flags & _WHICH_TABLE else 0,
        first_byte,
        last_byte,
        counts,
        _places_word_6(document) if word_6 else _places(document),
    )


def _places(document: bytes) -> dict[Place, tuple[int, int]]:
    count = struct.unpack_from("<H", document, 0x98)[0]
    found = {}
    for place in Place:
        if place < count:
            found[place] = _pair(document, 0x9A + 8 * place)
    return found


def _places_word_6(document: bytes) -> dict[Place, tuple[int, int]]:
    found = {place: _pair(document, 0x58 + 8 * place) for place in Place if place <= Place.PIECES}
    return found | {place: _pair(document, at) for place, at in _WORD_6_PLACES.items()}


def _pair(document: bytes, at: int) -> tuple[int, int]:
    start, length = struct.unpack_from("<II", document, at)
    return start, length
