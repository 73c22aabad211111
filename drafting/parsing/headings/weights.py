"""What each sign of a heading's end weighs: fitted by packaging/weigh_heading_ends.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# In natural logarithms: a sign of weight 1 makes a place e times as likely beside the others.
_FITTED = {
    "as long": -0.31,
    "as many clauses": 1.53,
    "asks": 3.23,
    "blank behind": 6.33,
    "clauses 1": 1.36,
    "clauses 2": 0.01,
    "clauses 3": -3.37,
    "clauses 4": -2.48,
    "clauses as long": 2.31,
    "clauses begun alike": 0.77,
    "clauses ended alike": -1.03,
    "closes clauses": -0.17,
    "closes elsewhere": 0.88,
    "closing character": 1.27,
    "closing word": 1.20,
    "closing word behind": -0.15,
    "end alike": 1.22,
    "even clauses": -0.99,
    "first clause 12": -1.55,
    "first clause 3": -0.12,
    "first clause 4": -0.85,
    "first clause 8": -0.26,
    "first clause 99": -2.52,
    "frame": 1.65,
    "goes on alike": -0.46,
    "last clause 14": 0.32,
    "last clause 2": -3.26,
    "last clause 20": 0.01,
    "last clause 3": -1.92,
    "last clause 5": -0.27,
    "last clause 9": 0.06,
    "last clause 99": -0.06,
    "last clause must be": 0.57,
    "length 14": 0.45,
    "length 20": 0.19,
    "length 28": 0.02,
    "length 3": -0.32,
    "length 36": -0.18,
    "length 4": -0.61,
    "length 6": 0.07,
    "length 9": 0.26,
    "length 99": -2.25,
    "line of its own": -0.56,
    "lone before": -0.19,
    "lone behind": -0.38,
    "longer or shorter": -0.33,
    "modifier behind": 0.46,
    "must be": 2.68,
    "no mark": -6.43,
    "number behind": 4.25,
    "one word early": -2.19,
    "open clause": -1.43,
    "open word": -0.19,
    "opening": 1.32,
    "opens elsewhere": 0.54,
    "opens sentences": 0.20,
    "own clauses 1": 2.63,
    "own clauses 2": 0.69,
    "own clauses 3": -1.97,
    "own clauses 4": -2.34,
    "own end": 1.21,
    "own end, sentence inside": -0.20,
    "own length 10": 2.50,
    "own length 14": 0.64,
    "own length 20": 0.38,
    "own length 28": -0.12,
    "own length 40": -0.20,
    "own length 6": 0.46,
    "own length 99": -2.18,
    "pause at once": -1.63,
    "question": -1.30,
    "question of the text": 0.90,
    "said of": 2.36,
    "said of the topic": 0.49,
    "same share": 4.10,
    "says nothing": -0.86,
    "sentence inside": -1.96,
    "tail behind": 0.06,
    "takes up and says": 0.58,
    "takes up edges": 0.94,
    "takes up four": 2.12,
    "takes up two": 0.84,
    "together": -1.14,
    "two closing words": 0.21,
    "verb before": 0.27,
    "verb behind": -1.06,
    "word across": -0.72,
    "word before": -0.36,
    "word behind": 0.44,
    "word twice": 0.81,
}
# What the texts that were fitted on cannot tell: blanks left where lines were, that few lines of
# an ordinary text lost their break, and how rows look that are cut too early altogether.
_GIVEN = {
    "blank behind": 2.5,
    "opens its line": 1.0,
    "even row": 2.0,
    "even row, long": 0.5,
    "goes on alike": -2.5,
}
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
