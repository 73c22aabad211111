"""Fits what the signs of lines around a speech weigh (drafting/cleaning/web/fitted).

    python packaging/weigh_page_lines.py [--apart PREFIX…]

Writes resources/lexicons/cleaning_web_weights.tsv: the weights under which what the lines of the
examples are (page_line_examples.py) is the likeliest, least squares held small. With --apart it
writes nothing: for each prefix the pages whose names begin with it are left out of the fit, and
told is how many of their lines at both ends of the speech go, stay, and would be lost.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from page_line_examples import ROOT, Example, made_examples, saved_pages

from drafting.cleaning.web.fitted.chain import likelihoods_of_page
from drafting.cleaning.web.fitted.edges import head_edge, tail_edge
from drafting.cleaning.web.fitted.finder import SURE
from drafting.cleaning.web.fitted.signs import pairs_of, signs_of
from drafting.cleaning.web.fitted.weights import FIRST, FOLLOWING, OF_PAGE, STATES, TABLE, Weights
from drafting.cleaning.web.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from drafting.cleaning.web.fitted.edges import Edge

Array = np.ndarray[Any, Any]
ABOVE, FRONT, BETWEEN, TEXT, LAST_TEXT, SIGNED, BEHIND = range(len(STATES))
ROUNDS, STEP = 120, 0.15
SMALL = (0.3, 1.0, 0.1, 0.1)  # how small signs, pairs, followers and first states are held
_FEWEST = 3  # edges that have a sign, pages that have a pair
_LEAST = 0.1  # a smaller weight is none
_BATCH = 256
_NEVER = -1e4
_SOURCE = "fitted by packaging/weigh_page_lines.py to the pages of tests/fixtures/cleaning"
_OF_PAGE = np.array(OF_PAGE, float)
_MAY_FOLLOW = np.array(
    [[after in following for after in range(len(STATES))] for following in FOLLOWING]
)


@dataclass(frozen=True, slots=True)
class Told:
    """An edge of a speech, what each of its lines may be, and the page it comes from."""

    edge: Edge
    states: Sequence[tuple[int, ...]]
    source: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Edges as arrays: lines that there are, states they may have, and where which sign stands."""

    lines: Array
    states: Array
    first: Array
    signs: Array
    signed: Array
    pairs: Array
    paired: Array


def edges_of(example: Example) -> Iterator[Edge]:
    """Yield the filled edges of an example as cleaning sees them."""
    page = Page(example.lines)
    yield head_edge(page.lines, page.first_text)
    tail = tail_edge(page.lines, page.first_text, page.last_text)
    if tail.lines:
        yield tail


def signs_in(edge: Edge) -> Iterator[frozenset[str]]:
    """Yield the signs of each line of an edge."""
    for folded, beside in zip(edge.lines, edge.beside, strict=True):
        yield signs_of(folded) | beside


def told_edges(example: Example) -> Iterator[Told]:
    """Yield the edges of an example with what their lines may be."""
    own = [at for at, is_page in enumerate(example.is_page) if is_page is not True]
    speech = Page([example.lines[at] for at in own])
    begin = own[min(speech.first_text, len(own) - 1)] if own else len(example.lines)
    end = own[min(speech.last_text, len(own) - 1)] if own else -1
    for edge in edges_of(example):
        states = []
        for index in range(edge.first, edge.first + len(edge.lines)):
            is_page = example.is_page[index]
            if edge.is_head:
                states.append(_in_head(is_page, is_text=index >= begin))
            else:
                within = bool(own) and index < own[-1]
                states.append(_in_tail(is_page, is_text=index <= end, within=within))
        yield Told(edge, states, example.source)


def _in_head(is_page: bool | None, *, is_text: bool) -> tuple[int, ...]:  # noqa: FBT001
    if is_page is None or (is_page and is_text):
        return (ABOVE, FRONT, BETWEEN, TEXT)
    if is_page:
        return (ABOVE, BETWEEN)
    return (TEXT,) if is_text else (FRONT,)


def _in_tail(is_page: bool | None, *, is_text: bool, within: bool) -> tuple[int, ...]:  # noqa: FBT001
    if is_page is None or (is_page and within):
        return (LAST_TEXT, SIGNED, BEHIND)
    if is_page:
        return (BEHIND,)
    return (LAST_TEXT,) if is_text else (SIGNED,)


