"""How often runs of one to five characters stand in texts, and the file they are shipped in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from drafting.spelling.alphabet import BASE, BREAK, encode, places_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

ORDERS = 5
# Counts of runs of three and more are kept in one byte.
_MOST_IN_A_BYTE = 255


@dataclass(frozen=True, slots=True)
class NgramCounts:
    """Sorted keys and counts by length: ``keys[0]`` single characters, ``keys[4]`` runs of five.

    A run may begin or end with a break (any mark, a line's end), none has one inside. With every
    run its beginning and its end without one character are there too.
    """

    keys: tuple[NDArray[np.uint64], ...]
    counts: tuple[NDArray[np.int64], ...]

    def plus(self, other: NgramCounts) -> NgramCounts:
        """Return both counts together."""
        return sum_counts([self, other])

    def minus(self, other: NgramCounts) -> NgramCounts:
        """Return the counts without those of ``other``, which are a part of them."""
        keys, counts = [], []
        for mine, theirs, my_counts, their_counts in zip(
            self.keys, other.keys, self.counts, other.counts, strict=True
        ):
            left = my_counts.copy()
            left[places_of(mine, theirs)] -= their_counts
            keys.append(mine[left > 0])
            counts.append(left[left > 0])
        return NgramCounts(tuple(keys), tuple(counts))


def sum_counts(parts: Sequence[NgramCounts]) -> NgramCounts:
    """Return several counts (at least one) together."""
    summed = [
        _summed(
            np.concatenate([one.keys[order] for one in parts]),
            np.concatenate([one.counts[order] for one in parts]),
        )
        for order in range(ORDERS)
    ]
    return NgramCounts(tuple(keys for keys, _ in summed), tuple(counts for _, counts in summed))


def count_texts(texts: Iterable[str]) -> NgramCounts:
    """Return the counts of ``texts``; add them to others with :meth:`NgramCounts.plus`."""
    pieces: list[list[NDArray[np.uint64]]] = [[] for _ in range(ORDERS)]
    edge = np.full(1, BREAK, np.uint64)
    for text in texts:
        numbers = np.concatenate([edge, encode(text), edge])
        for order in range(1, ORDERS + 1):
            pieces[order - 1].append(_runs(numbers, order))
    empty = np.zeros(0, np.uint64)
    counted = [np.unique(np.concatenate([empty, *one]), return_counts=True) for one in pieces]
    return NgramCounts(
        tuple(keys for keys, _ in counted),
        tuple(counts.astype(np.int64) for _, counts in counted),
    )


def _runs(numbers: NDArray[np.uint64], order: int) -> NDArray[np.uint64]:
    size = len(numbers) - order + 1
    if size <= 0:
        return np.zeros(0, np.uint64)
    keys = np.zeros(size, np.uint64)
    is_whole = np.ones(size, bool)
    for index in range(order):
        column = numbers[index : index + size]
        keys = keys * BASE + column
        if 0 < index < order - 1:
            is_whole &= column != BREAK
    if order > 1:
        is_whole &= (numbers[:size] != BREAK) | (numbers[order - 1 :][:size] != BREAK) | (order > 2)
    return keys[is_whole]


def _summed(
    keys: NDArray[np.uint64], counts: NDArray[np.int64]
) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    unique, places = np.unique(keys, return_inverse=True)
    return unique, np.bincount(places, counts, minlength=len(unique)).astype(np.int64)


def pack(counts: NgramCounts) -> dict[str, NDArray[np.generic]]:
    """Return the counts as small arrays: each run as a child of the run without its last."""
    arrays: dict[str, NDArray[np.generic]] = {}
    for order in range(1, ORDERS + 1):
        keys, numbers = counts.keys[order - 1], counts.counts[order - 1]
        arrays[f"last{order}"] = (keys % BASE).astype(np.uint16)
        if order > 1:
            parents = places_of(counts.keys[order - 2], keys // BASE)
            children = np.bincount(parents, minlength=len(counts.keys[order - 2]))
            arrays[f"children{order}"] = children.astype(np.uint16)
        most = np.iinfo(np.uint32).max if order < 3 else _MOST_IN_A_BYTE
        kind = np.uint32 if order < 3 else np.uint8
        arrays[f"count{order}"] = np.minimum(numbers, most).astype(kind)
    return arrays


def unpack(arrays: Mapping[str, NDArray[np.generic]]) -> NgramCounts:
    """Return the counts that :func:`pack` made arrays of."""
    keys: list[NDArray[np.uint64]] = []
    counts: list[NDArray[np.int64]] = []
    for order in range(1, ORDERS + 1):
        last = arrays[f"last{order}"].astype(np.uint64)
        if order > 1:
            last = np.repeat(keys[-1], arrays[f"children{order}"].astype(np.int64)) * BASE + last
        keys.append(last)
        counts.append(arrays[f"count{order}"].astype(np.int64))
    return NgramCounts(tuple(keys), tuple(counts))
