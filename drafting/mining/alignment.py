"""From a chain of hits to the passages that two texts really share, letter by letter."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from drafting.mining.fingerprints import GRAM, GUARANTEED
from drafting.text.difference import same_beginning

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


@dataclass(frozen=True, slots=True)
class _Run:
    """Equal tokens, or tokens that differ; ``score`` is what they add to a passage."""

    here: int
    there: int
    here_length: int
    there_length: int
    is_equal: bool

    @property
    def score(self) -> float:
        if self.is_equal:
            return self.here_length
        return -_CHANGE_WEIGHT * max(self.here_length, self.there_length)


def iter_matches(
    draft: NormalText, other: NormalText, chain: Chain, bounds: tuple[int, int]
) -> Iterator[Match]:
    """Yield the passages around a chain; ``bounds`` are the tokens of its paragraph."""
    exact = _exact_run(draft, other, chain, bounds)
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
    ours, theirs = draft.letters[here:here_last], other.letters[there:there_last]
    runs = _runs(ours, theirs, here, there)
    for first, last in _dense(runs, 0, len(runs)):
        found = _match(draft, chain.source, runs[first:last])
        if found is not None:
            yield found


def _exact_run(
    draft: NormalText, other: NormalText, chain: Chain, bounds: tuple[int, int]
) -> _Run | None:
    """Return the passage that is the same word for word, None where it may go on edited."""
    shift = chain.there_first - chain.here_first
    if chain.there_last - chain.here_last != shift:
        return None
    first, last = max(bounds[0], -shift), min(bounds[1], len(other) - shift)
    ours, theirs = draft.letters[first:last], other.letters[first + shift : last + shift]
    core, behind = chain.here_first - first, chain.here_last - first
    if ours[core:behind] != theirs[core:behind]:
        return None
    begin = chain.here_first - same_beginning(ours[:core][::-1], theirs[:core][::-1])
    end = chain.here_last + same_beginning(ours[behind:], theirs[behind:])
    if end - begin < GUARANTEED:
        return None
    there_begin, there_end = begin + shift, end + shift
    ahead = other.letters[max(there_begin - _PROBE, 0) : there_begin]
    if _goes_on(draft.letters[max(begin - _PROBE, bounds[0]) : begin], ahead):
        return None
    after = other.letters[there_end : there_end + _PROBE]
    if _goes_on(draft.letters[end : min(end + _PROBE, bounds[1])], after):
        return None
    return _Run(begin, begin + shift, end - begin, end - begin, is_equal=True)


def _goes_on(ours: str, theirs: str) -> bool:
    """Return whether what stands beside an exact passage is alike too."""
    return any(ours[place : place + 3] in theirs for place in range(len(ours) - 2))


def _runs(ours: str, theirs: str, here: int, there: int) -> list[_Run]:
    from rapidfuzz.distance import Levenshtein

    return [
        _Run(
            here + op.src_start,
            there + op.dest_start,
            op.src_end - op.src_start,
            op.dest_end - op.dest_start,
            op.tag == "equal",
        )
        for op in Levenshtein.opcodes(ours, theirs)
    ]


def _dense(runs: Sequence[_Run], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches that score best, the best first, then those on both sides of it."""
    waiting = [(first, last)]
    while waiting:
        first, last = waiting.pop()
        score, begin, end = _best_stretch(runs, first, last)
        if score < GRAM:
            continue
        yield begin, end
        waiting += [(first, begin), (end, last)]


def _best_stretch(runs: Sequence[_Run], first: int, last: int) -> tuple[float, int, int]:
    best = (0.0, first, first)
    total, begin = 0.0, first
    for index in range(first, last):
        if total <= 0:
            total, begin = 0.0, index
        total += runs[index].score
        if total > best[0]:
            best = (total, begin, index + 1)
    return best


def _match(draft: NormalText, source: int, runs: Sequence[_Run]) -> Match | None:
    """Return the passage with its edges at clauses where these are near; None for a slight one."""
    first, last = runs[0].here, runs[-1].here + runs[-1].here_length
    here_first = _near_clause(draft, first, range(GRAM))
    here_last = _near_clause(draft, last, range(0, -GRAM, -1))
    if here_last - here_first < GUARANTEED:
        here_first, here_last = first, last
    there_first = _beside(runs, here_first)
    there_last = _beside(runs, here_last - 1) + 1
    kept = sum(
        max(min(run.here + run.here_length, here_last) - max(run.here, here_first), 0)
        for run in runs
        if run.is_equal
    )
    longer = max(here_last - here_first, there_last - there_first)
    similarity = kept / longer
    is_exact = kept == longer
    if kept < GUARANTEED or not (is_exact or longer >= _SHORTEST_EDITED):
        return None
    if similarity < SIMILAR:
        return None
    return Match(source, here_first, here_last, there_first, there_last, similarity)


def _near_clause(draft: NormalText, edge: int, steps: range) -> int:
    """Return the first place from ``edge`` on at which a clause begins or ends, else ``edge``."""
    edges = _clause_edges(draft)
    for step in steps:
        place = edge + step
        if place <= 0 or place >= len(draft) or edges[place]:
            return min(max(place, 0), len(draft))
    return edge


@lru_cache(maxsize=2)
def _clause_edges(draft: NormalText) -> bytes:
    """Return for each token 1 where a mark or a blank stands before it, else 0."""
    return b"\0" + (draft.starts[1:] > draft.ends[:-1]).tobytes()


def _beside(runs: Sequence[_Run], here: int) -> int:
    """Return the token of the other text that stands beside ``here``."""
    for run in runs:
        if here < run.here + run.here_length:
            step = here - run.here
            return run.there + (step if run.is_equal else min(step, max(run.there_length - 1, 0)))
    return runs[-1].there + runs[-1].there_length - 1
