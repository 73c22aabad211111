"""Step: bits that an encoding fault destroyed are kept as they are and reported."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.cleaning.pinyin_notes import TONED
from drafting.cleaning.step import Found
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# ?? stands where characters were lost (。縣 became ??h); a question mark before a syllable and a
# closing bracket is a pinyin note whose beginning was lost (?shù)); U+FFFD is the decoder's own
# mark; 锟斤拷 is U+FFFD read as GBK; private-use characters come from a font that is not here.
_GARBLED = re.compile(
    f"[?]{{2,}}[A-Za-z]?|[?][a-z]{{0,4}}[{TONED}][a-z]{{0,4}}[)）]|\ufffd+|锟斤拷"
    "|[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]+"
)
_SUSPICIOUS = re.compile("[\ufffd锟\ue000-\uf8ff\U000f0000-\U0010fffd]")


def iter_garbled(text: str) -> Iterator[Span]:
    """Yield the garbled bits of ``text``, neighbours as one; full-width question marks are none."""
    if "?" not in text and not _SUSPICIOUS.search(text):
        return
    start = end = -1
    for match in _GARBLED.finditer(text):
        if match.start() != end:
            if end >= 0:
                yield Span(start, end)
            start = match.start()
        end = match.end()
    if end >= 0:
        yield Span(start, end)


def find_garbled(text: str) -> Found:
    """Return the garbled bits as places; nothing is changed."""
    return Found(places=tuple(iter_garbled(text)))
