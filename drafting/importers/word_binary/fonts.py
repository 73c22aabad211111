"""Fonts of a Word 6 or Word 95 file, which tell how its bytes are to be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.importers.word_binary.fib import Fib, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.importers.word_binary.runs import Runs
    from drafting.importers.word_binary.styles import Styles

# Windows' numbers of character sets; 0 is Western, 2 is signs.
_ENCODINGS = {
    128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250",
}  # fmt: skip
_CHARSET = 4
# At most as many different numbers as there are encodings.
_STRETCH = re.compile(b"|".join(b"\\x%02x+" % number for number in range(len(_ENCODINGS) + 1)))


class Fonts:
    """The encoding of each byte of a stream by the font in which its text is set."""

    def __init__(self, fib: Fib, document: bytes, runs: Runs, styles: Styles) -> None:
        offset, length = fib.places.get(Place.FONTS, (0, 0))
        encodings = list(_iter_encodings(document[offset : offset + length]))
        self._names = list(dict.fromkeys([None, *encodings]))
        self._index = bytearray(len(document))
        numbers = [self._names.index(one) for one in encodings]
        for start, end, paragraph in runs.iter_paragraphs():
            self._set(start, end, styles.font_of(paragraph.style), numbers)
        for start, end, marks in runs.iter_marked(0, len(document)):
            font = marks.font
            if font is None and marks.style is not None:
                font = styles.font_of(marks.style)
            self._set(start, end, font, numbers)

    @property
    def encodings(self) -> set[str]:
        """Return all encodings but the Western one."""
        return {one for one in self._names if one is not None}

    def iter_ranges(self, start: int, end: int) -> Iterator[tuple[int, int, str | None]]:
        """Yield the stretches of one encoding (None: Western) between two bytes."""
        for match in _STRETCH.finditer(self._index, start, end):
            yield match.start(), match.end(), self._names[self._index[match.start()]]

    def _set(self, start: int, end: int, font: int | None, numbers: list[int]) -> None:
        end = min(end, len(self._index))
        if font is not None and font < len(numbers) and start < end:
            self._index[start:end] = bytes((numbers[font],)) * (end - start)


def _iter_encodings(table: bytes) -> Iterator[str | None]:
    """Yield the encoding of each font (STTBFFFN of Word 6), None for Western."""
    at = 2
    while at + _CHARSET < len(table):
        yield _ENCODINGS.get(table[at + _CHARSET])
        at += table[at] + 1
