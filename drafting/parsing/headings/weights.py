"""What each sign of a heading's end weighs: fitted by packaging/weigh_heading_ends.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# In natural logarithms: a sign of weight 1 makes a place e times as likely beside the others.
_FITTED = {
    "as long": -0.36,
    "as many clauses": 1.69,
    "asks": 3.43,
    "blank behind": 6.05,
    "clauses 1": 0.80,
    "clauses 2": -0.31,
    "clauses 3": -3.79,
    "clauses 4": -2.76,
    "clauses as long": 2.14,
    "clauses begun alike": 1.42,
    "clauses ended alike": -0.92,
    "closes clauses": -0.04,
    "closes elsewhere": 0.90,
    "closing character": 1.10,
    "closing word": 1.13,
    "closing word behind": -0.23,
    "end alike": 0.68,
    "even clauses": 0.35,
    "first clause 12": -2.32,
    "first clause 3": 0.42,
    "first clause 4": -0.78,
    "first clause 8": -0.44,
    "first clause 99": -2.10,
    "frame": 1.81,
    "goes on alike": 0.53,
    "last clause 14": 0.54,
    "last clause 2": -3.37,
    "last clause 20": 0.04,
    "last clause 3": -1.76,
    "last clause 5": -0.70,
    "last clause 9": 0.14,
    "last clause 99": -0.62,
    "last clause must be": 0.43,
    "length 14": 0.41,
    "length 20": 0.13,
    "length 28": 0.02,
    "length 3": -0.61,
    "length 36": 0.07,
    "length 4": -0.86,
    "length 6": -0.28,
    "length 9": 0.08,
    "length 99": -2.48,
    "line of its own": 0.24,
    "lone before": -0.18,
    "lone behind": -0.31,
    "longer or shorter": -0.23,
    "modifier behind": 0.30,
    "must be": 2.85,
    "no mark": -6.35,
    "number behind": 3.76,
    "one word early": -2.81,
    "open clause": -1.32,
    "open word": 0.11,
    "opening": 1.25,
    "opens elsewhere": 0.63,
    "opens sentences": 0.21,
    "own clauses 1": 1.75,
    "own clauses 2": 1.14,
    "own clauses 3": -1.95,
    "own clauses 4": -2.54,
    "own end": 0.98,
    "own end, sentence inside": -0.46,
    "own length 10": 2.78,
    "own length 14": 1.24,
    "own length 20": 0.34,
    "own length 28": -0.21,
    "own length 40": -0.46,
    "own length 6": 0.76,
    "own length 99": -2.33,
    "pause at once": -1.76,
    "question": -1.20,
    "question of the text": 0.68,
    "said of": 2.57,
    "said of the topic": 0.76,
    "same share": 5.61,
    "says nothing": -0.56,
    "sentence inside": -1.71,
    "tail behind": -0.02,
    "takes up and says": 0.91,
    "takes up edges": 1.38,
    "takes up four": 2.25,
    "takes up two": 0.57,
    "together": -1.17,
    "two closing words": 0.42,
    "verb before": -0.21,
    "verb behind": -0.25,
    "word across": -0.88,
    "word before": -0.39,
    "word behind": 0.12,
    "word twice": 1.05,
}
# What the texts that were fitted on cannot tell: blanks left where lines were, that few lines of
# an ordinary text lost their break, and how rows look that are cut too early altogether; and what
# tells a sentence from a heading, weighed on openings of pages (page_openings_third.txt).
_GIVEN = {
    "blank behind": 2.5,
    "doubled": 3.0,
    "paired": 2.5,
    "past its end": -2.0,
    "own end, tells": -2.0,
    "own line, tells": -0.5,
    "taken up and said": 1.3,
    "word twice and said": 5.0,
    "torn": -0.3,
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