class Fit:
    """Finds the weights of edges by the ascent of their likelihood (Adam)."""

    def __init__(self, told: Sequence[Told]) -> None:
        signs = Counter(sign for one in told for sign in frozenset().union(*signs_in(one.edge)))
        pages: dict[str, set[str]] = {}
        for one in told:
            for pair in frozenset().union(*map(pairs_of, one.edge.lines)):
                pages.setdefault(pair, set()).add(one.source)
        often = sorted(sign for sign, number in signs.items() if number >= _FEWEST)
        self._signs = {sign: at for at, sign in enumerate(often)}
        known = sorted(pair for pair, sources in pages.items() if len(sources) >= _FEWEST)
        self._pairs = {pair: at for at, pair in enumerate(known)}
        by_length = sorted(told, key=lambda one: len(one.edge.lines))
        self._batches = [
            self._batch(by_length[at : at + _BATCH]) for at in range(0, len(told), _BATCH)
        ]
        states = len(STATES)
        shapes = (len(self._signs), states), (len(self._pairs),), (states, states), (states,)
        self._weights = [np.zeros(shape) for shape in shapes]

    def _batch(self, told: Sequence[Told]) -> Batch:
        longest = max(len(one.edge.lines) for one in told)
        lines = np.zeros((len(told), longest), bool)
        states = np.ones((len(told), longest, len(STATES)), bool)
        first = np.zeros((len(told), len(STATES)), bool)
        places: tuple[list[int], ...] = ([], [], [], [])
        for row, one in enumerate(told):
            first[row, list(FIRST[one.edge.is_head])] = True
            for at, may in enumerate(one.states):
                lines[row, at] = True
                states[row, at] = [state in may for state in range(len(STATES))]
                folded = one.edge.lines[at]
                for which, names, known in (
                    (0, signs_of(folded) | one.edge.beside[at], self._signs),
                    (2, pairs_of(folded), self._pairs),
                ):
                    found = [known[name] for name in names if name in known]
                    places[which].extend(found)
                    places[which + 1].extend([row * longest + at] * len(found))
        return Batch(lines, states, first, *(np.array(one, int) for one in places))

    def run(self) -> Weights:
        """Return the weights after all rounds."""
        means = [np.zeros_like(one) for one in self._weights]
        squares = [np.zeros_like(one) for one in self._weights]
        for turn in range(1, ROUNDS + 1):
            slopes = [-small * one for small, one in zip(SMALL, self._weights, strict=True)]
            for batch in self._batches:
                more = self._slopes(batch)
                slopes = [one + other for one, other in zip(slopes, more, strict=True)]
            for at, slope in enumerate(slopes):
                means[at] = 0.9 * means[at] + 0.1 * slope
                squares[at] = 0.999 * squares[at] + 0.001 * slope**2
                pace = STEP * (1 - (turn - 1) / ROUNDS) / (1 - 0.9**turn)
                root = np.sqrt(squares[at] / (1 - 0.999**turn)) + 1e-8
                self._weights[at] += pace * means[at] / root
        return self._told()

    def _told(self) -> Weights:
        signs, pairs, following, first = (np.round(one, 2) for one in self._weights)
        heavy = np.abs(signs).max(axis=1) >= _LEAST
        return Weights(
            {sign: tuple(signs[at].tolist()) for sign, at in self._signs.items() if heavy[at]},
            {one: float(pairs[at]) for one, at in self._pairs.items() if abs(pairs[at]) >= _LEAST},
            tuple(first.tolist()),
            tuple(tuple(row) for row in following.tolist()),
        )

    def _slopes(self, batch: Batch) -> tuple[Array, ...]:
        """Return how the likelihood of a batch grows with each weight."""
        signs, pairs, _, _ = self._weights
        rows, longest = batch.lines.shape
        lines = np.stack(
            [
                np.bincount(batch.signed, signs[batch.signs, state], rows * longest)
                for state in range(len(STATES))
            ],
            axis=1,
        )
        page = np.bincount(batch.paired, pairs[batch.pairs], rows * longest)
        lines = (lines + page[:, None] * _OF_PAGE).reshape(rows, longest, -1)
        told, told_pairs = self._shares(np.where(batch.states, lines, lines + _NEVER), batch)
        any_, any_pairs = self._shares(lines, batch)
        missing = told - any_
        flat = missing.reshape(rows * longest, -1)
        of_signs = np.stack(
            [
                np.bincount(batch.signs, flat[batch.signed, state], len(signs))
                for state in range(len(STATES))
            ],
            axis=1,
        )
        of_pairs = np.bincount(batch.pairs, (flat @ _OF_PAGE)[batch.paired], len(pairs))
        of_following = (told_pairs - any_pairs) * _MAY_FOLLOW
        return of_signs, of_pairs, of_following, (missing[:, 0] * batch.first).sum(0)

    def _shares(self, lines: Array, batch: Batch) -> tuple[Array, Array]:
        """Return how likely each line has each state, and how often one follows another."""
        longest, states = lines.shape[1:]
        following = np.where(_MAY_FOLLOW, self._weights[2], _NEVER)
        forward, backward = np.zeros_like(lines), np.zeros_like(lines)
        forward[:, 0] = np.where(batch.first, self._weights[3], _NEVER) + lines[:, 0]
        for at in range(1, longest):
            step = _log_sum(forward[:, at - 1, :, None] + following, 1) + lines[:, at]
            forward[:, at] = np.where(batch.lines[:, at, None], step, forward[:, at - 1])
        for at in range(longest - 2, -1, -1):
            step = _log_sum(following + (lines[:, at + 1] + backward[:, at + 1])[:, None], 2)
            backward[:, at] = np.where(batch.lines[:, at + 1, None], step, 0)
        whole = _log_sum(forward[:, -1], 1)[:, None]
        shares = np.exp(np.minimum(forward + backward - whole[:, None], 0))
        often = np.zeros((states, states))
        for at in range(1, longest):
            behind = (lines[:, at] + backward[:, at] - whole)[:, None]
            step = np.exp(np.minimum(forward[:, at - 1, :, None] + following + behind, 0))
            often += (step * batch.lines[:, at, None, None]).sum(0)
        return shares * batch.lines[:, :, None], often


