"""Longer set phrases: clauses, and runs of clauses, that several texts share.

An n-gram of eight characters is extended to the clause it belongs to, and the clause to its
neighbours; what can always be extended further is a copied passage and no phrase.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.mining.set_phrases import MinedPhrase, iter_shards
from drafting.mining.spans import group_equal, read_clauses

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from drafting.mining.spans import ClauseText

_SHORTEST, _LONGEST = 6, 32
_MOST_CLAUSES = 3


def mine_clauses(texts: Sequence[str], min_documents: int = 2) -> list[MinedPhrase]:
    """Return the clauses and runs of up to three clauses in at least ``min_documents`` texts.

    The most widely used come first. A text with a mark inside keeps it (``真抓实干，务求实效``).
    """
    found: dict[str, MinedPhrase] = {}
    for shard in iter_shards(texts):
        for one in _mine_shard(shard, min_documents):
            known = found.get(one.text, MinedPhrase(one.text, 0, 0))
            documents, count = known.documents + one.documents, known.count + one.count
            found[one.text] = MinedPhrase(one.text, documents, count)
    return sorted(found.values(), key=lambda one: (-one.documents, -one.count, one.text))


def _mine_shard(texts: Sequence[str], min_documents: int) -> list[MinedPhrase]:
    import numpy as np

    clauses = read_clauses(texts)
    found: list[MinedPhrase] = []
    longer = _count_runs(clauses, _MOST_CLAUSES + 1)
    for size in range(_MOST_CLAUSES, 0, -1):
        counts = _count_runs(clauses, size)
        is_bound = (counts.counts == longer.counts) & (longer.counts > 1)
        is_bound[1:] |= (counts.counts[1:] == longer.counts[:-1]) & (longer.counts[:-1] > 1)
        lengths = counts.ends - clauses.starts
        is_phrase = (counts.documents >= min_documents) & ~is_bound
        is_phrase &= (lengths >= _SHORTEST) & (lengths <= _LONGEST)
        kept = np.flatnonzero(is_phrase & counts.is_first)
        rows = zip(
            clauses.starts[kept].tolist(),
            counts.ends[kept].tolist(),
            counts.documents[kept].tolist(),
            counts.counts[kept].tolist(),
            strict=True,
        )
        found += [MinedPhrase(clauses.text[a:b], texts, count) for a, b, texts, count in rows]
        longer = counts
    return [one for one in found if _is_plain(one.text)]


class _RunCounts:
    """Figures of the runs of some clauses that begin at each clause; 0 where none does."""

    def __init__(self, size: int) -> None:
        import numpy as np

        self.counts: NDArray[np.int64] = np.zeros(size, dtype=np.int64)
        self.documents: NDArray[np.int64] = np.zeros(size, dtype=np.int64)
        self.ends: NDArray[np.int64] = np.zeros(size, dtype=np.int64)
        self.is_first: NDArray[np.bool_] = np.zeros(size, dtype=bool)


def _count_runs(clauses: ClauseText, size: int) -> _RunCounts:
    import numpy as np

    total = len(clauses.starts)
    runs = _RunCounts(total)
    number = total - size + 1
    if number <= 0:
        return runs
    is_whole = np.ones(number, dtype=bool)
    for step in range(size - 1):
        is_whole &= ~clauses.is_last[step : step + number]
        is_whole &= clauses.ends[step : step + number] + 1 == clauses.starts[step + 1 :][:number]
    begin = np.flatnonzero(is_whole)
    ends = clauses.ends[begin + size - 1]
    groups = group_equal(clauses.hashes(clauses.starts[begin], ends))
    runs.counts[begin] = groups.counts[groups.numbers]
    runs.documents[begin] = groups.distinct(clauses.documents[begin])[groups.numbers]
    runs.ends[begin] = ends
    runs.is_first[begin[groups.first]] = True
    return runs


def _is_plain(text: str) -> bool:
    """Return whether a clause has no figure, no blank and no open bracket or quotation."""
    if any(one.isdigit() or one.isspace() for one in text):
        return False
    return all(text.count(a) == text.count(b) for a, b in ("“”", "《》", "（）", "‘’"))
