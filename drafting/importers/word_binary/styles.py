"""Styles of an old Word file: which of them hide text or number paragraphs ([MS-DOC] 2.4.6.5)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.importers.word_binary.fib import Fib, Place
from drafting.importers.word_binary.runs import (
    PLAIN,
    CharacterMarks,
    ParagraphMarks,
    changed_characters,
    changed_paragraph,
)
from drafting.importers.word_binary.sprms import iter_sprms

if TYPE_CHECKING:
    from collections.abc import Iterator

_NONE = 0xFFF
_PARAGRAPH, _CHARACTER = 1, 2
_MAX_HOPS = 20
_TOGGLES = (0x80, 0x81)


@dataclass(frozen=True, slots=True)
class _Style:
    base: int
    paragraph: ParagraphMarks
    characters: CharacterMarks


class Styles:
    """The style sheet."""

    def __init__(self, fib: Fib, source: bytes) -> None:
        offset, length = fib.places.get(Place.STYLES, (0, 0))
        sheet = source[offset : offset + length]
        self._styles = dict(_iter_styles(sheet, word_6=fib.word_6))
        self._hiding = {number for number in self._styles if self._hides(number)}

    @property
    def any_hides(self) -> bool:
        """Return whether there is a style that hides text."""
        return bool(self._hiding)

    def hides(self, number: int | None) -> bool:
        """Return whether text of the style is hidden."""
        return number in self._hiding

    def list_of(self, number: int) -> tuple[int | None, int | None]:
        """Return the list use (ilfo) and the level that a paragraph style brings along."""
        use = level = None
        for style in self._iter_chain(number):
            use = style.paragraph.list_use if use is None else use
            level = style.paragraph.level if level is None else level
        return use, level

    def font_of(self, number: int) -> int | None:
        """Return the font of a style of Word 6."""
        fonts = (style.characters.font for style in self._iter_chain(number))
        return next((font for font in fonts if font is not None), None)

    def _hides(self, number: int) -> bool:
        for style in self._iter_chain(number):
            vanish = style.characters.vanish
            if vanish is not None and vanish not in _TOGGLES:
                return bool(vanish)
        return False

    def _iter_chain(self, number: int) -> Iterator[_Style]:
        for _ in range(_MAX_HOPS):
            style = self._styles.get(number)
            if style is None:
                return
            yield style
            number = style.base


def _iter_styles(sheet: bytes, *, word_6: bool) -> Iterator[tuple[int, _Style]]:
    """Yield the styles by number: STSHI, then an STD with its length before each."""
    if len(sheet) < 6:
        return
    head, count, base = struct.unpack_from("<HHH", sheet, 0)
    at = 2 + head
    for number in range(count):
        if at + 2 > len(sheet):
            return
        size = struct.unpack_from("<H", sheet, at)[0]
        definition = sheet[at + 2 : at + 2 + size]
        at += 2 + size
        if size >= base + 2 and len(definition) == size:
            yield number, _style(definition, base, word_6=word_6)


def _style(definition: bytes, base: int, *, word_6: bool) -> _Style:
    kind_and_base, updates = struct.unpack_from("<HH", definition, 2)
    kind = kind_and_base & 0xF
    # The name: its length in characters, the characters, a zero; what follows has even places.
    if word_6:
        at = base + (definition[base] + 3) // 2 * 2
    else:
        at = base + 2 * (struct.unpack_from("<H", definition, base)[0] + 2)
    groups = list(_iter_groups(definition, at, updates & 0xF))
    paragraph, characters = ParagraphMarks(), PLAIN
    if kind == _PARAGRAPH and groups:
        paragraph = changed_paragraph(paragraph, iter_sprms(groups[0][2:], word_6=word_6))
        groups = groups[1:]
    if kind in (_PARAGRAPH, _CHARACTER) and groups:
        characters = changed_characters(characters, iter_sprms(groups[0], word_6=word_6))
    return _Style(kind_and_base >> 4 & _NONE, paragraph, characters)


def _iter_groups(definition: bytes, at: int, count: int) -> Iterator[bytes]:
    """Yield the sprms of a style (LPUpxPapx, LPUpxChpx), each padded to an even length."""
    for _ in range(count):
        if at + 2 > len(definition):
            return
        size = struct.unpack_from("<H", definition, at)[0]
        yield definition[at + 2 : at + 2 + size]
        at += 2 + size + (size & 1)
