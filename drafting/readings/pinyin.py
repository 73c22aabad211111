"""The one way to pypinyin's readings, with tone marks."""

from __future__ import annotations

from functools import lru_cache

from drafting.text.characters import is_han

# Characters on either side that may form a word with it.
_AROUND = 2
# Most words of the dictionary are no longer.
_LONGEST = 4


def readings_at(text: str, place: int) -> tuple[str, ...]:
    """Return the reading of one character within its word, or the usual one.

    The further ones that the dictionary gives of a rare character are mostly those of old books
    (汀 tìng, 淬 zú).

    Empty where it is not known.
    """
    start, end = place, place + 1
    while start > place - _AROUND and start > 0 and is_han(text[start - 1]):
        start -= 1
    while end < min(place + 1 + _AROUND, len(text)) and is_han(text[end]):
        end += 1
    return _read(text[start:end], place - start)


def is_in_known_word(text: str, place: int) -> bool:
    """Return whether the character stands in a word whose reading the dictionary gives."""
    from pypinyin.constants import PHRASES_DICT

    return any(
        text[start:end] in PHRASES_DICT
        for start in range(max(0, place - _LONGEST + 1), place + 1)
        for end in range(max(place + 1, start + 2), min(len(text), start + _LONGEST) + 1)
    )


def word_readings(word: str) -> tuple[str, ...]:
    """Return one syllable for each character of a word, none where they do not match."""
    from pypinyin import pinyin

    read = pinyin(word, errors="ignore")
    return tuple(one[0] for one in read) if len(read) == len(word) else ()


@lru_cache(maxsize=4096)
def _read(around: str, place: int) -> tuple[str, ...]:
    from pypinyin import pinyin

    if len(around) > 1:
        read = pinyin(around)
        # A character that the dictionary lacks stands for itself there.
        if len(read) == len(around) and read[place][0] != around[place]:
            return tuple(read[place])
    alone = pinyin(around[place], errors="ignore")
    return tuple(alone[0]) if alone else ()
