"""Hits of a draft's grams in other texts, joined along diagonals to chains.

A hit says that ``GRAM`` tokens stand at one place of the draft and at one place of another text.
Hits of a copied passage lie on one diagonal (place there minus place here), which insertions and
omissions shift a little; a chain is what lies on nearly one diagonal in one paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from drafting.mining.fingerprints import GRAM

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from drafting.mining.normal_form import NormalText

# So far apart along the text, or between diagonals, two hits are no longer one passage.
_FARTHEST = 120
_DRIFT = 12
# A gram that stands more often than this in one other text is its refrain.
_MOST_PLACES = 16
_KEY_BITS = 18


@dataclass(frozen=True, slots=True, eq=False)
class Hits:
    """Token places in the draft, the numbers of the other texts, and token places in these."""

    here: NDArray[np.int64]
    source: NDArray[np.int64]
    there: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.here)


class Chain(NamedTuple):
    """Tokens ``here_first:here_last`` of the draft beside those of one other text."""

    source: int
    here_first: int
    here_last: int
    there_first: int
    there_last: int
    hits: int


def hits_within(hashes: NDArray[np.uint64], positions: NDArray[np.int32]) -> Hits:
    """Return for the grams at ``positions`` of a text where they stand before in it."""
    import numpy as np

    again = _repeated(hashes)
    chosen = positions[again[positions]].astype(np.int64)
    places = again.nonzero()[0]
    hits = hits_between(hashes[chosen], hashes[places])
    here, there = chosen[hits.here], places[hits.there]
    earlier = there + GRAM <= here
    return Hits(here[earlier], hits.source[earlier], there[earlier])


def _repeated(hashes: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Return for each hash whether it stands more than once; most do not."""
    import numpy as np

    # Sharing a place in a large table is necessary, and much quicker to see than being equal.
    keys = (hashes >> np.uint64(64 - _KEY_BITS)).astype(np.intp)
    again = np.bincount(keys, minlength=1)[keys] > 1
    places = again.nonzero()[0]
    _, numbers, counts = np.unique(hashes[places], return_inverse=True, return_counts=True)
    again[places] = counts[numbers] > 1
    return again


def hits_between(here: NDArray[np.uint64], there: NDArray[np.uint64]) -> Hits:
    """Return all places of equal hashes of a text and of one other, which is number 0."""
    import numpy as np

    order = np.argsort(there, kind="stable")
    ordered = there[order]
    first = np.searchsorted(ordered, here, side="left")
    count = np.searchsorted(ordered, here, side="right") - first
    count = np.where(count > _MOST_PLACES, 0, count)
    places = np.repeat(np.arange(len(here)), count)
    before = np.repeat(np.cumsum(count) - count, count)
    found = order[np.repeat(first, count) + np.arange(len(places)) - before]
    return Hits(places, np.zeros(len(places), dtype=np.int64), found)


@dataclass(frozen=True, slots=True, eq=False)
class ChainTable:
    """Chains as columns: ``order`` are the hits chain by chain, ``begins`` the first of each."""

    order: NDArray[np.intp]
    begins: NDArray[np.intp]

    @property
    def hits(self) -> NDArray[np.intp]:
        """Return how many hits each chain has."""
        import numpy as np

        return np.diff(np.append(self.begins, len(self.order)))


def chain_table(hits: Hits, paragraph: NDArray[np.int64]) -> ChainTable:
    """Return the chains; ``paragraph`` numbers the paragraph of the draft that each hit is in.

    Places may count tokens or code points, in the draft and in the others alike.
    """
    import numpy as np

    if not len(hits):
        return ChainTable(np.empty(0, np.intp), np.empty(0, np.intp))
    diagonal = hits.there - hits.here
    # Numbers in one, which sort much quicker than keys one behind the other.
    diagonal -= diagonal.min()
    group = hits.source * (int(paragraph.max()) + 1) + paragraph
    key = group * (int(diagonal.max()) + _DRIFT + 2) + diagonal
    order = np.argsort(key)
    # Between groups lies more than a drift.
    band = np.zeros(len(order), dtype=np.int64)
    np.cumsum(np.diff(key[order]) > _DRIFT, out=band[1:])
    key = band * (int(hits.here.max()) + _FARTHEST + 2) + hits.here[order]
    within = np.argsort(key)
    order, key = order[within], key[within]
    broken = np.ones(len(order), dtype=np.bool_)
    np.greater(np.diff(key), _FARTHEST, out=broken[1:])
    return ChainTable(order, np.flatnonzero(broken))


def joined(hits: Hits, paragraphs: NDArray[np.int64]) -> list[Chain]:
    """Return the chains one by one; ``paragraphs`` numbers that of each token of the draft."""
    import numpy as np

    table = chain_table(hits, paragraphs[hits.here])
    if not len(table.begins):
        return []
    here, there = hits.here[table.order], hits.there[table.order]
    columns = (
        hits.source[table.order[table.begins]],
        here[table.begins],
        here[np.append(table.begins[1:], len(here)) - 1] + GRAM,
        np.minimum.reduceat(there, table.begins),
        np.maximum.reduceat(there, table.begins) + GRAM,
        table.hits,
    )
    return list(map(Chain._make, zip(*(column.tolist() for column in columns), strict=True)))


def paragraph_numbers(text: str, normal: NormalText) -> NDArray[np.int64]:
    """Return for each token the number of the line that it stands in."""
    import numpy as np

    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    return np.searchsorted(np.flatnonzero(codes == ord("\n")), normal.starts)
