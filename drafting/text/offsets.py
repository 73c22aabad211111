"""Where each character of a changed text stood before the change."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafting.text.edits import TextEdit


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Maps positions of a new text to positions of the old one.

    ``new_starts[i]`` and ``old_starts[i]`` begin the i-th piece; inside a kept piece positions
    run in step, inside a replaced piece they stay within ``old_lengths[i]``.
    """

    new_starts: tuple[int, ...]
    old_starts: tuple[int, ...]
    old_lengths: tuple[int, ...]

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """Return the map of an unchanged text of ``length`` code points."""
        return cls((0,), (0,), (length,))

    @classmethod
    def from_edits(cls, old_length: int, edits: Iterable[TextEdit]) -> OffsetMap:
        """Return the map that ``apply_edits`` with the same edits brings about."""
        new_starts: list[int] = []
        old_starts: list[int] = []
        old_lengths: list[int] = []
        old = new = 0

        def add(new_start: int, old_start: int, old_length: int) -> None:
            new_starts.append(new_start)
            old_starts.append(old_start)
            old_lengths.append(old_length)

        for edit in sorted(edits, key=lambda one: (one.span.start, one.span.end)):
            if edit.span.start > old:
                add(new, old, edit.span.start - old)
                new += edit.span.start - old
            if edit.replacement:
                add(new, edit.span.start, len(edit.span))
                new += len(edit.replacement)
            old = edit.span.end
        if old < old_length or not new_starts:
            add(new, old, old_length - old)
        return cls(tuple(new_starts), tuple(old_starts), tuple(old_lengths))

    def to_old(self, position: int) -> int:
        """Return the place in the old text that ``position`` of the new text comes from."""
        index = max(bisect_right(self.new_starts, position) - 1, 0)
        step = position - self.new_starts[index]
        return self.old_starts[index] + min(step, self.old_lengths[index])

    def after(self, earlier: OffsetMap) -> OffsetMap:
        """Return the map through both changes, ``earlier`` having been made first.

        Pieces are split where ``earlier`` splits, so that nothing is lost by joining.
        """
        new_starts: list[int] = []
        old_starts: list[int] = []
        old_lengths: list[int] = []
        for index, new_start in enumerate(self.new_starts):
            middle, length = self.old_starts[index], self.old_lengths[index]
            first = max(bisect_right(earlier.new_starts, middle) - 1, 0)
            last = max(bisect_right(earlier.new_starts, middle + length) - 1, first)
            for piece in range(first, last + 1):
                begin = max(middle, earlier.new_starts[piece])
                if begin >= middle + length and piece > first:
                    break
                old_begin = earlier.to_old(begin)
                old_end = earlier.old_starts[piece] + earlier.old_lengths[piece]
                new_starts.append(new_start + begin - middle)
                old_starts.append(old_begin)
                old_lengths.append(max(old_end - old_begin, 0))
        return OffsetMap(tuple(new_starts), tuple(old_starts), tuple(old_lengths))
