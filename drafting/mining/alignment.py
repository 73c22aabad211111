"""From a chain of hits to the passages that two texts really share, letter by letter."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from drafting.mining.fingerprints import GRAM, GUARANTEED
from drafting.text.difference import same_before, same_behind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.mining.chaining import Chain
    from drafting.mining.normal_form import NormalText

# So far to both sides of its hits a passage is looked for.
_MARGIN = 100
# A changed character weighs this many kept ones: a stretch with up to two changes in seven holds
# together. What is then left must be alike in SIMILAR of its tokens.
_CHANGE_WEIGHT = 2.5
SIMILAR = 0.75
# So many tokens beside an exact passage tell whether it goes on with changes.
_PROBE = 16
# An edited passage must be this long, or chance would find it.
_SHORTEST_EDITED = 20


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens ``here_first:here_last`` of the draft are those of another text, or nearly so.

    ``similarity`` is the share of tokens that are the same in the same order (1.0: all).
    """

    source: int
    here_first: int
    here_last: int
    there_first: int
    there_last: int
    similarity: float

    def __len__(self) -> int:
        return self.here_last - self.here_first

    @property
    def kept(self) -> float:
        """Return how many tokens are the same."""
        return self.similarity * max(len(self), self.there_last - self.there_first)


class _Block(NamedTuple):
    """``length`` tokens that are equal, from ``here`` in the draft and ``there`` in the other."""

    here: int
    there: int
    length: int


def iter_matches(
    draft: NormalText, other: str, chain: Chain, bounds: tuple[int, int]
) -> Iterator[Match]:
    """Yield the passages around a chain; ``bounds`` are the tokens of its paragraph.

    ``other`` are the letters of the other text.
    """
    exact = _exact_block(draft, other, chain, bounds)
    if exact is not None:
        found = _match(draft, chain.source, [exact])
        if found is not None:
            yield found
        return
    margin = _MARGIN if chain.hits > 1 else _MARGIN // 2
    here = max(chain.here_first - margin, bounds[0])
    there = max(chain.there_first - (chain.here_first - here), 0)
    here_last = min(chain.here_last + margin, bounds[1])
    there_last = chain.there_last + (here_last - chain.here_last)
    ours, theirs = draft.letters[here:here_last], other[there:there_last]
    blocks = _blocks(ours, theirs, here, there)
    for first, last in _dense(blocks):
        found = _match(draft, chain.source, blocks[first:last])
        if found is not None:
            yield found


def _exact_block(
    draft: NormalText, other: str, chain: Chain, bounds: tuple[int, int]
) -> _Block | None:
    """Return the passage that is the same word for word, None where it may go on edited."""
    shift = chain.there_first - chain.here_first
    if chain.there_last - chain.here_last != shift:
        return None
    first, last = max(bounds[0], -shift), min(bounds[1], len(other) - shift)
    ours, theirs = draft.letters, other
    if ours[chain.here_first : chain.here_last] != theirs[chain.there_first : chain.there_last]:
        return None
    begin = chain.here_first
    begin -= same_before((ours, begin), (theirs, begin + shift), begin - first)
    end = chain.here_last
    end += same_behind((ours, end), (theirs, end + shift), last - end)
    if end - begin < GUARANTEED:
        return None
    there_begin, there_end = begin + shift, end + shift
    ahead = other[max(there_begin - _PROBE, 0) : there_begin]
    if _goes_on(draft.letters[max(begin - _PROBE, bounds[0]) : begin], ahead):
        return None
    after = other[there_end : there_end + _PROBE]
    if _goes_on(draft.letters[end : min(end + _PROBE, bounds[1])], after):
        return None
    return _Block(begin, there_begin, end - begin)


def _goes_on(ours: str, theirs: str) -> bool:
    """Return whether what stands beside an exact passage is alike too."""
    for place in range(len(ours) - 2):  # noqa: SIM110 - quicker than a generator
        if ours[place : place + 3] in theirs:
            return True
    return False


def _blocks(ours: str, theirs: str, here: int, there: int) -> list[_Block]:
    """Return the equal stretches of the closest alignment, in order."""
    from rapidfuzz.distance import Levenshtein

    found = Levenshtein.editops(ours, theirs).as_matching_blocks()
    return [_Block(here + one.a, there + one.b, one.size) for one in found if one.size]


def _dense(blocks: Sequence[_Block]) -> Iterator[tuple[int, int]]:
    """Yield the stretches that score best, the best first, then those on both sides of it."""
    losses = [0.0, *map(_loss, blocks, blocks[1:])]
    gains = [one.length for one in blocks]
    waiting = [(0, len(blocks))]
    while waiting:
        first, last = waiting.pop()
        score, begin, end = _best_stretch(gains, losses, first, last)
        if score < GRAM:
            continue
        yield begin, end
        waiting += [(first, begin), (end, last)]


def _loss(block: _Block, after: _Block) -> float:
    """Return what the tokens that differ between two blocks take from a passage."""
    here = after.here - block.here
    there = after.there - block.there
    return _CHANGE_WEIGHT * ((here if here > there else there) - block.length)


def _best_stretch(
    gains: Sequence[int], losses: Sequence[float], first: int, last: int
) -> tuple[float, int, int]:
    best = total = 0.0
    begin = best_begin = best_end = first
    for index in range(first, last):
        total -= losses[index]
        if total <= 0:
            total, begin = 0.0, index
        total += gains[index]
        if total > best:
            best, best_begin, best_end = total, begin, index + 1
    return best, best_begin, best_end


def _match(draft: NormalText, source: int, blocks: Sequence[_Block]) -> Match | None:
    """Return the passage with its edges at clauses where these are near; None for a slight one."""
    first, last = blocks[0].here, blocks[-1].here + blocks[-1].length
    edges = _clause_edges(draft)
    here_first = edges.find(1, first, first + GRAM)
    here_last = edges.rfind(1, max(last - GRAM + 1, 0), last + 1)
    here_first = first if here_first < 0 else here_first
    here_last = last if here_last < 0 else here_last
    if here_last - here_first < GUARANTEED:
        here_first, here_last = first, last
    if len(blocks) == 1:
        if here_last - here_first < GUARANTEED:
            return None
        shift = blocks[0].there - first
        return Match(source, here_first, here_last, here_first + shift, here_last + shift, 1.0)
    there_first = _beside(blocks, here_first)
    there_last = _beside(blocks, here_last - 1) + 1
    kept = sum(
        max(min(here + length, here_last) - max(here, here_first), 0) for here, _, length in blocks
    )
    longer = max(here_last - here_first, there_last - there_first)
    similarity = kept / longer
    is_exact = kept == longer
    if kept < GUARANTEED or not (is_exact or longer >= _SHORTEST_EDITED):
        return None
    if similarity < SIMILAR:
        return None
    return Match(source, here_first, here_last, there_first, there_last, similarity)


@lru_cache(maxsize=2)
def _clause_edges(draft: NormalText) -> bytes:
    """Return for each token, and for the end, 1 where a clause begins or ends before it, else 0."""
    return b"\1" + (draft.starts[1:] > draft.ends[:-1]).tobytes() + b"\1"


def _beside(blocks: Sequence[_Block], here: int) -> int:
    """Return the token of the other text that stands beside ``here``, in or between blocks."""
    number = bisect_right(blocks, here, key=itemgetter(0)) - 1
    step = here - blocks[number].here
    beside = blocks[number].there + step
    return beside if step < blocks[number].length else min(beside, blocks[number + 1].there)
