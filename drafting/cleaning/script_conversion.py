"""Step: traditional text becomes simplified, character for character; simplified text stays."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, cached_property
from typing import TYPE_CHECKING

from drafting.cleaning.opencc_dictionaries import load_dictionary
from drafting.cleaning.script_tables import by_code_point, traditional_sign
from drafting.cleaning.scripts import detect_script
from drafting.cleaning.step import NOTHING, Found
from drafting.cleaning.tables import read_rows
from drafting.model.draft import Script
from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import ahocorasick_rs

# Radicals and compatibility forms, which some PDF writers put in the place of characters.
_COMPATIBILITY = re.compile("[\u2e80-\u2fd5\uf900-\ufaff]")
# Those that Unicode maps to no character, or to the traditional one.
_RADICALS = dict(
    zip(
        "\u2ec1\u2ec4\u2ec5\u2ec6\u2ec9\u2ecb\u2ed3\u2ed4\u2ed8\u2ed9\u2eda\u2edb\u2edc\u2edd\u2ee2\u2ee3"
        "\u2ee4\u2ee5\u2ee6\u2ee7\u2ee8\u2ee9\u2eea\u2eec\u2eee\u2ef0\u2ea0\u2f3e",
        "虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙民户",
        strict=True,
    )
)


_CHANGED = re.compile("[^\0]+")


def find_script_conversion(text: str) -> Found:
    """Return ``text`` made simplified in its place; a mixed text line by line."""
    script = detect_script(text)
    if script is Script.SIMPLIFIED:
        converted = text
    elif script is Script.TRADITIONAL:
        converted = to_simplified(text)
    else:
        converted = "\n".join(
            to_simplified(line) if traditional_sign().search(line) else line
            for line in text.split("\n")
        )
    if _COMPATIBILITY.search(converted):
        converted = _COMPATIBILITY.sub(_plain_form, converted)
    if converted == text:
        return NOTHING
    differences = _differences(text, converted)
    first = next(_CHANGED.finditer(differences))
    characters = len(text) - differences.count("\0")
    return Found(places=(Span(*first.span()),), characters=characters, in_place=converted)


def to_simplified(text: str) -> str:
    """Return ``text`` in simplified characters, of the same length.

    Phrases first (the longest wherever it stands, as opencc-python-reimplemented does it; our own
    tables before its own), then single characters.
    """
    return _converter().convert(text)


def _plain_form(match: re.Match[str]) -> str:
    known = _RADICALS.get(match.group())
    if known is not None:
        return known
    plain = unicodedata.normalize("NFKC", match.group())
    return plain if len(plain) == 1 else match.group()


def iter_changes(text: str, converted: str) -> Iterator[TextEdit]:
    """Yield the edits by which ``text`` becomes ``converted``, of the same length: run by run."""
    for match in _CHANGED.finditer(_differences(text, converted)):
        span = Span(*match.span())
        yield TextEdit(span, span.of(converted))


def _differences(text: str, converted: str) -> str:
    """Return two texts of one length laid over each other, NUL where they are the same.

    All their code points are compared at once. What differs gives a code point of its own, since
    nothing becomes, or stands for, a character of the last plane.
    """
    one, other = (
        int.from_bytes(each.encode("utf-32-le", "surrogatepass"), "little")
        for each in (text, converted)
    )
    return (one ^ other).to_bytes(4 * len(text), "little").decode("utf-32-le", "surrogatepass")


def _has_one_plane(text: str) -> bool:
    """Return whether no character stands beyond the first plane (an old form of a name)."""
    return len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text)


class PhraseConverter:
    """Converts by phrases and characters, every entry as long as what it replaces."""

    def __init__(self, phrases: Mapping[str, str], characters: Mapping[str, str]) -> None:
        self._phrases = {old: new for old, new in phrases.items() if len(old) == len(new)}
        self._characters = {ord(old): ord(new) for old, new in characters.items() if len(new) == 1}

    def convert(self, text: str) -> str:
        """Return ``text`` converted: longest phrases first, then leftmost, then characters."""
        plain = text.translate(self._table if _has_one_plane(text) else self._characters)
        candidates = self._candidates(text)
        if not candidates:
            return plain
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
            pieces.append(plain[position:start])
            pieces.append(self._phrases[text[start:end]])
            position = end
        pieces.append(plain[position:])
        return "".join(pieces)

    def _candidates(self, text: str) -> list[tuple[int, int]]:
        """Return minus the length and the start of every phrase in ``text``."""
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return [(start - end, start) for _, start, end in found]

    @cached_property
    def _automaton(self) -> ahocorasick_rs.AhoCorasick:
        import ahocorasick_rs

        return ahocorasick_rs.AhoCorasick(self._phrases)

    @cached_property
    def _table(self) -> list[int]:
        return by_code_point(self._characters)


@cache
def _converter() -> PhraseConverter:
    phrases = dict(load_dictionary("TSPhrases"))
    characters = dict(load_dictionary("TSCharacters"))
    for old, new, _ in read_rows("script_phrases.tsv"):
        (phrases if len(old) > 1 else characters)[old] = new
    return PhraseConverter(phrases, characters)
