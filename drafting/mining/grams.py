"""Counts of all n-grams that occur twice, level by level, on sorted 64-bit keys.

An n-gram is its (n-1)-gram's number and one symbol more, so that a key of any length fits 64 bits;
only positions whose shorter grams both occur twice can go on (Agrawal and Srikant 1994), so that
the levels shrink.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from drafting.mining.symbols import SymbolText

REPEATED = 2
_HALF = 1 << 32


@dataclass(frozen=True, slots=True)
class Level:
    """The repeated n-grams of one length.

    ``numbers`` holds for every position of the text the number of the n-gram that begins there, or
    -1 where none does that is repeated; ``counts`` and ``first`` (a position of it) go by number.
    """

    length: int
    numbers: NDArray[np.int32]
    counts: NDArray[np.int64]
    first: NDArray[np.int64]


def count_levels(text: SymbolText, longest: int) -> list[Level]:
    """Return the levels for lengths 1 to ``longest``; they end early where nothing repeats."""
    import numpy as np

    levels = [_first_level(text)]
    while len(levels) < longest and len(levels[-1].counts):
        below = levels[-1]
        length = below.length + 1
        last = len(text.symbols) - length + 1
        if last <= 0:
            break
        goes_on = (below.numbers[:last] >= 0) & (below.numbers[1 : last + 1] >= 0)
        positions = np.flatnonzero(goes_on)
        keys = below.numbers[positions].astype(np.int64) * text.size
        keys += text.symbols[positions + length - 1]
        levels.append(_level(length, keys, positions, len(text.symbols)))
    return levels


def _first_level(text: SymbolText) -> Level:
    import numpy as np

    counts = np.bincount(text.symbols, minlength=text.size)
    first = np.zeros(text.size, dtype=np.int64)
    positions = np.arange(len(text.symbols))
    first[text.symbols[::-1]] = positions[::-1]  # the last that is written stays
    is_repeated = counts >= REPEATED
    is_repeated[0] = False
    new = np.where(is_repeated, np.cumsum(is_repeated) - 1, -1).astype(np.int32)
    return Level(1, new[text.symbols], counts[is_repeated], first[is_repeated])


def _level(
    length: int, keys: NDArray[np.int64 | np.uint32], positions: NDArray[np.int64], size: int
) -> Level:
    import numpy as np

    if len(keys) and keys.max() < _HALF:
        keys = keys.astype(np.uint32)  # half the width sorts in little more than half the time
    order = np.argsort(keys)
    keys = keys[order]
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))[: len(keys)])
    counts = np.diff(np.append(starts, len(keys)))
    is_repeated = counts >= REPEATED
    numbers = np.full(size, -1, dtype=np.int32)
    # Only what is repeated is written back: the rest stays -1.
    kept = order[np.repeat(is_repeated, counts)]
    repeats = counts[is_repeated]
    numbers[positions[kept]] = np.repeat(np.arange(len(repeats), dtype=np.int32), repeats)
    first = positions[order[starts[is_repeated]]]
    return Level(length, numbers, repeats, first)
