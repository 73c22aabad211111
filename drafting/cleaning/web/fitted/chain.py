"""How likely each line of an edge is the page's, all its lines together.

A chain of states with weights (a conditional random field; Lafferty, McCallum and Pereira, 2001):
what a line is hangs on its signs and on what the line before it is. The likelihoods are sums over
all ways to read the edge, by the forward and backward recursions.
"""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING

from drafting.cleaning.web.fitted.weights import FIRST, FOLLOWING, OF_PAGE, STATES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from drafting.cleaning.web.fitted.edges import Edge
    from drafting.cleaning.web.fitted.weights import Weights

_NEVER = -1e9
_KNOWN = 4.0  # what a line weighs more of which it is known


def likelihoods_of_page(edge: Edge, weights: Weights, known: Sequence[bool]) -> list[float]:
    """Return for each line of ``edge`` how likely it is the page's, 0 to 1.

    ``known`` tells which lines are the page's by what is known of them besides.
    """
    if not edge.signs:
        return []
    lines = [
        _weigh(signs, pairs, weights, is_known=is_known)
        for signs, pairs, is_known in zip(edge.signs, edge.pairs, known, strict=True)
    ]
    states = range(4) if edge.is_head else range(4, len(STATES))
    forward = _forward(lines, states, FIRST[edge.is_head], weights)
    backward = _backward(lines, states, weights)
    whole = _log_sum(forward[-1].values())
    return [
        sum(exp(one[state] + other[state] - whole) for state in states if OF_PAGE[state])
        for one, other in zip(forward, backward, strict=True)
    ]


def weight_of_pairs(pairs: Collection[str], weights: Weights) -> float:
    """Return what the words of a line by themselves weigh for its being the page's."""
    return sum(weights.pairs.get(pair, 0.0) for pair in pairs)


def _weigh(
    signs: Collection[str], pairs: Collection[str], weights: Weights, *, is_known: bool
) -> tuple[float, ...]:
    """Return what each state weighs for a line."""
    rows = [row for row in map(weights.signs.get, signs) if row is not None]
    page = weight_of_pairs(pairs, weights) + _KNOWN * is_known
    sums = map(sum, zip(*rows, strict=True)) if rows else (0.0,) * len(STATES)
    return tuple(one + page if of_page else one for one, of_page in zip(sums, OF_PAGE, strict=True))


def _forward(
    lines: Sequence[tuple[float, ...]],
    states: Iterable[int],
    first: Collection[int],
    weights: Weights,
) -> list[dict[int, float]]:
    row = {one: weights.first[one] + lines[0][one] if one in first else _NEVER for one in states}
    rows = [row]
    for line in lines[1:]:
        row = {
            state: line[state]
            + _log_sum(
                row[before] + weights.following[before][state]
                for before in states
                if state in FOLLOWING[before]
            )
            for state in states
        }
        rows.append(row)
    return rows


def _backward(
    lines: Sequence[tuple[float, ...]], states: Iterable[int], weights: Weights
) -> list[dict[int, float]]:
    row = dict.fromkeys(states, 0.0)
    rows = [row]
    for line in reversed(lines[1:]):
        row = {
            state: _log_sum(
                weights.following[state][after] + line[after] + row[after]
                for after in FOLLOWING[state]
            )
            for state in states
        }
        rows.append(row)
    return rows[::-1]


def _log_sum(values: Iterable[float]) -> float:
    """Return the logarithm of the sum of what the values are the logarithms of."""
    known = list(values)
    most = max(known)
    return most + log(sum(exp(one - most) for one in known))
