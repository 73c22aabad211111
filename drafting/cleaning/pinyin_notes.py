"""Step: pinyin notes that a web page put behind characters go — 领(lǐng), 书(書(shū)), 党(dang)."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from drafting.cleaning.lines import fold
from drafting.cleaning.step import Found
from drafting.text.characters import HAN
from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# Vowels with their tones; breves and Greek-like letters are common substitutes on web pages.
TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿăĕĭŏŭ\u0300\u0301\u0304\u030c"
_LETTERS = f"a-züêɑɡ{TONED}"
_NOTE = re.compile(f"[(（]([{_LETTERS}]{{1,8}})([1-5]?) ?[)）]")
_DOUBLE = re.compile(f"[(（]([{HAN}])[(（]([{_LETTERS}]{{1,8}})([1-5]?) ?[)）][)）]")
_HAN = re.compile(f"[{HAN}]")
_HAS_TONE = re.compile(f"[{TONED}]")
# One syllable of Hanyu Pinyin without its tone: initial, vowels, ending; or m, n, ng alone.
_SYLLABLE = re.compile("(?:[zcs]h|[bpmfdtnlgkhjqxzcsryw])?[aeiouüvê]{1,3}(?:ng|n|r)?|m|ng?|hm|hng")
_TONE_MARKS = dict.fromkeys((0x300, 0x301, 0x304, 0x306, 0x30C))
_SUBSTITUTES = str.maketrans("ɑɡ", "ag")
_OPENING = re.compile("[(（]")


def find_pinyin_notes(text: str) -> Found:
    """Return the edits that take pinyin notes out; brackets with words (GDP, app) stay.

    A note with a tone mark behind one character is certain; one without must be a reading of
    the character that it stands behind.
    """
    edits: list[TextEdit] = []
    places: list[Span] = []
    for start, end in _iter_notes(text):
        edits.append(TextEdit(Span(start, end), ""))
        places.append(Span(start - 1 if start else 0, end))
    return Found(tuple(edits), tuple(places))


def _iter_notes(text: str) -> Iterator[tuple[int, int]]:
    base = ""
    position = 0
    for opening in _OPENING.finditer(text):
        start = opening.start()
        if start < position:
            continue
        # Several notes in a row belong to the same character.
        if start != position or not base:
            base = text[start - 1] if start and _HAN.match(text[start - 1]) else ""
        if not base:
            continue
        end = _note_end(text, start, base)
        if end:
            yield start, end
            position = end


def _note_end(text: str, start: int, base: str) -> int:
    double = _DOUBLE.match(text, start)
    if double and _is_reading(double[2], double[3], base) and fold(double[1]) == fold(base):
        return double.end()
    single = _NOTE.match(text, start)
    if single and _is_reading(single[1], single[2], base):
        return single.end()
    return 0


def _is_reading(letters: str, tone: str, base: str) -> bool:
    marked = _HAS_TONE.search(letters) is not None
    if marked and tone:
        return False
    decomposed = unicodedata.normalize("NFD", letters.translate(_SUBSTITUTES))
    plain = unicodedata.normalize("NFC", decomposed.translate(_TONE_MARKS))
    if not _SYLLABLE.fullmatch(plain):
        return False
    if marked:
        return True
    # pypinyin's tables are large: loaded only where a text has such notes at all.
    from drafting.cleaning.pinyin_readings import toneless_readings

    return plain in toneless_readings(base)
