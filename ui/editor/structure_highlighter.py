"""Faces and sizes of recognised structure as layout-time formats, outside the undo history."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCharFormat, QTextLayout

from drafting.text.searching import find_words
from ui.editor.line_styles import unpack_style
from ui.editor.utf16 import Utf16Map, utf16_length

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QColor, QTextBlock, QTextDocument

    from ui.editor.page_format import PageFormat

    _Piece = tuple[int, int, QTextCharFormat]

_LATIN = re.compile("[!-~]+(?: [!-~]+)*")


class StructureHighlighter(QObject):
    """Formats each block by the style that it remembers in its user state.

    While it ``is_resting`` somebody else looks after what changes.

    Qt's own highlighter does so too, but has the paragraph behind the one that is written in laid
    out again with every key of an input method, and asks for each stretch of letters by itself.
    """

    def __init__(self, document: QTextDocument, page: PageFormat) -> None:
        super().__init__(document)
        self._document = document
        self._page = page
        self._quiet: Sequence[tuple[str, QColor]] = ()
        self.is_resting = False
        self.is_one_line = False
        document.contentsChange.connect(self._follow)

    def set_quiet(self, marks: Sequence[tuple[str, QColor]]) -> None:
        """Set wordings off by the colour of their ground, wherever they stand."""
        if list(marks) != list(self._quiet):
            self._quiet = marks
            self.rehighlight()

    def set_page(self, page: PageFormat) -> None:
        """Take the faces of another layout."""
        self._page = page
        self.rehighlight()

    def rehighlight(self) -> None:
        """Set the faces of all blocks."""
        block = self._document.begin()
        while block.isValid():
            self.highlight(block)
            block = block.next()
        self._document.markContentsDirty(0, self._document.characterCount())

    def highlight(self, block: QTextBlock) -> bool:
        """Give a block its formats before it is laid out; return whether it has or had any."""
        layout = block.layout()
        pieces = list(self._iter_pieces(block.text(), block.userState()))
        known, composed = layout.formats(), layout.preeditAreaText()
        kept: list[QTextLayout.FormatRange] = []
        if composed:
            begun, length = layout.preeditAreaPosition(), utf16_length(composed)
            pieces = _around(pieces, begun, length)
            kept = _within(known, begun, begun + length)
        if pieces or len(kept) != len(known):
            layout.setFormats([*(_range(*one) for one in pieces), *kept])
            return True
        return False

    def _follow(self, position: int, _removed: int, added: int) -> None:
        """Set the faces where the text has changed; Qt lays out what it tells of, and no more.

        ``is_one_line``: Qt tells of a whole paragraph, but its end is none of what changed.
        """
        if self.is_resting:
            return
        last = position if self.is_one_line else position + added
        block = self._document.findBlock(position)
        while block.isValid() and block.position() <= last:
            self.highlight(block)
            block = block.next()

    def _iter_pieces(self, text: str, state: int) -> Iterator[_Piece]:
        """Yield what differs from the document's own face; a later piece lies over earlier ones."""
        line = unpack_style(state)
        heading = f"heading{line.run_in_level}" if line.run_in_level else line.style
        base = self._page.char_format(line.style)
        if base is not None:
            yield 0, utf16_length(text), base
        if line.run_in_level:
            face = self._page.char_format(heading)
            if face is not None:
                yield 0, min(line.run_in_end, utf16_length(text)), face
        units: Utf16Map | None = None
        for match in _LATIN.finditer(text):
            units = units or Utf16Map(text)
            start, end = units.to_utf16(match.start()), units.to_utf16(match.end())
            style = heading if start < line.run_in_end else line.style
            yield start, end - start, self._page.latin_format(style)
        for words, colour in self._quiet:
            ground = QTextCharFormat()
            ground.setBackground(colour)
            for place in find_words(text, words):
                first, last = Utf16Map(text).span_to_utf16(place)
                yield first, last - first, ground


def _around(pieces: Sequence[_Piece], begun: int, length: int) -> list[_Piece]:
    """Return the pieces with room for so many units that are being composed at ``begun``."""
    made: list[_Piece] = []
    for start, size, form in pieces:
        if start >= begun:
            made.append((start + length, size, form))
        else:
            made.append((start, size + length * (start + size > begun), form))
    return made


def _within(
    ranges: Sequence[QTextLayout.FormatRange], first: int, last: int
) -> list[QTextLayout.FormatRange]:
    """Return how the input method wants its own characters to look."""
    return [
        one
        for one in ranges
        if one.start >= first and one.start + one.length <= last  # type: ignore[attr-defined]  # stubs
    ]


def _range(start: int, length: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    one = QTextLayout.FormatRange()
    # The stubs of 6.9.3 lack all three members.
    one.start = start  # type: ignore[attr-defined]  # see above
    one.length = length  # type: ignore[attr-defined]  # see above
    one.format = form  # type: ignore[attr-defined]  # see above
    return one
