"""Counts of published reports that serve counties too (for packaging/build_speller.py).

Reports speak of the nation or a province (全省上下, 省委); what they say of themselves counties say
in the same words of a city or county. Every report is counted once as it is and, for what changes,
once more for each lower level.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from drafting.spelling.alphabet import places_of
from drafting.spelling.counts import NgramCounts, count_texts, sum_counts

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEVELS = "市县区镇"
_OWN = re.compile("(?<=[全我本各])[国省](?!务院|际|家|籍)|省(?=委|政府|人大|政协|直|级|里|内|情)")


def count_reports(texts: Sequence[str]) -> NgramCounts:
    """Return the counts of ``texts`` with the variants of lower levels."""
    return sum_counts([_count(text) for text in texts])


def _count(text: str) -> NgramCounts:
    changed = [line for line in text.splitlines() if _OWN.search(line)]
    before = count_texts(changed)
    variants = [count_texts(_OWN.sub(level, line) for line in changed) for level in _LEVELS]
    return sum_counts([count_texts([text]), *(_gained(before, one) for one in variants)])


def _gained(before: NgramCounts, after: NgramCounts) -> NgramCounts:
    """Return what ``after`` has more of than ``before``."""
    keys, counts = [], []
    for old_keys, old, new_keys, new in zip(
        before.keys, before.counts, after.keys, after.counts, strict=True
    ):
        places = places_of(old_keys, new_keys)
        more = new - np.where(places >= 0, old[places], 0)
        keys.append(new_keys[more > 0])
        counts.append(more[more > 0])
    return NgramCounts(tuple(keys), tuple(counts))
