"""Walk over the stories of an old Word file: every character becomes text or is accounted for."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.importers.omissions import DELETED, HIDDEN, INSERTED, OBJECT, PICTURE, SYMBOL
from drafting.importers.symbol_fonts import sign_of
from drafting.importers.word_binary.charsets import together
from drafting.importers.word_binary.runs import ParagraphMarks, changed_paragraph
from drafting.importers.word_binary.shown import PARAGRAPH_ENDS, Kind

if TYPE_CHECKING:
    from drafting.importers.text_builder import TextBuilder
    from drafting.importers.word_binary.lists import Lists
    from drafting.importers.word_binary.pieces import PieceTable
    from drafting.importers.word_binary.runs import Runs
    from drafting.importers.word_binary.shown import Shown
    from drafting.importers.word_binary.styles import Styles

CODE, DRAWING, CONTROL = "域代码", "图形", "控制字符"
UNREADABLE = "无法辨认的字符"

_LISTED = {
    Kind.CODE: CODE,
    Kind.DELETED: DELETED,
    Kind.INSERTED: INSERTED,
    Kind.HIDDEN: HIDDEN,
}
_NOT_SHOWN = (Kind.DELETED, Kind.INSERTED, Kind.HIDDEN)
_SPECIAL = re.compile("[\x00-\x08\x0a-\x1f\x7f]")
_ENDS = re.compile("[\r\x07\x0c]")
_BREAKS = {"\x0a": "\n", "\x0b": "\n", "\x1e": "-"}
_PAGE_BREAKS = "\x0c\x0e"
_COUNTED = {"\x01": PICTURE, "\x08": DRAWING}
# References to notes and comments, separators of notes, field marks, hyphens shown at line ends.
_MARKS = "\x02\x03\x04\x05\x13\x14\x15\x1f" + PARAGRAPH_ENDS
_NO_TEXT = re.compile("[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class WordText:
    """All that is known of the text of one file."""

    table: PieceTable
    runs: Runs
    styles: Styles
    lists: Lists
    shown: Shown


class StoryWalker:
    """Adds one story after another to a builder; counts what it leaves out.

    ``kept`` + ``marks`` + all of ``characters`` is the count of characters walked over.
    """

    def __init__(self, builder: TextBuilder, word: WordText) -> None:
        self.left_out: Counter[str] = Counter()
        self.characters: Counter[str] = Counter()
        self.kept = 0
        self.marks = 0
        self._out = builder
        self._word = word
        self._text = word.table.text
        self._paragraph = 0
        self._joins = False
        self._break = False
        self._prefix = ""

    def start_story(self, part: str) -> None:
        """Count paragraphs anew for a story, which stands in the result as ``part``."""
        self._out.part = part
        self._paragraph = 0
        self._joins = False

    def walk(self, start: int, end: int, *, nested: bool = False, prefix: str = "") -> None:
        """Add the characters between two places; ``nested``: empty paragraphs are no lines.

        ``prefix`` stands before the first text that there is.
        """
        self._prefix = prefix
        first = start
        for match in _ENDS.finditer(self._text, start, end):
            at = match.start()
            if self._word.shown.kinds[at] != Kind.CODE and self._ends_paragraph(at):
                self._add_paragraph(first, at, nested=nested)
                first = at + 1
        if first < end:
            self._add_paragraph(first, end, nested=nested, marked=False)
        if self._joins:  # the last mark is gone, but nothing follows
            self._out.end_line()
            self._joins = False

    def leave_out(self, kind: str, count: int, characters: int = 0) -> None:
        """Note something that does not become text."""
        self.left_out[kind] += count
        self.characters[kind] += characters

    def count_only(self, start: int, end: int) -> int:
        """Count a stretch that is no part of the speech; return how many letters it has."""
        letters = len(_NO_TEXT.sub("", self._text[start:end]))
        self.marks += end - start - letters
        return letters

    def _ends_paragraph(self, at: int) -> bool:
        """Return whether this is a paragraph's end; a page break in its midst is none."""
        if self._text[at] != "\x0c":
            return True
        byte = self._word.table.byte_of(at)
        piece = self._word.table.piece_of(at)
        return byte is None or piece is None or self._word.runs.ends_at(byte + piece.width)

    def _add_paragraph(self, start: int, end: int, *, nested: bool, marked: bool = True) -> None:
        mark = self._text[end] if marked else ""
        properties = self._properties(end if marked else end - 1)
        kept = self._kept(start, end)
        hidden = marked and self._word.shown.kinds[end] in _NOT_SHOWN
        self.marks += marked
        # A paragraph mark that is not shown joins what is left with the next paragraph.
        joins_next = hidden and mark == "\r"
        if not self._joins and not (joins_next and not kept):
            self._out.put_before(self._prefix + self._label(properties))
        for at, text in kept:
            self._out.add(together(text), self._paragraph, 0, at - start)
        if kept:
            self._prefix = ""
        filled = bool(kept) or self._joins
        self._joins = joins_next and filled
        nested = nested or properties.in_table or mark in ("\x07", "\x0c")
        if not joins_next and (filled or not nested):
            self._out.end_line()
        self._paragraph += 1

    def _properties(self, at: int) -> ParagraphMarks:
        piece = self._word.table.piece_of(at)
        byte = self._word.table.byte_of(at)
        if piece is None or byte is None:
            return ParagraphMarks()
        return changed_paragraph(self._word.runs.paragraph_at(byte), piece.changes)

    def _label(self, properties: ParagraphMarks) -> str:
        use, level = properties.list_use, properties.level
        if use is None:
            use, from_style = self._word.styles.list_of(properties.style)
            level = from_style if level is None else level
        return self._word.lists.label(use, level)

    def _kept(self, start: int, end: int) -> list[tuple[int, str]]:
        """Return the text between two places, each stretch with its own place."""
        kept: list[tuple[int, str]] = []
        self._break = False
        for first, last, kind in self._word.shown.iter_runs(start, end):
            if kind is Kind.TEXT:
                self._keep_text(kept, first, last)
            elif kind is Kind.SYMBOL:
                self._keep_symbols(kept, first, last)
            elif kind is Kind.OBJECT:
                self.leave_out(OBJECT, last - first, last - first)
            else:
                self.leave_out(_LISTED[kind], 1, last - first)
        return kept

    def _keep_text(self, kept: list[tuple[int, str]], start: int, end: int) -> None:
        for match in _SPECIAL.finditer(self._text, start, end):
            at = match.start()
            self._keep(kept, start, at)
            self._visit_special(kept, at)
            start = at + 1
        self._keep(kept, start, end)

    def _keep(self, kept: list[tuple[int, str]], start: int, end: int) -> None:
        if start < end:
            self._keep_one(kept, start, self._text[start:end])
            self.kept += end - start

    def _keep_one(self, kept: list[tuple[int, str]], at: int, text: str) -> None:
        # A page break begins a line if there is text on both sides of it.
        if self._break and kept:
            text = "\n" + text
        self._break = False
        kept.append((at, text))

    def _visit_special(self, kept: list[tuple[int, str]], at: int) -> None:
        character = self._text[at]
        shown = _BREAKS.get(character)
        if shown is not None:
            self._keep_one(kept, at, shown)
            self.kept += 1
        elif character in _PAGE_BREAKS:
            self._break = True
            self.marks += 1
        elif character in _COUNTED:
            self.leave_out(_COUNTED[character], 1, 1)
        elif character in _MARKS:
            self.marks += 1
        else:
            self.leave_out(CONTROL, 1, 1)

    def _keep_symbols(self, kept: list[tuple[int, str]], start: int, end: int) -> None:
        for at in range(start, end):
            sign = sign_of(self._word.shown.symbols.get(at, 0))
            if sign is None:
                self.leave_out(SYMBOL, 1, 1)
            else:
                self._keep_one(kept, at, sign)
                self.kept += 1
