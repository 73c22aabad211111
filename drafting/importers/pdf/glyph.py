"""A character at its place on a PDF page."""

from __future__ import annotations

from dataclasses import dataclass

_CLOSE = 0.7  # of the size: a blank between words
_MIDDLE = 0.35  # of the size: from the baseline to the middle of a character


@dataclass(frozen=True, slots=True)
class Glyph:
    """Characters at a place: left and right edge, baseline and size in points; y grows upward."""

    text: str
    left: float
    right: float
    baseline: float
    size: float

    @property
    def middle(self) -> tuple[float, float]:
        """Return the place of its middle."""
        return (self.left + self.right) / 2, self.baseline + _MIDDLE * self.size

    def follows(self, other: Glyph) -> bool:
        """Return whether it goes on where another ends."""
        gap = abs(self.left - other.right) + abs(self.baseline - other.baseline)
        return gap < _CLOSE * self.size
