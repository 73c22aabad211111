"""The passages that a draft shares with other texts, or with itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.mining.alignment import SIMILAR, Match, iter_matches
from drafting.mining.chaining import (
    Chain,
    Hits,
    hits_between,
    hits_within,
    joined,
    paragraph_numbers,
)
from drafting.mining.fingerprints import GUARANTEED, fingerprints, gram_hashes
from drafting.mining.normal_form import alone

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from drafting.mining.normal_form import NormalText, NormalTexts

# Two passages of one paragraph are one that was edited where no more than this lies between them.
_BRIDGED = 40
# Around a hit that stands alone so many tokens before and behind are compared at once …
_BEFORE, _BEHIND = 16, 24
# … of which so many must be the same: half, or the passage is none.
_ENOUGH = 20


def shared_matches(text: str, draft: NormalText, others: NormalTexts, hits: Hits) -> list[Match]:
    """Return what ``draft`` (the normal form of ``text``) shares with ``others`` around ``hits``.

    Every passage lies in one paragraph of the draft; of passages in one other text none lies
    inside another. In the order of the draft.
    """
    paragraphs = paragraph_numbers(text, draft)
    chains = _promising(draft, others, joined(hits, paragraphs))
    return _matches(draft, others, chains, paragraphs)


def matches_between(text: str, draft: NormalText, other: NormalText) -> list[Match]:
    """Return what ``draft`` (the normal form of ``text``) shares with one other text."""
    hits = hits_between(gram_hashes(draft.codes), gram_hashes(other.codes))
    return shared_matches(text, draft, alone(other), hits)


def matches_within(text: str, draft: NormalText) -> list[Match]:
    """Return the passages of a text that stand before in it too; ``there`` is the earlier."""
    chosen = fingerprints(draft.codes)
    hits = hits_within(gram_hashes(draft.codes), chosen.positions)
    found = shared_matches(text, draft, alone(draft), hits)
    return [one for one in found if one.there_last <= one.here_first]


def _matches(
    draft: NormalText,
    others: NormalTexts,
    chains: Sequence[Chain],
    paragraphs: NDArray[np.int64],
) -> list[Match]:
    import numpy as np

    found: set[Match] = set()
    numbers = paragraphs[[chain.here_first for chain in chains]] if chains else paragraphs[:0]
    firsts = np.searchsorted(paragraphs, numbers, side="left").tolist()
    lasts = np.searchsorted(paragraphs, numbers, side="right").tolist()
    edges, letters = others.bounds.tolist(), others.whole.letters
    for chain, bounds in zip(chains, zip(firsts, lasts, strict=True), strict=True):
        other = letters[edges[chain.source] : edges[chain.source + 1]]
        found.update(iter_matches(draft, other, chain, bounds))
    return _bridged(_widest(found), paragraphs)


def _widest(found: set[Match]) -> list[Match]:
    """Return the matches in order, without those inside another one of the same text."""
    kept: list[Match] = []
    reach: dict[int, Match] = {}
    for match in sorted(found, key=lambda one: (one.here_first, -one.here_last, -one.similarity)):
        last = reach.get(match.source)
        if last is None or match.here_last > last.here_last:
            kept.append(match)
            reach[match.source] = match
    return kept


def _bridged(matches: Sequence[Match], paragraphs: NDArray[np.int64]) -> list[Match]:
    """Return the matches, those joined that an edit in the midst of a passage has parted."""
    kept: list[Match] = []
    last: dict[int, int] = {}
    for match in matches:
        before = last.get(match.source)
        whole = None if before is None else _joined(kept[before], match, paragraphs)
        if before is not None and whole is not None:
            kept[before] = whole
        else:
            last[match.source] = len(kept)
            kept.append(match)
    return kept


def _joined(first: Match, second: Match, paragraphs: NDArray[np.int64]) -> Match | None:
    here = second.here_first - first.here_last
    there = second.there_first - first.there_last
    is_near = 0 <= here <= _BRIDGED and 0 <= there <= _BRIDGED
    if not is_near or paragraphs[first.here_first] != paragraphs[second.here_first]:
        return None
    kept = first.kept + second.kept
    longer = max(second.here_last - first.here_first, second.there_last - first.there_first)
    if kept / longer < SIMILAR:
        return None
    return Match(
        first.source,
        first.here_first,
        second.here_last,
        first.there_first,
        second.there_last,
        kept / longer,
    )


def _promising(draft: NormalText, others: NormalTexts, chains: Sequence[Chain]) -> list[Chain]:
    """Return the chains that can hold a passage; lone hits are looked at all together."""
    import numpy as np

    sure = [chain for chain in chains if chain.here_last - chain.here_first >= GUARANTEED]
    lone = [chain for chain in chains if chain.here_last - chain.here_first < GUARANTEED]
    if not lone:
        return sure
    gap = np.zeros(_BEFORE + _BEHIND, dtype=np.uint32)
    pool = np.concatenate((gap, others.whole.codes, gap))
    # Another filling, so that an end is equal to nothing.
    ours = np.concatenate((gap + 1, draft.codes, gap + 1))
    columns = [(chain.here_first, chain.there_first, chain.source) for chain in lone]
    here, there, source = np.array(columns).T[:, :, None]
    steps = np.arange(-_BEFORE, _BEHIND)
    first, last = others.bounds[source], others.bounds[source + 1]
    places = first + there + steps
    same = ours[here + steps + len(gap)] == pool[places + len(gap)]
    same &= (first <= places) & (places < last)
    enough = (same.sum(axis=1) >= _ENOUGH) | _has_long_run(same)
    return sure + [chain for chain, is_kept in zip(lone, enough.tolist(), strict=True) if is_kept]


def _has_long_run(same: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return for each row whether ``GUARANTEED`` neighbours are all true."""
    import numpy as np

    sums = np.cumsum(np.pad(same.astype(np.int16), ((0, 0), (1, 0))), axis=1)
    runs = sums[:, GUARANTEED:] - sums[:, :-GUARANTEED]
    full: NDArray[np.bool_] = (runs == GUARANTEED).any(axis=1)
    return full
