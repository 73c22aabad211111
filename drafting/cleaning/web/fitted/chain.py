"""How likely each line of an edge is the page's, all its lines together.

A chain of states with weights (a conditional random field; Lafferty, McCallum and Pereira, 2001):
what a line is hangs on its signs and on what the line before it is. The likelihoods are sums over
all ways to read the edge, by the forward and backward recursions, each line's to the same scale.
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import exp, fsum
from operator import add, mul
from typing import TYPE_CHECKING

from drafting.cleaning.web.fitted.signs import pairs_of, signs_of
from drafting.cleaning.web.fitted.weights import FIRST, FOLLOWING, OF_PAGE, STATES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from drafting.cleaning.web.fitted.edges import Edge
    from drafting.cleaning.web.fitted.weights import Weights

_KNOWN = 4.0  # what a line weighs more of which it is known
_OF_SPEECH = ("text", "last text", "signed")
_STATES = {True: range(4), False: range(4, len(STATES))}


def likelihoods_of_page(
    edge: Edge, weights: Weights, known: Sequence[bool] | None = None
) -> Sequence[float]:
    """Return for each line of ``edge`` how likely it is the page's, 0 to 1.

    ``known`` tells which lines are the page's by what is known of them besides.
    """
    at = () if known is None else tuple([at for at, is_known in enumerate(known) if is_known])
    return _likelihoods(edge, weights, at)


@lru_cache(maxsize=8)
def _likelihoods(edge: Edge, weights: Weights, known: Collection[int]) -> Sequence[float]:
    if not edge.lines:
        return ()
    lines = [_weigh(*one, weights) for one in zip(edge.lines, edge.beside, strict=True)]
    for at in known:
        lines[at] = _as_page(lines[at])
    states = _STATES[edge.is_head]
    first, following = _factors(edge.is_head, weights)
    shares = [_shares(line, states) for line in lines]
    forward = _forward(shares, first, following)
    backward = _backward(shares, following)
    of_page = [OF_PAGE[state] for state in states]
    found = []
    for ahead, behind in zip(forward, backward, strict=True):
        both = [one * other for one, other in zip(ahead, behind, strict=True)]
        page = sum([one for one, is_page in zip(both, of_page, strict=True) if is_page])
        found.append(page / sum(both))
    return tuple(found)


@cache
def _factors(is_head: bool, weights: Weights) -> tuple[Sequence[float], Sequence[Sequence[float]]]:  # noqa: FBT001
    """Return what the first state and each behind each multiply the likelihood by."""
    states = _STATES[is_head]
    first = [exp(weights.first[one]) if one in FIRST[is_head] else 0.0 for one in states]
    following = [
        [exp(weights.following[one][after]) if after in FOLLOWING[one] else 0.0 for after in states]
        for one in states
    ]
    return first, following


@lru_cache(maxsize=512)
def weight_of_pairs(folded: str, weights: Weights) -> float:
    """Return what the words of a line by themselves weigh for its being the page's."""
    known = weights.pairs
    # Of a set no order is sure: what is added up otherwise may fall on the other side of nought.
    return fsum([known[pair] for pair in known.keys() & pairs_of(folded)])


def weight_behind(folded: str, weights: Weights) -> float:
    """Return how much more a line by itself weighs for the page's behind a speech than in it."""
    of_states = dict(zip(STATES, _weigh_alone(folded, weights), strict=True))
    return of_states["behind"] - max(of_states[one] for one in _OF_SPEECH)


@lru_cache(maxsize=256)
def _weigh(folded: str, beside: Collection[str], weights: Weights) -> Sequence[float]:
    """Return what each state weighs for a line."""
    return list(map(add, _weigh_alone(folded, weights), _summed(beside, weights)))


@lru_cache(maxsize=512)
def _weigh_alone(folded: str, weights: Weights) -> tuple[float, ...]:
    page = weight_of_pairs(folded, weights)
    sums = _summed(signs_of(folded), weights)
    return tuple(one + page if of_page else one for one, of_page in zip(sums, OF_PAGE, strict=True))


def _summed(signs: Collection[str], weights: Weights) -> Iterable[float]:
    known = weights.signs
    rows = [known[sign] for sign in signs if sign in known]
    return map(fsum, zip(*rows, strict=True)) if rows else [0.0] * len(STATES)


def _as_page(line: Sequence[float]) -> list[float]:
    return [one + _KNOWN * of_page for one, of_page in zip(line, OF_PAGE, strict=True)]


def _shares(line: Sequence[float], states: Collection[int]) -> Sequence[float]:
    """Return what a line multiplies each state by, the likeliest by 1."""
    weights = [line[state] for state in states]
    most = max(weights)
    return [exp(one - most) for one in weights]


def _forward(
    shares: Sequence[Sequence[float]], first: Sequence[float], following: Sequence[Sequence[float]]
) -> list[Sequence[float]]:
    row = _scaled([one * share for one, share in zip(first, shares[0], strict=True)])
    rows = [row]
    into = list(zip(*following, strict=True))
    for line in shares[1:]:
        row = _scaled(
            [share * sum(map(mul, row, factors)) for share, factors in zip(line, into, strict=True)]
        )
        rows.append(row)
    return rows


def _backward(
    shares: Sequence[Sequence[float]], following: Sequence[Sequence[float]]
) -> list[Sequence[float]]:
    row: Sequence[float] = [1.0] * len(following)
    rows = [row]
    for line in reversed(shares[1:]):
        behind = list(map(mul, line, row))
        row = _scaled([sum(map(mul, behind, factors)) for factors in following])
        rows.append(row)
    return rows[::-1]


def _scaled(row: Sequence[float]) -> Sequence[float]:
    """Return numbers of the same proportions whose sum is 1."""
    whole = sum(row)
    return [one / whole for one in row]
