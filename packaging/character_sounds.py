"""How alike characters sound, from pypinyin's readings (for packaging/build_speller.py)."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

_INITIAL = re.compile("zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]")
_ALIKE_INITIALS = {"zh": "z", "ch": "c", "sh": "s", "l": "n", "f": "h"}


def alike(syllable: str, *, with_f: bool = True) -> str:
    """Return the one spelling of all syllables that are easily taken for each other."""
    match = _INITIAL.match(syllable)
    initial = match.group() if match else ""
    rest = re.sub("(an|en|in)g$", r"\1", syllable[len(initial) :])
    if initial == "f" and not with_f:
        return initial + rest
    return _ALIKE_INITIALS.get(initial, initial) + rest


def sound_matrix(characters: str) -> NDArray[np.uint8]:
    """Return the sound quality (0 to 3, see ``drafting.spelling.likeness``) of every pair."""
    from pypinyin import Style, pinyin

    levels: list[dict[str, list[int]]] = [defaultdict(list) for _ in range(3)]
    for index, one in enumerate(characters):
        readings = pinyin(one, style=Style.TONE3, heteronym=True, neutral_tone_with_five=True)[0]
        for reading in set(readings):
            if not reading[-1:].isdigit():
                continue
            for level, key in enumerate((reading, reading[:-1], alike(reading[:-1]))):
                levels[level][key].append(index)
    matrix = np.full((len(characters), len(characters)), 3, np.uint8)
    for level in (2, 1, 0):
        _mark(matrix, levels[level].values(), level)
    return matrix


def _mark(matrix: NDArray[np.uint8], groups: Iterable[list[int]], level: int) -> None:
    for group in groups:
        members = np.unique(group)
        matrix[np.ix_(members, members)] = level


def syllable_numbers(characters: str) -> NDArray[np.uint16]:
    """Return a number for the usual reading of each character, easily confused ones the same."""
    from pypinyin import Style, pinyin

    numbers: dict[str, int] = {}
    found = []
    for one in characters:
        reading = alike(pinyin(one, style=Style.NORMAL)[0][0], with_f=False)
        found.append(numbers.setdefault(reading, len(numbers)))
    return np.array(found, np.uint16)
