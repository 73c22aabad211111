"""Where a span of a checked text stands in the Word file that it was read from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from drafting.exporters.annotation.runs import RunKey
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.imported import SourceRun
    from drafting.text.offsets import OffsetMap


class Place(NamedTuple):
    """A place in a run, counted in its characters."""

    key: RunKey
    offset: int


class Anchor(NamedTuple):
    """What a comment is tied to; ``is_exact`` where that is just what it is about."""

    start: Place
    end: Place
    is_exact: bool


class Segment(NamedTuple):
    """Some characters of one run."""

    key: RunKey
    start: int
    end: int


@dataclass(frozen=True)
class SourceText:
    """A checked text, the text that was read from the file, and where that stands in it.

    ``origin`` leads from the checked text back to the imported one, None where they are the same;
    ``part`` is the file's main part, the only one that carries comments.
    """

    text: str
    imported: str
    runs: Sequence[SourceRun]
    origin: OffsetMap | None = None
    part: str = "word/document.xml"

    @cached_property
    def _main(self) -> tuple[SourceRun, ...]:
        return tuple(run for run in self.runs if run.part.lower() == self.part.lower())

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(run.start for run in self._main)

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return tuple(run.end for run in self._main)

    def old_span(self, span: Span) -> Span:
        """Return the place in the imported text of a span of the checked one."""
        return span if self.origin is None else self.origin.span_to_old(span)

    def anchor(self, span: Span) -> Anchor | None:
        """Return what to tie a remark on ``span`` to, None where the file has no text.

        What has no place of its own (automatic numbers, notes) is tied to the nearest characters.
        """
        if not self._main:
            return None
        place = self.old_span(self._widened(span))
        first = bisect_right(self._ends, place.start)
        last = bisect_left(self._starts, place.end) - 1
        if first > last:
            return self._nearest(place)
        start = max(place.start, self._starts[first])
        end = min(place.end, self._ends[last])
        outside = self.imported[place.start : start] + self.imported[end : place.end]
        return Anchor(
            self._place(first, start), self._place(last, end), is_exact=not outside.strip()
        )

    def first_anchor(self) -> Anchor | None:
        """Return the first run of text, for what is said of the whole."""
        if not self._main:
            return None
        end = self._ends[0]
        return Anchor(self._place(0, self._starts[0]), self._place(0, end), is_exact=True)

    def segments(self, span: Span) -> tuple[Segment, ...] | None:
        """Return the characters of ``span`` in the file, None where they are not just the same."""
        place = self.old_span(span)
        wording = place.of(self.imported)
        if not len(span) or wording != span.of(self.text) or "\n" in wording:
            return None
        first = bisect_right(self._ends, place.start)
        last = bisect_left(self._starts, place.end) - 1
        segments = []
        for run in self._main[first : last + 1]:
            start, end = max(place.start, run.start), min(place.end, run.end)
            shift = run.offset - run.start
            segments.append(Segment(RunKey(run.paragraph, run.run), start + shift, end + shift))
        is_whole = sum(one.end - one.start for one in segments) == len(wording)
        one_paragraph = len({one.key.paragraph for one in segments}) == 1
        return tuple(segments) if is_whole and one_paragraph else None

    def wording(self, segment: Segment) -> str:
        """Return the imported characters that stand in a segment, empty for other runs."""
        for run in self._main:
            inside = run.offset <= segment.start < run.offset + run.end - run.start
            if (run.paragraph, run.run) == segment.key and inside:
                start = run.start + segment.start - run.offset
                return self.imported[start : start + segment.end - segment.start]
        return ""

    def _widened(self, span: Span) -> Span:
        """Return a span with something in it: an empty one gets a character beside it."""
        if len(span):
            return span
        if span.start and self.text[span.start - 1] != "\n":
            return Span(span.start - 1, span.start)
        return Span(span.start, min(span.start + 1, len(self.text)))

    def _place(self, index: int, position: int) -> Place:
        run = self._main[index]
        return Place(RunKey(run.paragraph, run.run), run.offset + position - run.start)

    def _nearest(self, place: Span) -> Anchor:
        """Return the next character of the line, or else the last one before it."""
        index = bisect_left(self._starts, place.start)
        line_end = self.imported.find("\n", place.start)
        follows = index < len(self._main) and (line_end < 0 or self._starts[index] <= line_end)
        if follows or not index:
            at = self._starts[index]
        else:
            index -= 1
            at = self._ends[index] - 1
        return Anchor(self._place(index, at), self._place(index, at + 1), is_exact=False)
