"""Which characters sound or look alike, and how much.

Qualities are small whole numbers. ``sound``: 0 the same sound and tone, 1 another tone, 2 alike in
dialects (zh/z, ch/c, sh/s, l/n, final n/ng), 3 unlike. ``shape``: 0 unlike to 7 nearly the same;
``part``: the same for a part of the character (right side, foot, one a part of the other).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from drafting.spelling.alphabet import BASE, FIRST_HAN, places_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    Numbers = NDArray[np.uint64]

UNLIKE_SOUND = 3
# One byte holds all: two bits of sound, three of shape, three of part.
_SHAPE_AT, _PART_AT, _EIGHT = 2, 5, 7


@dataclass(frozen=True, slots=True)
class Likeness:
    """Qualities of pairs of characters; one value for each pair."""

    sound: NDArray[np.int64]
    shape: NDArray[np.int64]
    part: NDArray[np.int64]


class LikenessTable:
    """For every character those that may be meant where it stands."""

    def __init__(self, arrays: Mapping[str, NDArray[np.generic]]) -> None:
        sizes = arrays["sizes"].astype(np.int64)
        self._starts = np.cumsum(sizes) - sizes
        self._sizes = sizes
        owners = np.repeat(np.arange(len(sizes)), sizes)
        steps = np.cumsum(arrays["gaps"].astype(np.int64))
        before = np.concatenate([[0], steps])[self._starts]
        self._others = (steps - before[owners] + FIRST_HAN).astype(np.uint64)
        self._quality = arrays["quality"].astype(np.int64)
        self._keys = (owners + FIRST_HAN).astype(np.uint64) * BASE + self._others
        self.syllables = arrays["syllables"].astype(np.int64)

    def alike(self, written: Numbers) -> tuple[NDArray[np.int64], Numbers]:
        """Return all characters like ``written`` and, before them, whose they are (an index)."""
        rows = written.astype(np.int64) - FIRST_HAN
        owners, places = spread(self._starts[rows], self._sizes[rows])
        return owners, self._others[places]

    def between(self, written: Numbers, meant: Numbers) -> Likeness:
        """Return the qualities of pairs; pairs that the table lacks are unlike."""
        places = places_of(self._keys, written * BASE + meant)
        quality = np.where(places >= 0, self._quality[places], UNLIKE_SOUND)
        shape, part = (quality >> _SHAPE_AT) & _EIGHT, (quality >> _PART_AT) & _EIGHT
        return Likeness(quality & UNLIKE_SOUND, shape, part)


def spread(
    starts: NDArray[np.int64], sizes: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the index of each of several runs, and the places in it, run after run."""
    owners = np.repeat(np.arange(len(sizes)), sizes)
    within = np.arange(len(owners)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return owners, starts[owners] + within


def pack_likeness(
    sound: NDArray[np.uint8],
    shape: NDArray[np.uint8],
    part: NDArray[np.uint8],
    is_listed: NDArray[np.bool_],
    syllables: NDArray[np.uint16],
) -> dict[str, NDArray[np.generic]]:
    """Return the arrays of a table from square matrices over the alphabet's characters.

    ``syllables`` numbers the usual reading of each character, alike readings the same.
    """
    owners, others = np.nonzero(is_listed)
    sizes = np.bincount(owners, minlength=len(is_listed))
    gaps = others.copy()
    is_next = np.concatenate([[False], owners[1:] == owners[:-1]])
    gaps[is_next] -= others[:-1][is_next[1:]]
    quality = sound[owners, others].astype(np.int64)
    quality |= shape[owners, others].astype(np.int64) << _SHAPE_AT
    quality |= part[owners, others].astype(np.int64) << _PART_AT
    return {
        "sizes": sizes.astype(np.uint16),
        "gaps": gaps.astype(np.uint16),
        "quality": quality.astype(np.uint8),
        "syllables": syllables,
    }
