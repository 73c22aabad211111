"""Read .doc, .dot, .wps and .wpt: Word 97 to 2003, Word 6 and Word 95 ([MS-DOC]).

Body, then footnotes and endnotes (注1：…), then text boxes; tables give a line for each paragraph
of a cell, fields their result. Automatic numbers of Word 97 and later are made visible. Tracked
insertions are taken, deletions left out and listed (or the other way round), as are hidden text,
comments, headers and footers, pictures and the codes of fields.

Not done: automatic numbers of Word 6 and Word 95; numbers spelt out in words (they come as
figures) and LISTNUM fields; the properties of very large table rows, which stand in the stream
Data; signs of symbol fonts beyond the few of ``word_symbols`` (listed); a circle around a
character (the character is kept); text of embedded objects; AutoText of templates. A text box
stands behind all other text, not at its anchor. No Word 6 file from Chinese Word itself was at
hand: its codes were tried on files made for the purpose.
"""

from __future__ import annotations

import struct
from itertools import accumulate, pairwise
from pathlib import PurePath
from typing import TYPE_CHECKING

from drafting.errors import ImportProblem
from drafting.importers.decoding import decode_text
from drafting.importers.prescan import open_package
from drafting.importers.signatures import OLE_MARK, kind_of
from drafting.importers.text_builder import TextBuilder
from drafting.importers.word_binary.charsets import LOST
from drafting.importers.word_binary.container import (
    WordStreams,
    damaged,
    open_container,
)
from drafting.importers.word_binary.fib import WORD_MARKS, Place, read_fib
from drafting.importers.word_binary.fonts import Fonts
from drafting.importers.word_binary.lists import Lists
from drafting.importers.word_binary.pieces import PieceTable
from drafting.importers.word_binary.runs import Runs
from drafting.importers.word_binary.shown import Shown
from drafting.importers.word_binary.styles import Styles
from drafting.importers.word_binary.walk import DRAWING, UNREADABLE, StoryWalker, WordText
from drafting.model.imported import ImportedText, Omission

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.model.imported import Changes

_COMMENTS, _HEADERS, _FOOTERS = "批注", "页眉", "页脚"
_HEADER_BOXES, _REST, _CUT = "页眉页脚中的文本框", "不属于正文的文字", "文件缺损处丢失的文字"
_COMMENT_MARK = "\x05"
_BODY, _FOOTNOTES, _HEADER_STORY, _MACROS, _COMMENT_STORY, _ENDNOTES, _BOXES, _HEADER_BOX = range(8)
_SEPARATORS = 6  # the first stories of the headers are the lines above notes
_WPS = (".wps", ".wpt")
_HEAD = 65_536
_BOX_SIZE = 26
_FOOTER_PLACES = (2, 3, 5)  # of the six kinds of a section


def read_word_binary(data: bytes, name: str, changes: Changes = "accepted") -> ImportedText:
    """Return the text of an old Word file, tracked changes accepted or as before them.

    Each run's ``part`` names the story (body, footnotes, endnotes, textboxes), ``offset`` counts
    stored characters within the paragraph.

    Raises:
        ImportProblem: ``encrypted``, ``damaged``, ``unsupported``, ``wrong-type``, ``too-large``;
            ``empty`` where there is no text at all.
    """
    reader = WordBinary(data, name, changes)
    imported = reader.read()
    if not imported.text.strip():
        held = "、".join(f"{one.kind} {one.count} 处" for one in imported.omissions)
        reason = f"里面没有可读的正文（只有{held}）" if held else "里面没有文字"
        raise ImportProblem(name, "empty", reason, "请换一个有文字的文件")
    return imported


def _streams(data: bytes, name: str) -> WordStreams:
    if data.startswith(OLE_MARK):
        return open_container(data, name)
    if data.startswith(WORD_MARKS):  # Word 2 and some Word 6 need no container
        return WordStreams(data, (b"", b""))
    own = PurePath(name).suffix.lower() in _WPS and kind_of(data) is None
    if own and data.strip(b"\0") and decode_text(data[:_HEAD]) is None:
        reason = "它是早期 WPS 的专用格式"
        raise ImportProblem(name, "unsupported", reason, "请用 WPS 打开并另存为 .docx 后再试")
    # What is no package either gets the same words as a false .docx.
    open_package(data, name).close()
    raise damaged(name)


