"""How likely a run of characters is: modified Kneser–Ney smoothing over the counts.

After Chen and Goodman, “An empirical study of smoothing techniques for language modeling” (1998),
section 3: interpolated, three discounts for each order, the lower orders over the number of
different left neighbours. All logarithms are natural.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from drafting.spelling.alphabet import BASE, keys_of, places_of, places_of_many
from drafting.spelling.counts import ORDERS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from drafting.spelling.counts import NgramCounts

    Floats = NDArray[np.float64]
    Places = NDArray[np.int64]

# Windows are nine characters wide, the character in question in the middle.
CENTRE, WIDTH = 4, 9


@dataclass(frozen=True, slots=True)
class WindowScores:
    """What the model says of windows; all arrays have one value for each window.

    ``steps`` holds log p of the characters from the centre to the end, each after the four before
    it; ``places`` where the run of a length that ends at a column stands in the counts.
    """

    steps: tuple[Floats, ...]
    places: dict[tuple[int, int], Places]

    @property
    def total(self) -> Floats:
        """Return log p of centre and right half after the left half."""
        total: Floats = np.sum(self.steps, axis=0)
        return total


class LanguageModel:
    """Probabilities of characters after up to four others."""

    def __init__(self, counts: NgramCounts) -> None:
        self.counts = counts
        self.logs = [np.log1p(one).astype(np.float64) for one in counts.counts]
        self._likely: list[Floats] = []
        self._spare: list[Floats] = []
        self._unseen = 0.0
        self._smooth()

    def score(self, windows: NDArray[np.uint64]) -> WindowScores:
        """Return the scores of ``windows``, an array of the shape (windows, 9)."""
        places: dict[tuple[int, int], Places] = {}

        def place(order: int, end: int) -> Places:
            if (order, end) not in places:
                keys = keys_of(windows[:, end - order + 1 : end + 1])
                places[order, end] = places_of(self.counts.keys[order - 1], keys)
            return places[order, end]

        steps = []
        for end in range(CENTRE, WIDTH):
            here = place(1, end)
            likely = np.where(here >= 0, self._likely[0][here], self._unseen)
            for order in range(2, ORDERS + 1):
                before, here = place(order - 1, end - 1), place(order, end)
                backed_off = likely + np.where(before >= 0, self._spare[order - 2][before], 0.0)
                likely = np.where(here >= 0, self._likely[order - 1][here], backed_off)
            steps.append(likely)
        return WindowScores(tuple(steps), places)

    def step(self, numbers: NDArray[np.uint64]) -> Floats:
        """Return log p of every number of a text after the four before it."""
        padded = np.concatenate([np.ones(ORDERS - 1, np.uint64), numbers])
        runs = np.lib.stride_tricks.sliding_window_view(padded, ORDERS)
        here = places_of(self.counts.keys[0], numbers)
        likely = np.where(here >= 0, self._likely[0][here], self._unseen)
        for order in range(2, ORDERS + 1):
            before = places_of(self.counts.keys[order - 2], keys_of(runs[:, ORDERS - order : -1]))
            here = places_of(self.counts.keys[order - 1], keys_of(runs[:, ORDERS - order :]))
            backed_off = likely + np.where(before >= 0, self._spare[order - 2][before], 0.0)
            likely = np.where(here >= 0, self._likely[order - 1][here], backed_off)
        return likely

    def _smooth(self) -> None:
        lower = np.zeros(0)
        for order in range(1, ORDERS + 1):
            counts = self._adjusted(order)
            taken = _discounts(counts)
            if order == 1:
                spare = taken.sum() / counts.sum() / float(BASE)
                self._unseen = float(np.log(spare))
                lower = (counts - taken) / counts.sum() + spare
            else:
                lower = self._interpolated(order, counts, taken, lower)
            self._likely.append(np.log(lower))

    def _adjusted(self, order: int) -> Floats:
        if order == ORDERS:
            return self.counts.counts[order - 1].astype(np.float64)
        ends = self.counts.keys[order] % BASE ** np.uint64(order)
        places = places_of(self.counts.keys[order - 1], np.sort(ends))
        neighbours = np.bincount(places, minlength=len(self.counts.keys[order - 1]))
        return np.maximum(neighbours, 1).astype(np.float64)

    def _interpolated(self, order: int, counts: Floats, taken: Floats, lower: Floats) -> Floats:
        keys, shorter = self.counts.keys[order - 1], self.counts.keys[order - 2]
        before = places_of(shorter, keys // BASE)
        after = places_of_many(shorter, keys % BASE ** np.uint64(order - 1))
        totals = np.bincount(before, counts, minlength=len(shorter))
        spared = np.bincount(before, taken, minlength=len(shorter))
        spare = np.where(totals > 0, spared / np.maximum(totals, 1.0), 1.0)
        self._spare.append(np.log(np.maximum(spare, 1e-6)))
        return (counts - taken) / totals[before] + spare[before] * lower[after]


def _discounts(counts: Floats) -> Floats:
    once, twice, thrice, four = ((counts == times).sum() + 1 for times in (1, 2, 3, 4))
    share = once / (once + 2 * twice)
    first = 1 - 2 * share * twice / once
    second = 2 - 3 * share * thrice / twice
    third = 3 - 4 * share * four / thrice
    steps = np.maximum(np.array([0.0, first, second, third]), 0.0)
    taken: Floats = np.minimum(steps[np.minimum(counts, 3).astype(np.int64)], 0.95 * counts)
    return taken
