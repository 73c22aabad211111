"""Words of a dictionary with their frequencies: is what is written a word?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from drafting.spelling.alphabet import FIRST_HAN, keys_of, places_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

LONGEST = 4
# Frequencies are kept as tenths of their natural logarithm.
_STEPS = 10.0


class WordTable:
    """Words of one to four characters by key, with log frequencies."""

    def __init__(self, arrays: Mapping[str, NDArray[np.generic]]) -> None:
        self.keys: list[NDArray[np.uint64]] = []
        self.logs: list[Floats] = []
        for length in range(1, LONGEST + 1):
            columns = arrays[f"words{length}"].astype(np.uint64)
            self.keys.append(keys_of(columns.T))
            self.logs.append(arrays[f"logs{length}"].astype(np.float64) / _STEPS)
        self._total = float(np.log(sum(np.exp(one).sum() for one in self.logs)))

    def log_frequency(self, windows: NDArray[np.uint64], length: int, end: int) -> Floats:
        """Return the log frequency of the word in columns up to ``end``, −1 where it is none."""
        keys = keys_of(windows[:, end - length + 1 : end + 1])
        places = places_of(self.keys[length - 1], keys)
        return np.where(places >= 0, self.logs[length - 1][places], -1.0)

    def log_frequencies_at(self, numbers: NDArray[np.uint64], length: int) -> Floats:
        """Return the log frequency of the word that ends at each place, −1 where none does."""
        runs = np.lib.stride_tricks.sliding_window_view(numbers, length)
        return np.concatenate(
            [np.full(length - 1, -1.0), self.log_frequency(runs, length, length - 1)]
        )

    def all_frequencies(self, windows: NDArray[np.uint64]) -> dict[tuple[int, int], Floats]:
        """Return log frequencies by length and last column."""
        return {
            (length, end): self.log_frequency(windows, length, end)
            for length in range(1, LONGEST + 1)
            for end in range(length - 1, windows.shape[1])
        }

    def best_path(
        self, windows: NDArray[np.uint64], frequencies: Mapping[tuple[int, int], Floats]
    ) -> Floats:
        """Return log p of the likeliest way to cut each window into words."""
        best = [np.zeros(len(windows))]
        for end in range(windows.shape[1]):
            single = np.maximum(frequencies[1, end], 0.0) - self._total
            path = best[end] + np.where(windows[:, end] < FIRST_HAN, 0.0, single)
            for length in range(2, min(LONGEST, end + 1) + 1):
                word = frequencies[length, end]
                longer = best[end - length + 1] + word - self._total
                path = np.where(word >= 0, np.maximum(path, longer), path)
            best.append(path)
        return best[-1]


def pack_words(frequencies: Mapping[str, int]) -> dict[str, NDArray[np.generic]]:
    """Return the arrays of a table of ``frequencies``, words of characters of the alphabet."""
    from drafting.spelling.alphabet import encode

    arrays: dict[str, NDArray[np.generic]] = {}
    for length in range(1, LONGEST + 1):
        words = [word for word in frequencies if len(word) == length]
        columns = encode("".join(words)).reshape(len(words), length)
        order = np.argsort(keys_of(columns))
        logs = np.log(np.array([frequencies[word] for word in words], np.float64))
        arrays[f"words{length}"] = columns[order].T.astype(np.uint16)
        arrays[f"logs{length}"] = np.round(logs[order] * _STEPS).clip(0, 255).astype(np.uint8)
    return arrays
