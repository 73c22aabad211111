"""How likely each line of an edge is the page's, all its lines together.

A chain of states with weights (a conditional random field; Lafferty, McCallum and Pereira, 2001):
what a line is hangs on its signs and on what the line before it is. The likelihoods are sums over
all ways to read the edge, by the forward and backward recursions.
"""

from __future__ import annotations

from functools import lru_cache
from math import exp, log
from typing import TYPE_CHECKING

from drafting.cleaning.web.fitted.signs import pairs_of, signs_of
from drafting.cleaning.web.fitted.weights import FIRST, FOLLOWING, OF_PAGE, STATES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from drafting.cleaning.web.fitted.edges import Edge
    from drafting.cleaning.web.fitted.weights import Weights

_NEVER = -1e9
_KNOWN = 4.0  # what a line weighs more of which it is known
_BEFORE = tuple(
    tuple(before for before in range(len(STATES)) if state in FOLLOWING[before])
    for state in range(len(STATES))
)
_HEAD, _TAIL = range(4), range(4, len(STATES))


def likelihoods_of_page(
    edge: Edge, weights: Weights, known: Sequence[bool] | None = None
) -> list[float]:
    """Return for each line of ``edge`` how likely it is the page's, 0 to 1.

    ``known`` tells which lines are the page's by what is known of them besides.
    """
    if not edge.lines:
        return []
    lines = [_weigh(*one, weights) for one in zip(edge.lines, edge.beside, strict=True)]
    if known is not None:
        lines = [
            _as_page(one) if is_known else one for one, is_known in zip(lines, known, strict=True)
        ]
    states = _HEAD if edge.is_head else _TAIL
    forward = _forward(lines, states, FIRST[edge.is_head], weights)
    backward = _backward(lines, states, weights)
    whole = _log_sum([forward[-1][state] for state in states])
    of_page = [state for state in states if OF_PAGE[state]]
    return [
        sum(exp(one[state] + other[state] - whole) for state in of_page)
        for one, other in zip(forward, backward, strict=True)
    ]


@lru_cache(maxsize=512)
def weight_of_pairs(folded: str, weights: Weights) -> float:
    """Return what the words of a line by themselves weigh for its being the page's."""
    known = weights.pairs
    return sum([known[pair] for pair in known.keys() & pairs_of(folded)])


def _weigh(folded: str, beside: Collection[str], weights: Weights) -> list[float]:
    """Return what each state weighs for a line."""
    alone = _weigh_alone(folded, weights)
    return [one + other for one, other in zip(alone, _summed(beside, weights), strict=True)]


@lru_cache(maxsize=512)
def _weigh_alone(folded: str, weights: Weights) -> tuple[float, ...]:
    page = weight_of_pairs(folded, weights)
    sums = _summed(signs_of(folded), weights)
    return tuple(one + page if of_page else one for one, of_page in zip(sums, OF_PAGE, strict=True))


def _summed(signs: Collection[str], weights: Weights) -> Iterable[float]:
    known = weights.signs
    rows = [known[sign] for sign in signs if sign in known]
    return map(sum, zip(*rows, strict=True)) if rows else [0.0] * len(STATES)


def _as_page(line: Sequence[float]) -> list[float]:
    return [one + _KNOWN * of_page for one, of_page in zip(line, OF_PAGE, strict=True)]


def _forward(
    lines: Sequence[Sequence[float]],
    states: Collection[int],
    first: Collection[int],
    weights: Weights,
) -> list[list[float]]:
    row = [_NEVER] * len(STATES)
    for state in first:
        row[state] = weights.first[state] + lines[0][state]
    rows = [row]
    for line in lines[1:]:
        last, row = row, [_NEVER] * len(STATES)
        for state in states:
            ways = [last[one] + weights.following[one][state] for one in _BEFORE[state]]
            row[state] = line[state] + _log_sum(ways)
        rows.append(row)
    return rows


def _backward(
    lines: Sequence[Sequence[float]], states: Collection[int], weights: Weights
) -> list[list[float]]:
    row = [0.0] * len(STATES)
    rows = [row]
    for line in reversed(lines[1:]):
        behind, row = row, [_NEVER] * len(STATES)
        for state in states:
            following = weights.following[state]
            row[state] = _log_sum(
                [following[one] + line[one] + behind[one] for one in FOLLOWING[state]]
            )
        rows.append(row)
    return rows[::-1]


def _log_sum(values: Sequence[float]) -> float:
    """Return the logarithm of the sum of what the values are the logarithms of."""
    most = max(values)
    return most + log(sum([exp(one - most) for one in values]))
