"""First letters of pinyin, for many phrases at once."""

from __future__ import annotations

import unicodedata
from functools import cache

_LONGEST_WORD = 4
# Words of the trade that the dictionary lacks, by how the odd character in them is read.
_MORE_WORDS = {"长三角": [["cháng"], ["sān"], ["jiǎo"]]}


def initials_of(text: str) -> str:
    """Return the first letters of the pinyin of all Han characters; all else is left out.

    A character takes its usual reading, or the one that it has in the longest known word there.
    """
    letters = [_usual(character) for character in text]
    words = _words()
    for length in range(2, _LONGEST_WORD + 1):
        for start in range(len(text) - length + 1):
            readings = words.get(text[start : start + length])
            if readings is not None:
                for offset, reading in enumerate(readings):
                    letters[start + offset] = _letter(reading[0])
    return "".join(letters)


@cache
def _usual(character: str) -> str:
    from pypinyin.pinyin_dict import pinyin_dict

    return _letter(pinyin_dict.get(ord(character), ""))


@cache
def _letter(reading: str) -> str:
    return unicodedata.normalize("NFD", reading[:1])[:1].lower()


@cache
def _words() -> dict[str, list[list[str]]]:
    from pypinyin.phrases_dict import phrases_dict

    return {**phrases_dict, **_MORE_WORDS}
