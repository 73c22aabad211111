"""Where each character of a changed text stood before the change."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafting.text.edits import TextEdit


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Maps positions of a new text to positions of the old one.

    ``new_starts[i]`` and ``old_starts[i]`` begin the i-th piece; inside a kept piece positions
    run in step, inside a replaced piece they stay within ``old_lengths[i]``. The last piece is
    empty and marks both ends.
    """

    new_starts: tuple[int, ...]
    old_starts: tuple[int, ...]
    old_lengths: tuple[int, ...]

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """Return the map of an unchanged text of ``length`` code points."""
        return cls((0, length), (0, length), (length, 0))

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
        if old < old_length:
            add(new, old, old_length - old)
            new += old_length - old
        add(new, old_length, 0)
        return cls(tuple(new_starts), tuple(old_starts), tuple(old_lengths))

    def to_old(self, position: int) -> int:
        """Return the place in the old text that ``position`` of the new text comes from."""
        index = max(bisect_right(self.new_starts, position) - 1, 0)
        step = position - self.new_starts[index]
        return self.old_starts[index] + min(step, self.old_lengths[index])

    def span_to_old(self, span: Span) -> Span:
        """Return what ``span`` of the new text comes from; it ends where its last character did.

        Unlike the place of its end alone, this holds nothing that was cut out behind it.
        """
        start = self.to_old(span.start)
        index = max(bisect_left(self.new_starts, span.end) - 1, 0)
        step = span.end - self.new_starts[index]
        is_whole = self.new_starts[index + 1 : index + 2] == (span.end,)
        length = self.old_lengths[index]
        end = self.old_starts[index] + (length if is_whole else min(step, length))
        return Span(start, max(start, end))

    def iter_pieces(self) -> Iterator[tuple[Span, Span]]:
        """Yield the pieces in order: where each stands in the new text, and where in the old."""
        ends = (*self.new_starts[1:], self.new_starts[-1])
        for new, end, old, length in zip(
            self.new_starts, ends, self.old_starts, self.old_lengths, strict=True
        ):
            yield Span(new, end), Span(old, old + length)

    def after(self, earlier: OffsetMap) -> OffsetMap:
        """Return the map through both changes, ``earlier`` having been made first.

        A kept piece is split where ``earlier`` splits; a replaced one stays whole.
        """
        new_starts: list[int] = []
        old_starts: list[int] = []
        old_lengths: list[int] = []
        for index, new_start in enumerate(self.new_starts):
            middle, length = self.old_starts[index], self.old_lengths[index]
            following = new_start + length
            if index + 1 < len(self.new_starts):
                following = self.new_starts[index + 1]
            begins = [middle]
            if following - new_start == length:
                first = bisect_right(earlier.new_starts, middle)
                last = bisect_left(earlier.new_starts, middle + length)
                begins += earlier.new_starts[first:last]
            ends = [*begins[1:], middle + length]
            for begin, end in zip(begins, ends, strict=True):
                old_begin = earlier.to_old(begin)
                new_starts.append(new_start + begin - middle)
                old_starts.append(old_begin)
                old_lengths.append(max(earlier.to_old(end) - old_begin, 0))
        return OffsetMap(tuple(new_starts), tuple(old_starts), tuple(old_lengths))
