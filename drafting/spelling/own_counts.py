"""What an office writes again and again: counts of its own speeches for the speller."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from drafting.spelling.alphabet import places_of
from drafting.spelling.counts import ORDERS, NgramCounts, count_texts, sum_counts
from drafting.text.sentences import iter_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# A run counts as the office's own wording from so many different sentences and speeches on: a slip
# that stands in one speech, or in copies of one sentence, teaches nothing.
LEAST_SENTENCES, LEAST_SPEECHES = 3, 2
# Speeches that are added up together.
_TOGETHER = 64


def count_own(
    texts: Iterable[str], is_wanted: Callable[[], bool] = lambda: True
) -> NgramCounts | None:
    """Return how often runs stand in the different sentences of ``texts``, the rare ones left out.

    None where ``is_wanted``, which is asked between texts, says no.
    """
    seen: set[str] = set()
    sums, spreads = _Sum(), _Sum()
    for text in texts:
        if not is_wanted():
            return None
        new = dict.fromkeys(span.of(text) for span in iter_sentences(text))
        fresh = [one for one in new if one not in seen]
        seen.update(fresh)
        sums.add(count_texts(["\n".join(fresh)]))
        spreads.add(_once(count_texts(["\n".join(new)])))
    return _filtered(sums.total(), spreads.total())


def _once(counts: NgramCounts) -> NgramCounts:
    return NgramCounts(counts.keys, tuple(np.ones_like(one) for one in counts.counts))


class _Sum:
    """Counts added up a few dozen at a time."""

    def __init__(self) -> None:
        self._parts: list[NgramCounts] = [count_texts([])]

    def add(self, counts: NgramCounts) -> None:
        self._parts.append(counts)
        if len(self._parts) > _TOGETHER:
            self._parts = [sum_counts(self._parts)]

    def total(self) -> NgramCounts:
        return sum_counts(self._parts)


def _filtered(total: NgramCounts, spread: NgramCounts) -> NgramCounts:
    """Return the counts of the runs that stand in enough sentences and speeches.

    With each run its beginning and its end stay: they stand wherever the run does.
    """
    kept = [
        (total.counts[order] >= LEAST_SENTENCES)
        & (spread.counts[order][places_of(spread.keys[order], total.keys[order])] >= LEAST_SPEECHES)
        for order in range(ORDERS)
    ]
    return NgramCounts(
        tuple(keys[one] for keys, one in zip(total.keys, kept, strict=True)),
        tuple(counts[one] for counts, one in zip(total.counts, kept, strict=True)),
    )
