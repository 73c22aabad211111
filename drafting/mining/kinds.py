"""What a phrase does in a speech, learnt from labelled phrases and from where it stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Section(StrEnum):
    """Where in a speech a phrase stands; the body in thirds."""

    OPENING = "opening"
    HEADING = "heading"
    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    CLOSING = "closing"


# Which functions are at home in a section (the order of the genre); others are rare there.
_AT_HOME: dict[Section, dict[str, float]] = {
    Section.OPENING: {
        "convene": 5,
        "purpose": 5,
        "recap": 5,
        "endorse": 4,
        "announce": 4,
        "greet": 2,
        "requirement": 2,
    },
    Section.HEADING: {"heading": 40},
    Section.EARLY: {
        "affirmation": 6,
        "situation": 6,
        "problem": 5,
        "problem-next": 2,
        "requirement": 5,
        "urge": 2,
    },
    Section.MIDDLE: {"requirement": 12, "series": 3, "task-next": 2, "duty": 2, "problem": 2},
    Section.LATE: {"requirement": 7, "duty": 7, "urge": 3, "criticism": 2, "series": 2},
    Section.CLOSING: {"closing": 10, "call": 10, "requirement": 2},
}
_ELSEWHERE = 0.02
# Whether a phrase is a heading is told by its place alone, never by its words.
_BY_PLACE_ONLY = "heading"
_SMOOTHING = 60


@dataclass(frozen=True)
class FunctionModel:
    """Character pairs per function, as a naive Bayes classifier with the place as its prior.

    ``evidence`` holds for every pair, function by function in the order of ``functions``, the
    logarithm of how much more often it stands there than anywhere.
    """

    functions: tuple[str, ...]
    evidence: Mapping[str, tuple[float, ...]]

    def function_of(self, text: str, places: Mapping[Section, int]) -> str:
        """Return the function of a phrase that stands so often in these sections.

        An unknown wording goes by its place alone.
        """
        uses = sum(places.values()) or 1
        if places.get(Section.HEADING, 0) * 2 > uses:
            return _BY_PLACE_ONLY
        rows = [self.evidence[pair] for pair in _pairs(text) if pair in self.evidence]
        scores = self._priors(places)
        for row in rows:
            scores = [score + one for score, one in zip(scores, row, strict=True)]
        return self.functions[max(range(len(scores)), key=scores.__getitem__)]

    def _priors(self, places: Mapping[Section, int]) -> list[float]:
        """Return for each function how usual it is in these sections, as a logarithm."""
        at_home = _at_home(self.functions)
        weights = [0.0] * len(self.functions)
        for section, uses in places.items():
            weights = [
                weight + uses * one for weight, one in zip(weights, at_home[section], strict=True)
            ]
        return [log(weight or _ELSEWHERE) for weight in weights]


@cache
def _at_home(functions: tuple[str, ...]) -> dict[Section, tuple[float, ...]]:
    """Return for each section how much at home every function is there."""
    return {
        section: tuple(_AT_HOME[section].get(name, _ELSEWHERE) for name in functions)
        for section in Section
    }


def learn_functions(labelled: Iterable[tuple[str, str]]) -> FunctionModel:
    """Return a model of ``labelled`` phrases, each with its function."""
    counts: dict[str, Counter[str]] = {}
    for text, function in labelled:
        if function != _BY_PLACE_ONLY:
            counts.setdefault(function, Counter()).update(_pairs(text))
    everywhere = sum(counts.values(), Counter[str]())
    total = everywhere.total() or 1
    evidence = {
        pair: tuple(_evidence(own[pair], own.total(), seen / total) for own in counts.values())
        for pair, seen in everywhere.items()
    }
    return FunctionModel(tuple(counts), evidence)


def _evidence(seen: int, size: int, share: float) -> float:
    """Return the log odds; the usual share stands in for what a small function has not shown."""
    return log((seen + _SMOOTHING * share) / (size + _SMOOTHING) / share)


def _pairs(text: str) -> list[str]:
    return [a + b for a, b in pairwise(text) if a.isalpha() and b.isalpha()]