class WordBinary:
    """One old Word file; ``walker`` keeps the account of its characters."""

    def __init__(self, data: bytes, name: str, changes: Changes = "accepted") -> None:
        streams = _streams(data, name)
        fib = read_fib(streams.document, name)
        # A file whose flag points to a table that is not there has but one.
        table = b"" if fib.word_6 else streams.tables[fib.table] or streams.tables[1 - fib.table]
        source = streams.document if fib.word_6 else table
        try:
            runs = Runs(fib, streams.document, table)
            styles = Styles(fib, source)
            fonts = Fonts(fib, streams.document, runs, styles) if fib.word_6 else None
            pieces = PieceTable(fib, streams.document, table, fonts, name)
            lists = Lists(fib, table)
        except (struct.error, IndexError) as error:
            raise damaged(name) from error
        self.fib = fib
        self._source = source
        self.text = pieces.text
        self._shown = Shown(pieces, runs, styles, changes)
        self._builder = TextBuilder()
        word = WordText(pieces, runs, styles, lists, self._shown)
        self.walker = StoryWalker(self._builder, word)
        ends = list(accumulate(fib.counts))
        size = len(self.text)
        self.stories = [(min(start, size), min(end, size)) for start, end in pairwise([0, *ends])]
        self.missing = pieces.declared - size

    def read(self) -> ImportedText:
        """Return the text with everything that is left out."""
        walker = self.walker
        for start, end in self.stories:
            self._shown.mark_fields(start, end)
        walker.start_story("body")
        walker.walk(*self.stories[_BODY])
        number = self._add_notes(_FOOTNOTES, Place.FOOTNOTES, "footnotes", 0)
        self._add_notes(_ENDNOTES, Place.ENDNOTES, "endnotes", number)
        walker.start_story("textboxes")
        walker.walk(*self.stories[_BOXES], nested=True)
        self._list_others()
        text, runs = self._builder.finish()
        lost = text.count(LOST)
        if lost:
            walker.leave_out(UNREADABLE, lost)
        omissions = tuple(
            Omission(kind, count, walker.characters[kind])
            for kind, count in walker.left_out.items()
            if count > 0
        )
        return ImportedText(text, runs, omissions)

    def _add_notes(self, story: int, place: Place, part: str, number: int) -> int:
        """Append the notes of one kind, counted on from ``number``; return the last number."""
        self.walker.start_story(part)
        start, end = self.stories[story]
        for first, last in self._iter_parts(place, start, end):
            if self.text[first:last].strip("\r\x02\x0c "):
                number += 1
                self.walker.walk(first, last, nested=True, prefix=f"注{number}：")
            else:
                self.walker.walk(first, last, nested=True)
        return number

    def _iter_parts(self, place: Place, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the parts of a story as the table of its beginnings has them, without a gap."""
        offset, length = self.fib.places.get(place, (0, 0))
        table = self._source[offset : offset + length]
        count = len(table) // 4
        marks = struct.unpack_from(f"<{count}I", table, 0)
        # The last one is not defined.
        inside = sorted({start + one for one in marks[:-1] if start < start + one < end})
        yield from (
            (first, last) for first, last in pairwise([start, *inside, end]) if first < last
        )

    def _list_others(self) -> None:
        walker = self.walker
        start, end = self.stories[_COMMENT_STORY]
        letters = walker.count_only(start, end)
        if letters:
            count = self.text.count(_COMMENT_MARK, start, end)
            walker.leave_out(_COMMENTS, max(count, 1), letters)
        self._list_headers()
        for story, kind in ((_HEADER_BOX, _HEADER_BOXES), (_MACROS, _REST)):
            self._list(kind, *self.stories[story])
        self._list(_REST, self.stories[-1][1], len(self.text))
        if self.missing > 0:
            walker.leave_out(_CUT, 1, self.missing)
        # A text box is anchored at a mark of its own, and its text has been read.
        boxes = self._count_boxes()
        if DRAWING in walker.left_out:
            walker.left_out[DRAWING] = max(walker.left_out[DRAWING] - boxes, 0)

    def _list_headers(self) -> None:
        start, end = self.stories[_HEADER_STORY]
        for number, (first, last) in enumerate(self._header_parts(start, end)):
            section = (number - _SEPARATORS) % 6
            self._list(_FOOTERS if section in _FOOTER_PLACES else _HEADERS, first, last)

    def _header_parts(self, start: int, end: int) -> list[tuple[int, int]]:
        offset, length = self.fib.places.get(Place.HEADERS, (0, 0))
        table = self._source[offset : offset + length]
        count = max(len(table) // 4 - 1, 0)
        marks = [start + one for one in struct.unpack_from(f"<{count}I", table, 0)]
        if not marks or marks != sorted(marks) or marks[-1] > end:
            return [(start, end)]
        return [*pairwise([start, *marks[1:]]), (marks[-1], end)]

    def _list(self, kind: str, start: int, end: int) -> None:
        letters = self.walker.count_only(start, end)
        if letters:
            self.walker.leave_out(kind, 1, letters)

    def _count_boxes(self) -> int:
        start, end = self.stories[_BOXES]
        length = self.fib.places.get(Place.TEXT_BOXES, (0, 0))[1]
        # As many places as boxes and two more, and as many descriptions as boxes and one more.
        return max((length - 4) // _BOX_SIZE - 1, 0) if start < end else 0
