"""What speaks for and against a change, as numbers that a classifier weighs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from drafting.spelling.alphabet import BREAK, FIRST_HAN, keys_of, places_of
from drafting.spelling.counts import ORDERS
from drafting.spelling.language_model import CENTRE, WIDTH
from drafting.spelling.proposals import Proposals, changed_windows
from drafting.spelling.word_table import LONGEST

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from drafting.spelling.alphabet import Stream
    from drafting.spelling.language_model import LanguageModel, WindowScores
    from drafting.spelling.likeness import LikenessTable
    from drafting.spelling.proposals import Proposer
    from drafting.spelling.word_table import WordTable

    Floats = NDArray[np.float64]

_COLUMNS = np.arange(-CENTRE, WIDTH - CENTRE)
# Rows that are worked at together: enough for speed, few enough for memory.
_ROWS = 100_000
# At each place the changes that the language model likes best.
_BEST = 4
_LEAST_GAIN = -1.0
# Where a place has no second change, this is taken for its gain.
_NO_RIVAL = -5.0
# A written character is vouched for by a run of four seen five times, and the like.
_SEEN_FOUR, _SEEN_THREES, _SEEN_THREE = 1.7, 5.0, 1.0
_WORD_OF_FOUR, _WORD_OF_THREE = 1.0, 4.0


@dataclass(frozen=True, slots=True)
class Weighed:
    """Changes with their evidence, one row each; ``evidence`` has the shape (rows, features)."""

    proposals: Proposals
    evidence: NDArray[np.float32]


class Witness:
    """Gathers the evidence for changes to sentences."""

    def __init__(
        self, model: LanguageModel, words: WordTable, likeness: LikenessTable, proposer: Proposer
    ) -> None:
        self._model = model
        self._words = words
        self._likeness = likeness
        self._proposer = proposer

    def weigh(self, stream: Stream) -> Weighed:
        """Return the changes to ``stream`` that are worth weighing, sorted by place."""
        numbers = stream.numbers
        places = np.flatnonzero(numbers >= FIRST_HAN)
        places = places[~self._is_vouched(numbers, places)]
        proposals = self._proposer.propose(numbers, places)
        gains = self._gains(numbers, proposals)
        order = np.lexsort((-gains, proposals.places))
        proposals, gains = proposals.at(order), gains[order]
        ranks, margins = _ranked(proposals.places, gains)
        kept = (ranks < _BEST) & (gains > _LEAST_GAIN)
        proposals = proposals.at(kept)
        written, inverse = np.unique(proposals.places, return_inverse=True)
        before = self._in_parts(numbers[written[:, None] + _COLUMNS])[inverse]
        after = self._in_parts(changed_windows(numbers, proposals))
        beside = self._beside(stream, proposals)
        evidence = np.column_stack(
            [after - before, before, after, *beside, ranks[kept], margins[kept]]
        )
        return Weighed(proposals, evidence.astype(np.float32))

    def _is_vouched(
        self, numbers: NDArray[np.uint64], places: NDArray[np.int64]
    ) -> NDArray[np.bool_]:
        """Say at which places what is written is known well enough to be left alone."""
        threes, fours = (_run_logs(self._model, numbers, order) for order in (3, 4))
        over3 = np.stack([threes[places + step] for step in range(3)])
        vouched: NDArray[np.bool_] = over3.sum(axis=0) > _SEEN_THREES
        vouched |= (over3[0] > 0) & (over3[2] > 0) & (over3.max(axis=0) > _SEEN_THREE)
        for step in range(4):
            vouched |= fours[places + step] > _SEEN_FOUR
        for length, least in ((4, _WORD_OF_FOUR), (3, _WORD_OF_THREE)):
            words = self._words.log_frequencies_at(numbers, length)
            for step in range(length):
                vouched |= words[places + step] > least
        return vouched

    def _gains(self, numbers: NDArray[np.uint64], proposals: Proposals) -> Floats:
        written, inverse = np.unique(proposals.places, return_inverse=True)
        before = self._totals(numbers[written[:, None] + _COLUMNS])
        after = [np.zeros(0)]
        for start in range(0, len(proposals), _ROWS):
            part = proposals.at(np.arange(start, min(start + _ROWS, len(proposals))))
            after.append(self._totals(changed_windows(numbers, part)))
        return np.concatenate(after) - before[inverse]

    def _totals(self, windows: NDArray[np.uint64]) -> Floats:
        return self._model.score(windows).total

    def _in_parts(self, windows: NDArray[np.uint64]) -> Floats:
        parts = [self._testimony(windows[i : i + _ROWS]) for i in range(0, len(windows), _ROWS)]
        return np.concatenate(parts) if parts else np.zeros((0, 16))

    def _testimony(self, windows: NDArray[np.uint64]) -> Floats:
        """Return what counts and dictionary say of windows, in 16 columns."""
        scores = self._model.score(windows)
        columns = [scores.total]
        for order in range(2, ORDERS + 1):
            columns += _seen(self._model, scores, order)
        columns += _reach(scores)
        words = self._words.all_frequencies(windows)
        for length in range(2, LONGEST + 1):
            ends = range(CENTRE, CENTRE + length)
            columns.append(np.max([words[length, end] for end in ends], axis=0))
        columns += [words[1, CENTRE], self._words.best_path(windows, words)]
        return np.column_stack(columns)

    def _beside(self, stream: Stream, proposals: Proposals) -> list[NDArray[np.generic]]:
        """Return likeness, kind of change, how usual the sentence is, and marks on both sides."""
        numbers, places = stream.numbers, proposals.places
        first = self._likeness.between(numbers[places], proposals.first)
        second = self._likeness.between(numbers[places + 1], proposals.second)
        return [
            first.sound, first.shape, first.part, second.sound, second.shape, second.part,
            proposals.changes,
            self._ease(stream)[places],
            numbers[places - 1] == BREAK,
            numbers[places + 1] == BREAK,
        ]  # fmt: skip

    def _ease(self, stream: Stream) -> Floats:
        """Return, for each place, the mean log p of the other characters of its sentence."""
        numbers = stream.numbers
        is_han = numbers >= FIRST_HAN
        steps = np.where(is_han, self._model.step(numbers), 0.0)
        totals = np.bincount(stream.sentence_of, steps)[stream.sentence_of]
        sizes = np.bincount(stream.sentence_of, is_han)[stream.sentence_of]
        width = np.ones(WIDTH)
        near = np.convolve(steps, width, "same")
        near_size = np.convolve(is_han, width, "same")
        mean: Floats = (totals - near) / np.maximum(sizes - near_size, 1.0)
        return mean


def _run_logs(model: LanguageModel, numbers: NDArray[np.uint64], order: int) -> Floats:
    """Return log(1 + count) of the run of a length that ends at each place."""
    runs = np.lib.stride_tricks.sliding_window_view(numbers, order)
    places = places_of(model.counts.keys[order - 1], keys_of(runs))
    logs = np.where(places >= 0, model.logs[order - 1][places], 0.0)
    return np.concatenate([np.zeros(order - 1), logs])


def _seen(model: LanguageModel, scores: WindowScores, order: int) -> tuple[Floats, Floats]:
    """Return the greatest and the summed log(1 + count) of the runs that hold the centre."""
    logs = []
    for end in range(CENTRE, min(CENTRE + order, WIDTH)):
        places = scores.places[order, end]
        logs.append(np.where(places >= 0, model.logs[order - 1][places], 0.0))
    return np.max(logs, axis=0), np.sum(logs, axis=0)


def _reach(scores: WindowScores) -> tuple[Floats, Floats]:
    """Return the lengths of the longest known runs that end and that begin at the centre."""
    size = len(scores.places[1, CENTRE])
    left, right = np.ones(size), np.ones(size)
    for order in range(2, ORDERS + 1):
        left = np.where(scores.places[order, CENTRE] >= 0, order, left)
        right = np.where(scores.places[order, CENTRE + order - 1] >= 0, order, right)
    return left, right


def _ranked(places: NDArray[np.int64], gains: Floats) -> tuple[NDArray[np.int64], Floats]:
    """Return the rank of each change at its place and how far it leads (or trails the first).

    Rows are sorted by place, the best change first.
    """
    rows = np.arange(len(places))
    is_first = np.ones(len(places), bool)
    is_first[1:] = places[1:] != places[:-1]
    starts = np.maximum.accumulate(np.where(is_first, rows, 0))
    rival = np.full(len(places), _NO_RIVAL)
    rival[:-1] = np.where(is_first[1:], _NO_RIVAL, gains[1:])
    leads = gains - np.where(rows == starts, rival, gains[starts])
    return rows - starts, leads
