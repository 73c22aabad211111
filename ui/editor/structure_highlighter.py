"""Faces and sizes of recognised structure as layout-time formats, outside the undo history."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QSyntaxHighlighter, QTextDocument

from drafting.text.searching import find_words
from ui.editor.line_styles import unpack_style
from ui.editor.utf16 import Utf16Map

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor

    from ui.editor.page_format import PageFormat

_LATIN = re.compile("[!-~]+(?: [!-~]+)*")


class StructureHighlighter(QSyntaxHighlighter):
    """Formats each block by the style that it remembers in its user state."""

    def __init__(self, document: QTextDocument, page: PageFormat) -> None:
        super().__init__(document)
        self._page = page
        self._quiet: Sequence[tuple[str, QColor]] = ()

    def set_quiet(self, marks: Sequence[tuple[str, QColor]]) -> None:
        """Set wordings off by the colour of their ground, wherever they stand."""
        if list(marks) != list(self._quiet):
            self._quiet = marks
            self.rehighlight()

    def set_page(self, page: PageFormat) -> None:
        """Take the faces of another layout."""
        self._page = page
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Set the faces of one block."""
        line = unpack_style(self.currentBlockState())
        length = self.currentBlock().length() - 1
        base = self._page.char_format(line.style)
        if base is not None:
            self.setFormat(0, length, base)
        heading = f"heading{line.run_in_level}" if line.run_in_level else line.style
        if line.run_in_level:
            face = self._page.char_format(heading)
            if face is not None:
                self.setFormat(0, min(line.run_in_end, length), face)
        if text.isascii() or _LATIN.search(text):
            units = Utf16Map(text)
            for match in _LATIN.finditer(text):
                start, end = units.to_utf16(match.start()), units.to_utf16(match.end())
                style = heading if start < line.run_in_end else line.style
                self.setFormat(start, end - start, self._page.latin_format(style))
        if self._quiet:
            self._mark_quietly(text)

    def _mark_quietly(self, text: str) -> None:
        units = Utf16Map(text)
        for words, colour in self._quiet:
            for place in find_words(text, words):
                first, last = units.span_to_utf16(place)
                for position in range(first, last):
                    form = self.format(position)
                    form.setBackground(colour)
                    self.setFormat(position, 1, form)
