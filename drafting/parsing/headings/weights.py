"""What each sign of a heading's end weighs: fitted by packaging/weigh_heading_ends.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# In natural logarithms: a sign of weight 1 makes a place e times as likely beside the others.
_FITTED = {
    "as long": 0.08,
    "as many clauses": 1.88,
    "asks": 2.24,
    "clauses 1": 0.17,
    "clauses 2": -0.34,
    "clauses 3": -2.75,
    "clauses 4": -0.76,
    "clauses as long": 0.60,
    "closes clauses": 0.23,
    "closing character": 1.71,
    "closing word": 1.59,
    "closing word behind": -0.73,
    "end alike": 0.12,
    "even clauses": 1.25,
    "first clause 12": -2.11,
    "first clause 3": 0.11,
    "first clause 4": 1.00,
    "first clause 8": -0.62,
    "first clause 99": -1.68,
    "frame": 3.03,
    "last clause 14": 0.91,
    "last clause 2": -2.80,
    "last clause 20": 0.94,
    "last clause 3": -0.87,
    "last clause 5": -0.73,
    "last clause 9": 0.26,
    "last clause 99": -1.05,
    "length 14": 1.18,
    "length 20": 0.59,
    "length 28": 0.29,
    "length 3": -2.84,
    "length 36": 0.11,
    "length 4": -0.54,
    "length 9": 0.85,
    "length 99": -2.33,
    "line of its own": 0.22,
    "lone before": -0.38,
    "lone behind": 0.22,
    "longer or shorter": -0.23,
    "no mark": -3.85,
    "number behind": 3.92,
    "one word early": -3.26,
    "open clause": -0.91,
    "open word": -0.56,
    "opening": 2.73,
    "opens sentences": 0.44,
    "own clauses 1": 1.32,
    "own clauses 2": 2.28,
    "own clauses 3": -2.44,
    "own clauses 4": -1.13,
    "own end": 1.22,
    "own end, sentence inside": -0.78,
    "own length 10": 2.91,
    "own length 14": 1.73,
    "own length 20": 0.45,
    "own length 28": -0.25,
    "own length 40": -0.93,
    "own length 6": 1.03,
    "own length 99": -2.63,
    "pause at once": -1.92,
    "question": -0.79,
    "question of the text": 0.07,
    "said of": 2.17,
    "said of the topic": 0.99,
    "same characters": 0.19,
    "same share": 3.04,
    "says nothing": -0.51,
    "sentence inside": -2.16,
    "tail behind": 0.30,
    "takes up and says": 1.35,
    "takes up four": 2.30,
    "takes up two": 0.28,
    "together": -1.59,
    "told": 0.11,
    "two closing words": 0.63,
    "verb before": -0.64,
    "verb behind": 0.61,
    "word across": -1.16,
    "word before": -0.09,
    "word behind": 0.53,
    "word twice": 1.39,
}
# What the texts that were fitted on cannot tell: blanks left where lines were, and that few
# lines of an ordinary text lost their break.
_GIVEN = {"blank behind": 2.5, "opens its line": 1.0}
_WEIGHTS = _FITTED | _GIVEN


def weighed(signs: Iterable[tuple[str, float]]) -> float:
    """Return what the signs, each with how much of it there is, weigh together."""
    total = 0.0
    for name, amount in signs:  # a sum over a generator of a generator takes twice as long
        total += _WEIGHTS.get(name, 0.0) * amount
    return total
