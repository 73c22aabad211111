"""What each sign of a heading's end weighs: fitted by packaging/weigh_heading_ends.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# In natural logarithms: a sign of weight 1 makes a place e times as likely beside the others.
_FITTED = {
    "as long": -0.29,
    "as many clauses": 1.82,
    "asks": 3.84,
    "blank behind": 4.87,
    "clauses 1": 0.22,
    "clauses 2": -0.44,
    "clauses 3": -3.11,
    "clauses 4": -1.63,
    "clauses as long": 0.88,
    "closes clauses": 0.31,
    "closing character": 1.54,
    "closing word": 1.99,
    "closing word behind": -1.01,
    "end alike": 0.07,
    "even clauses": 1.73,
    "first clause 12": -2.14,
    "first clause 3": -0.90,
    "first clause 4": 1.33,
    "first clause 8": -0.60,
    "first clause 99": -1.72,
    "frame": 3.53,
    "last clause 14": 0.85,
    "last clause 2": -3.10,
    "last clause 20": 0.69,
    "last clause 3": -0.71,
    "last clause 5": -0.94,
    "last clause 9": 0.16,
    "last clause 99": -1.56,
    "length 14": 0.62,
    "length 28": -0.28,
    "length 3": -1.00,
    "length 36": -0.39,
    "length 4": -0.57,
    "length 6": -0.38,
    "length 99": -2.21,
    "line of its own": 0.52,
    "lone before": -0.22,
    "lone behind": -0.44,
    "longer or shorter": -0.22,
    "must be": 2.89,
    "no mark": -6.92,
    "number behind": 1.69,
    "one word early": -3.70,
    "open clause": -1.26,
    "open word": -0.59,
    "opening": 2.17,
    "opens sentences": 0.57,
    "own clauses 1": 1.19,
    "own clauses 2": 1.62,
    "own clauses 3": -2.24,
    "own clauses 4": -0.71,
    "own end": 1.08,
    "own end, sentence inside": -1.32,
    "own length 10": 3.13,
    "own length 14": 1.83,
    "own length 20": 0.72,
    "own length 28": -0.16,
    "own length 40": -0.82,
    "own length 6": 0.89,
    "own length 99": -2.72,
    "pause at once": -1.70,
    "question": -1.07,
    "question of the text": -0.17,
    "said of": 2.04,
    "said of the topic": 1.94,
    "same share": 6.12,
    "says nothing": -0.27,
    "sentence inside": -1.71,
    "tail behind": 0.61,
    "takes up and says": 0.12,
    "takes up edges": 3.97,
    "takes up four": 2.13,
    "takes up two": 1.00,
    "together": -1.25,
    "two closing words": 0.31,
    "verb before": -0.62,
    "verb behind": 0.72,
    "word across": -1.57,
    "word before": -0.30,
    "word behind": -0.37,
    "word twice": 0.41,
}
# What the texts that were fitted on cannot tell: blanks left where lines were, and that few
# lines of an ordinary text lost their break.
_GIVEN = {"blank behind": 2.5, "opens its line": 1.0, "even row": 2.0, "even row, long": 0.5}
_WEIGHTS = _FITTED | _GIVEN


def weight_of(name: str) -> float:
    """Return what one sign weighs; one that tells nothing weighs nothing."""
    return _WEIGHTS.get(name, 0.0)


def weighed(signs: Iterable[tuple[str, float]]) -> float:
    """Return what the signs, each with how much of it there is, weigh together."""
    total = 0.0
    for name, amount in signs:  # a sum over a generator of a generator takes twice as long
        total += _WEIGHTS.get(name, 0.0) * amount
    return total
