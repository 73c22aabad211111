"""What could have been meant: changes worth weighing, at places that nothing vouches for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from drafting.spelling.alphabet import (
    BASE,
    BREAK,
    FIRST_HAN,
    each_once,
    encode,
    places_of,
)
from drafting.spelling.likeness import spread

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from drafting.spelling.language_model import LanguageModel
    from drafting.spelling.likeness import LikenessTable
    from drafting.spelling.word_table import WordTable

    Numbers = NDArray[np.uint64]
    Places = NDArray[np.int64]


# A run of four counts as a set phrase from so many places on, unless it holds a loose character.
_PHRASE_SEEN = 3
_LOOSE = "的了和在是与及把被将从对为有"
# Which of these is right the facts decide, or another rule, and not the wording around.
_EXCHANGED = (
    "国省市州盟县区旗镇乡村街社组",
    "〇零一二三四五六七八九十百千万亿两几多",
    "他她它你我您",
    "的地得",
    "年月日时",
    "东南西北中",
    "印英美法德日俄苏韩朝越央",
)


class Change(IntEnum):
    """What is done at a place."""

    REPLACE = 0
    REPLACE_TWO = 1
    INSERT_AFTER = 2
    DELETE = 3
    SWAP = 4


@dataclass(frozen=True, slots=True)
class Proposals:
    """Possible changes, one in each row: where, which, and the characters that come in.

    ``second`` is the second character of ``REPLACE_TWO``, elsewhere 0.
    """

    places: Places
    changes: NDArray[np.int64]
    first: Numbers
    second: Numbers

    def __len__(self) -> int:
        return len(self.places)

    def at(self, rows: NDArray[np.int64] | NDArray[np.bool_]) -> Proposals:
        """Return some of the rows."""
        return Proposals(self.places[rows], self.changes[rows], self.first[rows], self.second[rows])


class Proposer:
    """Finds possible changes from the counts, the dictionary and the likeness of characters."""

    def __init__(self, model: LanguageModel, words: WordTable, likeness: LikenessTable) -> None:
        self._model = model
        self._words = words
        self._likeness = likeness
        self._index_sounds()
        self._index_gaps()
        self._torn = _torn_phrases(_phrases_of_four(model, words))

    def propose(self, numbers: Numbers, places: Places) -> Proposals:
        """Return changes at ``places``, each a Han character with neighbours on both sides."""
        return _joined(
            [
                self._replacements(numbers, places),
                self._double_replacements(numbers, places),
                _unique(
                    [self._insertions(numbers, places), self._phrase_insertions(numbers, places)]
                ),
                self._deletions(numbers, places),
                self._swaps(numbers, places),
            ]
        )

    def _is_pair(self, keys: Numbers) -> NDArray[np.bool_]:
        """Say which runs of two stand in the counts or in the dictionary."""
        is_seen = places_of(self._model.counts.keys[1], keys) >= 0
        return is_seen | (places_of(self._words.keys[1], keys) >= 0)

    def _is_weak(self, keys: Numbers) -> NDArray[np.bool_]:
        """Say which runs of two are hardly ever seen and no usual word."""
        places = places_of(self._model.counts.keys[1], keys)
        seen = np.where(places >= 0, self._model.counts.counts[1][places], 0)
        words = places_of(self._words.keys[1], keys)
        return (seen < 2) & (np.where(words >= 0, self._words.logs[1][words], 0.0) < 3.0)

    def _replacements(self, numbers: Numbers, places: Places) -> Proposals:
        owners, meant = self._likeness.alike(numbers[places])
        where = places[owners]
        left, right = numbers[where - 1], numbers[where + 1]
        fits = (left != BREAK) & self._is_pair(left * BASE + meant)
        fits |= (right != BREAK) & self._is_pair(meant * BASE + right)
        classes = _classes()
        written_class = classes[numbers[where].astype(np.int64)]
        fits &= (written_class == 0) | (written_class != classes[meant.astype(np.int64)])
        return _rows(where[fits], Change.REPLACE, meant[fits])

    def _double_replacements(self, numbers: Numbers, places: Places) -> Proposals:
        left, right = numbers[places], numbers[places + 1]
        is_open = (right >= FIRST_HAN) & self._is_weak(left * BASE + right)
        places, left, right = places[is_open], left[is_open], right[is_open]
        sounds = self._sound_of(left) * self._sound_count + self._sound_of(right)
        starts = np.searchsorted(self._sounds, sounds, "left")
        sizes = np.searchsorted(self._sounds, sounds, "right") - starts
        owners, found = spread(starts, sizes)
        first, second = self._sounding[found] // BASE, self._sounding[found] % BASE
        differs = (first != left[owners]) & (second != right[owners])
        where = places[owners][differs]
        return _rows(where, Change.REPLACE_TWO, first[differs], second[differs])

    def _insertions(self, numbers: Numbers, places: Places) -> Proposals:
        gaps = numbers[places] * BASE + numbers[places + 1]
        is_open = (numbers[places + 1] >= FIRST_HAN) & self._is_weak(gaps)
        places, gaps = places[is_open], gaps[is_open]
        starts = np.searchsorted(self._gaps, gaps, "left")
        sizes = np.searchsorted(self._gaps, gaps, "right") - starts
        owners, found = spread(starts, sizes)
        return _rows(places[owners], Change.INSERT_AFTER, self._gap_fillers[found])

    def _phrase_insertions(self, numbers: Numbers, places: Places) -> Proposals:
        """Return the characters that make set phrases of four of the three from each place on."""
        ends = numbers[places + 2]
        places = places[(numbers[places + 1] >= FIRST_HAN) & (ends >= FIRST_HAN)]
        threes = _run(numbers, places, 3)
        parts = []
        for lost, (keys, fillers) in enumerate(self._torn):
            # What is unheard of is the run over the gap.
            over = {0: places - 1, 3: places + 1}.get(lost, places)
            is_open = places_of(self._model.counts.keys[2], _run(numbers, over, 3)) < 0
            is_open &= numbers[over] >= FIRST_HAN
            chosen, wanted = places[is_open], threes[is_open]
            starts = np.searchsorted(keys, wanted, "left")
            sizes = np.searchsorted(keys, wanted, "right") - starts
            owners, found = spread(starts, sizes)
            parts.append(_rows(chosen[owners] + lost - 1, Change.INSERT_AFTER, fillers[found]))
        return _joined(parts)

    def _deletions(self, numbers: Numbers, places: Places) -> Proposals:
        left, here, right = numbers[places - 1], numbers[places], numbers[places + 1]
        is_odd = self._is_weak(left * BASE + here) | self._is_weak(here * BASE + right)
        is_odd &= (left >= FIRST_HAN) & (right >= FIRST_HAN) & (left != here)
        is_odd &= ~self._is_weak(left * BASE + right)
        return _rows(places[is_odd], Change.DELETE)

    def _swaps(self, numbers: Numbers, places: Places) -> Proposals:
        here, right = numbers[places], numbers[places + 1]
        is_odd = (right >= FIRST_HAN) & (here != right) & self._is_weak(here * BASE + right)
        is_odd &= ~self._is_weak(right * BASE + here)
        return _rows(places[is_odd], Change.SWAP)

    def _sound_of(self, numbers: Numbers) -> Places:
        return self._likeness.syllables[numbers.astype(np.int64) - FIRST_HAN]

    def _index_sounds(self) -> None:
        counts, words = self._model.counts, self._words
        usual = words.keys[1][words.logs[1] >= np.log(5)]
        keys = each_once(np.concatenate([counts.keys[1][counts.counts[1] >= 2], usual]))
        keys = keys[(keys // BASE >= FIRST_HAN) & (keys % BASE >= FIRST_HAN)]
        self._sound_count = int(self._likeness.syllables.max()) + 1
        sounds = self._sound_of(keys // BASE) * self._sound_count + self._sound_of(keys % BASE)
        order = np.argsort(sounds, kind="stable")
        self._sounds, self._sounding = sounds[order], keys[order]

    def _index_gaps(self) -> None:
        """Sort runs of three by their outer characters, so that what fits a gap is found."""
        counts, words = self._model.counts, self._words
        keys = [counts.keys[2][counts.counts[2] >= 2], words.keys[2]]
        keys += [words.keys[3] // BASE, words.keys[3] % BASE**3]
        threes = each_once(np.concatenate(keys))
        first, middle, last = threes // BASE // BASE, threes // BASE % BASE, threes % BASE
        is_han = (first >= FIRST_HAN) & (middle >= FIRST_HAN) & (last >= FIRST_HAN)
        gaps = first[is_han] * BASE + last[is_han]
        order = np.argsort(gaps, kind="stable")
        self._gaps, self._gap_fillers = gaps[order], middle[is_han][order]


def _phrases_of_four(model: LanguageModel, words: WordTable) -> Numbers:
    counts = model.counts
    runs = counts.keys[3][counts.counts[3] >= _PHRASE_SEEN]
    is_phrase = np.ones(len(runs), bool)
    rest = runs.copy()
    loose = np.isin(np.arange(int(BASE)), [0, 1, 2, 3, *encode(_LOOSE).tolist()])
    for _ in range(4):
        is_phrase &= ~loose[(rest % BASE).astype(np.int64)]
        rest //= BASE
    return each_once(np.concatenate([runs[is_phrase], words.keys[3]]))


def _torn_phrases(phrases: Numbers) -> list[tuple[Numbers, Numbers]]:
    """Return, for each of four places, the sorted rests of phrases without it, and what it held."""
    torn = []
    for lost in range(4):
        low = BASE ** np.uint64(3 - lost)
        rests = phrases // (low * BASE) * low + phrases % low
        order = np.argsort(rests, kind="stable")
        torn.append((rests[order], (phrases // low % BASE)[order]))
    return torn


@cache
def _classes() -> NDArray[np.int8]:
    """Return a number for each character of a class, 0 for all others."""
    classes = np.zeros(int(BASE), np.int8)
    for number, members in enumerate(_EXCHANGED, 1):
        classes[encode(members).astype(np.int64)] = number
    return classes


def _rows(
    places: Places, change: Change, first: Numbers | None = None, second: Numbers | None = None
) -> Proposals:
    none = np.zeros(len(places), np.uint64)
    changes = np.full(len(places), change, np.int64)
    return Proposals(
        places, changes, none if first is None else first, none if second is None else second
    )


def _run(numbers: Numbers, places: Places, length: int) -> Numbers:
    keys = np.zeros(len(places), np.uint64)
    for index in range(length):
        keys = keys * BASE + numbers[places + index]
    return keys


def _joined(parts: list[Proposals]) -> Proposals:
    return Proposals(
        np.concatenate([one.places for one in parts]),
        np.concatenate([one.changes for one in parts]),
        np.concatenate([one.first for one in parts]),
        np.concatenate([one.second for one in parts]),
    )


def _unique(parts: list[Proposals]) -> Proposals:
    """Return one-character changes of one kind, each once."""
    proposals = _joined(parts)
    keys = proposals.places.astype(np.uint64) * BASE + proposals.first
    return proposals.at(np.unique(keys, return_index=True)[1])


def changed_windows(numbers: Numbers, proposals: Proposals) -> Numbers:
    """Return the nine characters around each place as they would read, in the shape (rows, 9)."""
    columns = np.arange(-4, 5)
    shift = np.zeros((len(proposals), len(columns)), np.int64)
    changes = proposals.changes[:, None]
    # An inserted character takes the middle; what stood there moves to its left. A deleted one
    # gives the middle to its right neighbour.
    shift = np.where((changes == Change.INSERT_AFTER) & (columns < 0), 1, shift)
    shift = np.where((changes == Change.DELETE) & (columns >= 0), 1, shift)
    windows: Numbers = numbers[proposals.places[:, None] + columns + shift].copy()
    comes_in = proposals.first > 0
    windows[comes_in, 4] = proposals.first[comes_in]
    is_double = proposals.second > 0
    windows[is_double, 5] = proposals.second[is_double]
    is_swap = proposals.changes == Change.SWAP
    windows[is_swap, 4] = numbers[proposals.places[is_swap] + 1]
    windows[is_swap, 5] = numbers[proposals.places[is_swap]]
    return windows
