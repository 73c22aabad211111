"""What each sign of a heading's end weighs: fitted by packaging/weigh_heading_ends.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# In natural logarithms: a sign of weight 1 makes a place e times as likely beside the others.
_FITTED = {
    "as long": -0.05,
    "as many clauses": 1.91,
    "asks": 2.50,
    "clauses 1": 0.20,
    "clauses 2": -0.32,
    "clauses 3": -2.77,
    "clauses 4": -0.76,
    "clauses as long": 0.88,
    "closes clauses": 0.24,
    "closing character": 1.70,
    "closing word": 1.60,
    "closing word behind": -0.72,
    "end alike": 0.15,
    "even clauses": 1.26,
    "first clause 12": -2.10,
    "first clause 3": 0.11,
    "first clause 4": 1.00,
    "first clause 8": -0.62,
    "first clause 99": -1.69,
    "frame": 3.03,
    "last clause 14": 0.91,
    "last clause 2": -2.80,
    "last clause 20": 0.93,
    "last clause 3": -0.85,
    "last clause 5": -0.73,
    "last clause 9": 0.25,
    "last clause 99": -1.07,
    "length 14": 1.18,
    "length 20": 0.59,
    "length 28": 0.29,
    "length 3": -2.85,
    "length 36": 0.11,
    "length 4": -0.53,
    "length 9": 0.85,
    "length 99": -2.31,
    "line of its own": 0.24,
    "lone before": -0.39,
    "lone behind": 0.21,
    "longer or shorter": -0.23,
    "no mark": -3.85,
    "number behind": 3.90,
    "one word early": -3.27,
    "open clause": -0.90,
    "open word": -0.58,
    "opening": 2.72,
    "opens sentences": 0.44,
    "own clauses 1": 1.32,
    "own clauses 2": 2.27,
    "own clauses 3": -2.47,
    "own clauses 4": -1.13,
    "own end": 1.20,
    "own end, sentence inside": -0.77,
    "own length 10": 2.90,
    "own length 14": 1.72,
    "own length 20": 0.44,
    "own length 28": -0.25,
    "own length 40": -0.94,
    "own length 6": 1.05,
    "own length 99": -2.65,
    "pause at once": -1.93,
    "question": -0.79,
    "question of the text": 0.07,
    "said of": 2.21,
    "said of the topic": 0.94,
    "same characters": 0.48,
    "says nothing": -0.51,
    "sentence inside": -2.18,
    "tail behind": 0.27,
    "takes up and says": 1.33,
    "takes up four": 2.32,
    "takes up two": 0.28,
    "together": -1.60,
    "told": 0.11,
    "two closing words": 0.63,
    "verb before": -0.64,
    "verb behind": 0.60,
    "word across": -1.15,
    "word before": -0.13,
    "word behind": 0.51,
    "word twice": 1.42,
}
# What the texts that were fitted on cannot tell: blanks left where lines were, and that few
# lines of an ordinary text lost their break.
_GIVEN = {"blank behind": 2.5, "opens its line": 1.0}
_WEIGHTS = _FITTED | _GIVEN


def weighed(signs: Iterable[tuple[str, float]]) -> float:
    """Return what the signs, each with how much of it there is, weigh together."""
    return sum(_WEIGHTS.get(name, 0.0) * amount for name, amount in signs)
