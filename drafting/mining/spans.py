"""Spans of many texts compared by hash, and what is counted over equal ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

_CLAUSE_MARKS = "，。；：！？…,;:!?\n\r"
_SENTENCE_MARKS = "。！？…!?\n\r"
# Odd multipliers have an inverse modulo 2 to the 64th (Karp and Rabin 1987, there with primes).
_BASE = 0x9E3779B97F4A7C15
_MODULUS = 1 << 64


@dataclass(frozen=True, slots=True)
class ClauseText:
    """Texts cut into clauses, at all marks but 、 and quotation marks.

    ``starts`` and ``ends`` bound the clauses in ``text``; ``documents`` is the index of each one's
    text; ``is_last`` says that a sentence ends with it. Hashes of spans follow from the running
    sums.
    """

    text: str
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    documents: NDArray[np.int64]
    is_last: NDArray[np.bool_]
    sums: NDArray[np.uint64]
    inverses: NDArray[np.uint64]

    def hashes(self, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.uint64]:
        """Return a hash of every span; equal texts have equal hashes."""
        import numpy as np

        mixed = (self.sums[ends] - self.sums[starts]) * self.inverses[starts]
        return mixed ^ (mixed >> np.uint64(31))


def read_clauses(texts: Sequence[str]) -> ClauseText:
    """Return the clauses of ``texts``, empty ones left out."""
    import numpy as np

    text = "\n".join(texts)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    is_mark = np.isin(codes, [ord(mark) for mark in _CLAUSE_MARKS])
    is_stop = np.isin(codes, [ord(mark) for mark in _SENTENCE_MARKS])
    edges = np.flatnonzero(np.concatenate(([True], is_mark, [True])))
    starts, ends = edges[:-1], edges[1:] - 1
    has_text = ends > starts
    starts, ends = starts[has_text], ends[has_text]
    joints = np.cumsum([len(one) + 1 for one in texts])
    documents = np.searchsorted(joints, starts, side="right")
    is_last = np.append(is_stop, True)[ends]  # the end of the text ends a sentence
    return ClauseText(text, starts, ends, documents, is_last, *_running_sums(codes))


def _running_sums(codes: NDArray[np.uint32]) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    import numpy as np

    size = len(codes) + 1
    steps = np.full(size, _BASE, dtype=np.uint64)
    backs = np.full(size, pow(_BASE, -1, _MODULUS), dtype=np.uint64)
    steps[0] = backs[0] = 1
    weights = np.cumprod(steps)[:-1]
    sums = np.zeros(size, dtype=np.uint64)
    np.cumsum((codes.astype(np.uint64) + np.uint64(0x10001)) * weights, out=sums[1:])
    return sums, np.cumprod(backs)


@dataclass(frozen=True, slots=True)
class Groups:
    """Equal keys put together: ``numbers`` goes by key, the others by the group's number."""

    numbers: NDArray[np.int64]
    first: NDArray[np.int64]
    counts: NDArray[np.int64]

    def distinct(self, values: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return how many different ``values`` (0 and above) each group has."""
        import numpy as np

        width = int(values.max()) + 1 if len(values) else 1
        pairs = np.sort(self.numbers * width + values)
        is_new = np.concatenate(([True], pairs[1:] != pairs[:-1]))[: len(pairs)]
        return np.bincount(pairs[is_new] // width, minlength=len(self.counts))


def group_equal(keys: NDArray[np.uint64]) -> Groups:
    """Return the groups of equal ``keys``; ``first`` is the index of one member."""
    import numpy as np

    order = np.argsort(keys)
    ordered = keys[order]
    is_new = np.concatenate(([True], ordered[1:] != ordered[:-1]))[: len(keys)]
    starts = np.flatnonzero(is_new)
    numbers = np.empty(len(keys), dtype=np.int64)
    numbers[order] = np.cumsum(is_new) - 1
    return Groups(numbers, order[starts], np.diff(np.append(starts, len(keys))))
