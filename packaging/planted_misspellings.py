"""Wrong characters planted into right text, as writers make them (for packaging/train_speller.py).

Two thirds of the replaced characters sound alike, one third look alike; what comes in is drawn by
how usual it is. Characters too many double or foreshadow a neighbour, or are drawn from the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from drafting.spelling.alphabet import FIRST_HAN, decode, encode
from drafting.spelling.proposals import Change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from drafting.spelling.likeness import LikenessTable
    from drafting.spelling.word_table import WordTable

_BY_SOUND = 0.66
_SOUND_LEVELS = (0.58, 0.27, 0.15)
_BOTH_OF_TWO = 0.12


@dataclass(frozen=True, slots=True)
class Planted:
    """A sentence with faults and the changes that mend it: (place, change, character number)."""

    text: str
    repairs: frozenset[tuple[int, int, int]]


class Planter:
    """Plants faults with a generator of its own."""

    def __init__(self, likeness: LikenessTable, words: WordTable, seed: int) -> None:
        self._likeness = likeness
        self._random = np.random.default_rng(seed)
        use = np.full(7000, 1e-4)
        use[words.keys[0].astype(np.int64)] += np.exp(words.logs[0] / 2)
        self._use = use

    def replace(self, text: str, rate: float) -> str:
        """Return ``text`` with wrong characters at about ``rate`` of its places."""
        numbers = encode(text)
        out = list(text)
        for place in np.flatnonzero((numbers >= FIRST_HAN) & self._drawn(len(numbers), rate)):
            self._put(out, numbers, int(place), by_sound=self._random.random() < _BY_SOUND)
            is_double = self._random.random() < _BOTH_OF_TWO
            if is_double and place + 1 < len(numbers) and numbers[place + 1] >= FIRST_HAN:
                self._put(out, numbers, int(place) + 1, by_sound=True)
        return "".join(out)

    def misplace(self, text: str) -> Planted | None:
        """Return ``text`` with one character lost, too many or swapped; None if it is too short."""
        numbers = encode(text)
        inner = [
            place
            for place in range(1, len(numbers) - 1)
            if min(numbers[place - 1 : place + 2]) >= FIRST_HAN
        ]
        if not inner:
            return None
        place = inner[self._random.integers(len(inner))]
        kind = self._random.choice([Change.INSERT_AFTER, Change.DELETE, Change.SWAP])
        if kind == Change.INSERT_AFTER:
            repair = (place - 1, int(kind), int(numbers[place]))
            return Planted(text[:place] + text[place + 1 :], frozenset([repair]))
        if kind == Change.DELETE:
            extra = text[int(self._random.choice(inner))]
            repair = (place, int(kind), 0)
            return Planted(text[:place] + extra + text[place:], frozenset([repair]))
        if numbers[place] == numbers[place + 1]:
            return None
        swapped = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
        return Planted(swapped, frozenset([(place, int(kind), 0)]))

    def _drawn(self, size: int, rate: float) -> NDArray[np.bool_]:
        return self._random.random(size) < rate

    def _put(
        self, out: list[str], numbers: NDArray[np.uint64], place: int, *, by_sound: bool
    ) -> None:
        here = numbers[place : place + 1]
        _, others = self._likeness.alike(here)
        quality = self._likeness.between(np.repeat(here, len(others)), others)
        if by_sound:
            level = self._random.choice(3, p=_SOUND_LEVELS)
            weights = (quality.sound == level) * self._use[others.astype(np.int64)]
        else:
            looks = np.maximum(quality.shape, quality.part - 1)
            weights = np.where(looks >= 2, np.exp(looks) * self._use[others.astype(np.int64)], 0.0)
        if weights.sum() > 0:
            chosen = self._random.choice(others, p=weights / weights.sum())
            out[place] = decode([int(chosen)])


def sentences_of(lines: Sequence[str], least: int = 6) -> list[str]:
    """Return the lines with at least ``least`` characters of the alphabet."""
    return [line for line in lines if int((encode(line) >= FIRST_HAN).sum()) >= least]
