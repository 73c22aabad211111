"""How a rare character is read that has several readings: told by its word, or all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.lexicons.tsv import split_values
from drafting.readings.pinyin import is_in_known_word, readings_at

if TYPE_CHECKING:
    from drafting.lexicons.tsv import Table


def living_readings(text: str, place: int, several: Table) -> tuple[str, ...]:
    """Return the readings of the character at ``place``, the usual one first.

    One where its word tells (荥经 yíng) or where it has one; all where only the sense can tell
    (湫 qiū, jiǎo), so that nobody is told a wrong one as certain. Empty where none is known.
    """
    row = several.by_first_column.get(text[place])
    if row is None:
        return readings_at(text, place)
    for pair in split_values(row["words"]):
        word, _, reading = pair.partition("=")
        if _covers(text, place, word):
            return (reading,)
    if is_in_known_word(text, place):
        return readings_at(text, place)
    return split_values(row["readings"])


def _covers(text: str, place: int, word: str) -> bool:
    start = text.find(word, max(0, place - len(word) + 1), place + len(word))
    return start >= 0 and start <= place < start + len(word)
