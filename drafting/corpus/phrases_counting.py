"""Exact counts of known wordings in speeches, and where in the speeches they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from drafting.corpus.phrases_finding import spoken_from
from drafting.mining.kinds import Section
from drafting.text.characters import without_lone_surrogates

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from drafting.model.speech import SpeechRecord

SECTIONS = tuple(Section)
SLOT = re.compile(r"\{[^{}]+\}")
_FILLING = "[^，。；：！？\n]{1,14}?"


@dataclass(frozen=True, slots=True)
class Hits:
    """All uses in one speech: number of the wording, position, and index of the section."""

    numbers: NDArray[np.int64]
    positions: NDArray[np.int64]
    sections: NDArray[np.int64]


class WordingCounter:
    """Finds many wordings in a text in one pass; those with slots by a pattern each."""

    def __init__(self, wordings: Sequence[str]) -> None:
        from ahocorasick_rs import AhoCorasick

        self._plain = [number for number, one in enumerate(wordings) if "{" not in one]
        self._automaton = AhoCorasick([wordings[number] for number in self._plain])
        self._frames = [
            (number, SLOT.split(one), frame_pattern(one))
            for number, one in enumerate(wordings)
            if "{" in one
        ]

    def find(self, record: SpeechRecord) -> Hits:
        """Return all uses in a speech."""
        import numpy as np

        text = without_lone_surrogates(record.text)
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        flat = np.fromiter(chain.from_iterable(found), dtype=np.int64, count=3 * len(found))
        plain = np.array(self._plain, dtype=np.int64)
        numbers = plain[flat[::3]] if len(found) else np.zeros(0, dtype=np.int64)
        more = [
            (number, match.start())
            for number, parts, pattern in self._frames
            if all(part in text for part in parts)
            for match in pattern.finditer(text)
        ]
        extra = np.array(more, dtype=np.int64).reshape(-1, 2)
        numbers = np.concatenate((numbers, extra[:, 0]))
        positions = np.concatenate((flat[1::3], extra[:, 1]))
        is_spoken = positions >= spoken_from(record)
        numbers, positions = numbers[is_spoken], positions[is_spoken]
        return Hits(numbers, positions, _sections(record, positions))


@lru_cache(maxsize=4_000)
def frame_pattern(frame: str) -> re.Pattern[str]:
    """Return what finds a frame with its slots filled, within clauses."""
    return re.compile(_FILLING.join(re.escape(part) for part in SLOT.split(frame)))


def count_frames(frames: dict[int, str], text: str) -> dict[int, int]:
    """Return how often ``text`` uses each frame, by its id."""
    found = {
        number: sum(1 for _ in frame_pattern(frame).finditer(text))
        for number, frame in frames.items()
        if all(part in text for part in SLOT.split(frame))
    }
    return {number: count for number, count in found.items() if count}


def _sections(record: SpeechRecord, positions: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the index in ``SECTIONS`` of every position: headings first, then the parts."""
    import numpy as np

    size, parts = len(record.text), record.parts
    opening = parts.opening.end if parts.opening else min(size // 8, 400)
    closing = parts.closing.start if parts.closing else size
    third = max(closing - opening, 0) / 3
    edges = [opening, opening + third, opening + 2 * third, closing]
    order = (Section.OPENING, Section.EARLY, Section.MIDDLE, Section.LATE, Section.CLOSING)
    codes = np.array([SECTIONS.index(one) for one in order])
    found = codes[np.searchsorted(edges, positions, side="right")]
    bounds = sorted((one.span.start, one.span.end) for one in parts.headings)
    if bounds:
        starts = np.array([start for start, _ in bounds])
        ends = np.array([end for _, end in bounds])
        which = np.searchsorted(starts, positions, side="right") - 1
        is_inside = (which >= 0) & (positions < ends[np.maximum(which, 0)])
        found[is_inside] = SECTIONS.index(Section.HEADING)
    return found