def _log_sum(values: Array, axis: int) -> Array:
    most = values.max(axis)
    return most + np.log(np.exp(values - np.expand_dims(most, axis)).sum(axis))


def write(weights: Weights, path: Path) -> None:
    """Write the table of weights."""
    rows = [
        f"# source: {_SOURCE}; weights of {', '.join(STATES)}, of a pair for being the page's",
        "kind\tname\tweights",
        f"state\tfirst\t{_numbers(weights.first)}",
    ]
    for name, row in zip(STATES, weights.following, strict=True):
        rows.append(f"state\t{name}\t{_numbers(row)}")
    rows += [f"sign\t{sign}\t{_numbers(row)}" for sign, row in sorted(weights.signs.items())]
    rows += [f"pair\t{pair}\t{_numbers([one])}" for pair, one in sorted(weights.pairs.items())]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8", newline="\n")


def _numbers(numbers: Iterable[float]) -> str:
    return " ".join(f"{one:.2f}".rstrip("0").rstrip(".") for one in numbers)


def judge(weights: Weights, examples: Iterable[Example]) -> Counter[str]:
    """Return how many lines at the edges of speeches go, stay though the page's, or are lost."""
    told: Counter[str] = Counter()
    for example in examples:
        likely: dict[int, float] = {}
        for edge in edges_of(example):
            for index, one in enumerate(likelihoods_of_page(edge, weights), start=edge.first):
                likely[index] = max(one, likely.get(index, 0.0))
        for at, one in likely.items():
            if example.is_page[at]:
                told["go" if one >= SURE else "stay"] += 1
            elif example.is_page[at] is False and one >= SURE:
                told["lost"] += 1
    return told


def fitted_to(examples: Iterable[Example]) -> Weights:
    """Return the weights that fit the examples best."""
    return Fit([told for one in examples if one.lines for told in told_edges(one)]).run()


def main() -> int:
    """Fit, and write or judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--apart", nargs="+", default=[])
    prefixes = parser.parse_args().apart
    pages, made = saved_pages(), made_examples()
    for prefix in prefixes:
        rest = [one for one in pages if not one.source.startswith(prefix)]
        apart = [one for one in pages if one.source.startswith(prefix)]
        told = judge(fitted_to([*rest, *made]), apart)
        print(prefix, *(f"{what} {told[what]}" for what in ("go", "stay", "lost")), flush=True)
    if not prefixes:
        write(fitted_to([*pages, *made]), ROOT / "resources" / "lexicons" / TABLE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
