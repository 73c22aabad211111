"""What each sign of a heading's end weighs: fitted by packaging/weigh_heading_ends.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# In natural logarithms: a sign of weight 1 makes a place e times as likely beside the others.
_FITTED = {
    "as long": -0.38,
    "as many clauses": 1.56,
    "asks": 3.93,
    "blank behind": 4.89,
    "clauses 1": 0.19,
    "clauses 2": -0.40,
    "clauses 3": -2.75,
    "clauses 4": -1.17,
    "clauses as long": 1.02,
    "closes clauses": 0.23,
    "closing character": 1.58,
    "closing word": 1.83,
    "closing word behind": -0.91,
    "end alike": 0.33,
    "even clauses": 1.55,
    "first clause 12": -1.98,
    "first clause 3": -0.70,
    "first clause 4": 0.94,
    "first clause 8": -0.52,
    "first clause 99": -1.55,
    "frame": 3.64,
    "last clause 14": 0.74,
    "last clause 2": -2.88,
    "last clause 20": 0.70,
    "last clause 3": -0.59,
    "last clause 5": -0.92,
    "last clause 9": 0.09,
    "last clause 99": -1.02,
    "length 14": 0.85,
    "length 20": 0.25,
    "length 28": -0.29,
    "length 3": -1.14,
    "length 36": -0.42,
    "length 4": -0.44,
    "length 6": -0.19,
    "length 9": 0.26,
    "length 99": -2.38,
    "line of its own": 0.22,
    "lone before": -0.06,
    "lone behind": -0.39,
    "longer or shorter": -0.22,
    "must be": 2.96,
    "no mark": -5.50,
    "number behind": 2.49,
    "one word early": -3.25,
    "open clause": -1.35,
    "open word": -0.57,
    "opening": 2.19,
    "opens sentences": 0.53,
    "own clauses 1": 1.27,
    "own clauses 2": 1.74,
    "own clauses 3": -2.02,
    "own clauses 4": -0.47,
    "own end": 1.16,
    "own end, sentence inside": -1.01,
    "own length 10": 2.82,
    "own length 14": 1.76,
    "own length 20": 0.68,
    "own length 28": -0.07,
    "own length 40": -0.73,
    "own length 6": 0.77,
    "own length 99": -2.52,
    "pause at once": -1.68,
    "question": -1.33,
    "question of the text": -0.10,
    "said of": 1.68,
    "said of the topic": 1.68,
    "same characters": 0.24,
    "same share": 2.94,
    "says nothing": -0.50,
    "sentence inside": -1.53,
    "tail behind": 0.71,
    "takes up and says": 0.37,
    "takes up edges": 4.33,
    "takes up four": 2.37,
    "takes up two": 0.88,
    "together": -1.29,
    "two closing words": 0.39,
    "verb before": -0.62,
    "verb behind": 0.61,
    "word across": -1.36,
    "word before": -0.05,
    "word twice": 0.65,
}
# What the texts that were fitted on cannot tell: blanks left where lines were, and that few
# lines of an ordinary text lost their break.
_GIVEN = {"blank behind": 2.5, "opens its line": 1.0, "even row": 2.0}
_WEIGHTS = _FITTED | _GIVEN


def weighed(signs: Iterable[tuple[str, float]]) -> float:
    """Return what the signs, each with how much of it there is, weigh together."""
    total = 0.0
    for name, amount in signs:  # a sum over a generator of a generator takes twice as long
        total += _WEIGHTS.get(name, 0.0) * amount
    return total
