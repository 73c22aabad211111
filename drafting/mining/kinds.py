"""What a phrase does in a speech, learnt from labelled phrases and from where it stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
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
_ELSEWHERE = 0.1
# Whether a phrase is a heading is told by its place alone, never by its words.
_BY_PLACE_ONLY = "heading"
_SMOOTHING = 0.3


@dataclass(frozen=True)
class FunctionModel:
    """Character pairs per function, as a naive Bayes classifier with the place as its prior."""

    counts: Mapping[str, Counter[str]]
    totals: Mapping[str, int]
    known: frozenset[str]

    @property
    def size(self) -> int:
        """Return how many different pairs were learnt, at least 1."""
        return len(self.known) or 1

    def function_of(self, text: str, places: Mapping[Section, int]) -> str:
        """Return the function of a phrase that stands so often in these sections.

        An unknown wording goes by its place alone.
        """
        uses = sum(places.values()) or 1
        if places.get(Section.HEADING, 0) * 2 > uses:
            return _BY_PLACE_ONLY
        prior = {
            name: sum(
                share * _AT_HOME[section].get(name, _ELSEWHERE) for section, share in places.items()
            )
            / uses
            for name in self.counts
        }
        return max(self.counts, key=lambda name: log(prior[name] or 1e-9) + self._fit(text, name))

    def _fit(self, text: str, name: str) -> float:
        counts = self.counts[name]
        whole = self.totals[name] + _SMOOTHING * self.size
        known = [pair for pair in _pairs(text) if pair in self.known]
        return sum(log((counts[pair] + _SMOOTHING) / whole * self.size) for pair in known)


def learn_functions(labelled: Iterable[tuple[str, str]]) -> FunctionModel:
    """Return a model of ``labelled`` phrases, each with its function."""
    counts: dict[str, Counter[str]] = {}
    for text, function in labelled:
        if function != _BY_PLACE_ONLY:
            counts.setdefault(function, Counter()).update(_pairs(text))
    totals = {name: sum(pairs.values()) for name, pairs in counts.items()}
    known = frozenset(pair for pairs in counts.values() for pair in pairs)
    return FunctionModel(counts, totals, known)


def _pairs(text: str) -> list[str]:
    return [a + b for a, b in pairwise(text) if a.isalpha() and b.isalpha()]
