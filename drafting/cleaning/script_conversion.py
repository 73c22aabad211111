"""Step: traditional text becomes simplified, character for character; simplified text stays."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from drafting.cleaning.opencc_dictionaries import load_dictionary
from drafting.cleaning.script_tables import traditional_only
from drafting.cleaning.scripts import detect_script
from drafting.cleaning.step import Found
from drafting.cleaning.tables import read_rows
from drafting.model.draft import Script
from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Radicals and compatibility forms, which some PDF writers put in the place of characters.
_COMPATIBILITY = re.compile("[\u2e80-\u2fd5\uf900-\ufaff]")
# opencc looks for phrases between these (its list, after OpenCC's PhraseExtract.cpp).
_SEPARATOR = re.compile(r"[^\s\-,.?!*　，。、；：？！…“”『』「」—－（）《》〈〉～．／＼【】]+")


def find_script_conversion(text: str) -> Found:
    """Return the edits that make ``text`` simplified; a mixed text line by line."""
    script = detect_script(text)
    if script is Script.SIMPLIFIED:
        converted = text
    elif script is Script.TRADITIONAL:
        converted = to_simplified(text)
    else:
        converted = "\n".join(
            line if traditional_only().isdisjoint(line) else to_simplified(line)
            for line in text.split("\n")
        )
    if _COMPATIBILITY.search(converted):
        converted = _COMPATIBILITY.sub(_plain_form, converted)
    return Found() if converted == text else _changes(text, converted)


def to_simplified(text: str) -> str:
    """Return ``text`` in simplified characters, of the same length.

    Phrases first (the longest wherever it stands, as opencc-python-reimplemented does it; our own
    tables before its own), then single characters.
    """
    converter = _converter()
    return _SEPARATOR.sub(lambda match: converter.convert(match.group()), text)


def _plain_form(match: re.Match[str]) -> str:
    plain = unicodedata.normalize("NFKC", match.group())
    return plain if len(plain) == 1 else match.group()


def _changes(text: str, converted: str) -> Found:
    """Return the differences of two texts of one length as runs of changed characters."""
    edits: list[TextEdit] = []
    places: list[Span] = []
    start = -1
    for index, (old, new) in enumerate(zip(text, converted, strict=True)):
        if old != new:
            start = index if start < 0 else start
            places.append(Span(index, index + 1))
        elif start >= 0:
            edits.append(TextEdit(Span(start, index), converted[start:index]))
            start = -1
    if start >= 0:
        edits.append(TextEdit(Span(start, len(text)), converted[start:]))
    return Found(tuple(edits), tuple(places))


class PhraseConverter:
    """Converts by phrases and characters, every entry as long as what it replaces."""

    def __init__(self, phrases: Mapping[str, str], characters: Mapping[str, str]) -> None:
        self._phrases = {old: new for old, new in phrases.items() if len(old) == len(new)}
        self._characters = str.maketrans(
            {old: new for old, new in characters.items() if len(new) == 1}
        )
        lengths: dict[str, set[int]] = {}
        for old in self._phrases:
            lengths.setdefault(old[:2], set()).add(len(old))
        self._lengths = {head: sorted(sizes, reverse=True) for head, sizes in lengths.items()}
        firsts = "".join(sorted({re.escape(head[0]) for head in lengths}))
        self._first = re.compile(f"[{firsts}]") if firsts else re.compile("(?!)")

    def convert(self, text: str) -> str:
        """Return ``text`` converted: longest phrases first, then leftmost, then characters."""
        candidates = list(self._iter_candidates(text))
        if not candidates:
            return text.translate(self._characters)
        candidates.sort()
        taken = bytearray(len(text))
        chosen: list[tuple[int, int]] = []
        for negative, start in candidates:
            end = start - negative
            # A shorter phrase never spans a longer one, so its two ends tell all.
            if not taken[start] and not taken[end - 1]:
                taken[start:end] = b"\x01" * -negative
                chosen.append((start, end))
        chosen.sort()
        pieces: list[str] = []
        position = 0
        for start, end in chosen:
            pieces.append(text[position:start].translate(self._characters))
            pieces.append(self._phrases[text[start:end]])
            position = end
        pieces.append(text[position:].translate(self._characters))
        return "".join(pieces)

    def _iter_candidates(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield minus the length and the start of every phrase in ``text``."""
        for match in self._first.finditer(text):
            start = match.start()
            for size in self._lengths.get(text[start : start + 2], ()):
                end = start + size
                if end <= len(text) and text[start:end] in self._phrases:
                    yield -size, start


@cache
def _converter() -> PhraseConverter:
    phrases = dict(load_dictionary("TSPhrases"))
    characters = dict(load_dictionary("TSCharacters"))
    for old, new, _ in read_rows("script_phrases.tsv"):
        (phrases if len(old) > 1 else characters)[old] = new
    return PhraseConverter(phrases, characters)
