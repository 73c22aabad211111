"""Winnowed fingerprints: few hashes of a text, of which no common passage escapes.

Winnowing (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003): of every ``WINDOW`` neighbouring
hashes of ``GRAM`` tokens the smallest is kept, so that two texts that share ``GUARANTEED`` tokens
share a fingerprint. On average 2 / (WINDOW + 1) fingerprints a token are kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

GRAM = 8
WINDOW = 6
GUARANTEED = GRAM + WINDOW - 1

_FACTOR = 0x9E3779B97F4A7C15
_MIX = 0xBF58476D1CE4E5B9
_WORD = (1 << 64) - 1


@dataclass(frozen=True, slots=True, eq=False)
class Fingerprints:
    """Hashes of 64 bits and the tokens at which their grams begin, in the order of the text."""

    hashes: NDArray[np.uint64]
    positions: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.hashes)


def gram_hashes(codes: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """Return the hash of the ``GRAM`` tokens from each place on; none for a shorter text."""
    import numpy as np

    hashes = codes.astype(np.uint64)
    step, factor = 1, _FACTOR
    while step < GRAM and len(hashes) > step:  # doubled: of 1, 2, 4, 8 tokens
        hashes = hashes[:-step] * np.uint64(factor) + hashes[step:]
        step, factor = 2 * step, factor * factor & _WORD
    if step < GRAM:
        return np.empty(0, dtype=np.uint64)
    hashes = hashes ^ (hashes >> np.uint64(32))
    hashes = hashes * np.uint64(_MIX)
    return hashes ^ (hashes >> np.uint64(29))


def fingerprints(codes: NDArray[np.uint32]) -> Fingerprints:
    """Return the winnowed hashes of a text; a text of ``GRAM`` tokens has at least one."""
    import numpy as np

    hashes = gram_hashes(codes)
    if len(hashes) < WINDOW:
        chosen = np.flatnonzero(hashes == hashes.min()) if len(hashes) else np.empty(0, np.intp)
    else:
        least = _sliding(hashes, np.minimum)
        # A hash is kept when it is the least of one of the windows that it stands in.
        edge = np.zeros(WINDOW - 1, dtype=np.uint64)
        widest = _sliding(np.concatenate((edge, least, edge)), np.maximum)
        chosen = np.flatnonzero(widest == hashes)
    return Fingerprints(hashes[chosen], chosen.astype(np.int32))


def _sliding(values: NDArray[np.uint64], choose: np.ufunc) -> NDArray[np.uint64]:
    """Return the least or the greatest of each ``WINDOW`` = 6 neighbours."""
    of_two = choose(values[:-1], values[1:])
    of_four = choose(of_two[:-2], of_two[2:])
    of_six: NDArray[np.uint64] = choose(of_four[:-2], of_four[2:])
    return of_six
