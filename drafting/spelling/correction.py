"""What the speller says: one place of a sentence, and what stands there more likely."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class EditKind(StrEnum):
    """How a wrong wording comes from the right one."""

    SUBSTITUTION = "substitution"
    OMISSION = "omission"
    INSERTION = "insertion"
    SWAP = "swap"


@dataclass(frozen=True, slots=True)
class Correction:
    """Characters ``start`` to ``end`` of a sentence (half-open) that should read ``replacement``.

    The span is never empty: an omission spans the characters beside the gap. ``phrase`` is the set
    phrase or idiom of four characters and more that the change restores, or empty, and
    ``phrase_start`` where it begins in the sentence; ``is_word`` says that it stands in the
    dictionary (an idiom, mostly); ``score`` is the probability between 0 and 1 that the writer
    meant it so.
    """

    start: int
    end: int
    replacement: str
    kind: EditKind
    phrase: str
    phrase_start: int
    is_word: bool
    score: float

    @property
    def phrase_end(self) -> int:
        """Return where the phrase, as it is written, ends in the sentence."""
        grown = len(self.replacement) - (self.end - self.start)
        return max(self.end, self.phrase_start + len(self.phrase) - grown)
