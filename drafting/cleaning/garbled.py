"""Step: bits that an encoding fault destroyed, or a site against copying, are kept and reported."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.cleaning.pinyin_notes import TONED
from drafting.cleaning.ragged_lines import tears_word
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
# Forums hide letters within words from their readers; who copies the text has them: 讲a话.
# (Begun by the letter, so that the search need not stop at other characters.)
_LETTER = re.compile("[a-z](?<=[一-鿿].)(?=[一-鿿])")
_FEWEST = 3
_AROUND = 8
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
    """Return the garbled bits as places, letters that tear words among them; nothing is changed."""
    return Found(places=tuple(sorted([*iter_garbled(text), *_torn(text)])))


def _torn(text: str) -> list[Span]:
    """Return the letters that stand within words, none where they are few."""
    letters = [(one.start(), one.end()) for one in _LETTER.finditer(text)]
    if len(letters) < _FEWEST:
        return []
    torn = [
        Span(start, end)
        for start, end in letters
        if tears_word(text[max(start - _AROUND, 0) : start], text[end : end + _AROUND])
    ]
    return torn if len(torn) >= _FEWEST else []
