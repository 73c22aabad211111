"""The parts of a draft as a tree of whole lines that can be put in another order."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafting.model.draft import BlockKind
from drafting.restructuring.sheet import SheetLine, line_starts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.model.draft import Draft
    from drafting.model.headings import Heading, MarkerKind
    from drafting.model.outline import Section

_TAIL = frozenset({BlockKind.SIGNATURE, BlockKind.DATE, BlockKind.NOTE, BlockKind.EMPTY})


@dataclass(slots=True, eq=False)
class Part:
    """One part: its own lines (heading first, up to its first sub-part) and its sub-parts.

    ``row`` names the run of numbers that its marker belongs to; ``is_split`` says that some of its
    direct sub-parts begin inside a paragraph, so that these cannot be moved line by line.
    """

    heading: Heading | None
    lines: list[SheetLine] = field(default_factory=list)
    children: list[Part] = field(default_factory=list)
    parent: Part | None = None
    kind: MarkerKind | None = None
    marker: str = ""
    marker_at: int = 0
    row: tuple[MarkerKind | None, int] = (None, 0)
    is_split: bool = False

    @property
    def group(self) -> list[Part]:
        """Return the part among its siblings."""
        return [self] if self.parent is None else self.parent.children

    @property
    def number(self) -> int | None:
        """Return the number that it had before the change."""
        return None if self.heading is None else self.heading.number

    def set_marker(self, marker: str) -> None:
        """Write ``marker`` in the place of the present one."""
        first = self.lines[0]
        end = self.marker_at + len(self.marker)
        first.text = first.text[: self.marker_at] + marker + first.text[end:]
        self.marker = marker

    def iter_parts(self) -> Iterator[Part]:
        """Yield this part and all below it in the order of the text."""
        yield self
        for child in self.children:
            yield from child.iter_parts()


@dataclass(slots=True)
class PartTree:
    """``root`` has no heading; ``tail`` are the lines behind the last part."""

    root: Part
    tail: list[SheetLine]

    def lines(self) -> list[SheetLine]:
        """Return all lines in their present order."""
        return [line for part in self.root.iter_parts() for line in part.lines] + self.tail

    def part_at(self, position_line: int) -> Part | None:
        """Return the innermost part that covers the old line of that number, or None."""
        for part in self.root.iter_parts():
            if any(line.origin == position_line for line in part.lines):
                return part if part.heading is not None else None
        return None


def part_tree(draft: Draft) -> PartTree:
    """Return the parts of ``draft``; headings inside a paragraph stay within the part around."""
    text = draft.text
    starts = line_starts(text)
    root = Part(None)
    sections = draft.outline.sections if draft.outline is not None else ()
    _add_children(root, sections, text, starts)
    solid = [part for part in root.iter_parts() if part.heading is not None]
    old = [SheetLine(number, line) for number, line in enumerate(text.split("\n"))]
    firsts = [line_of(starts, part.heading.span.start) for part in solid if part.heading]
    end = _tail_line(draft, starts, firsts[-1] if firsts else -1)
    limits = [*firsts, end]
    root.lines = old[: limits[0]]
    for part, first, last in zip(solid, firsts, limits[1:], strict=True):
        part.lines = old[first:last]
    return PartTree(root, old[end:])


def line_of(starts: Sequence[int], position: int) -> int:
    """Return the number of the line in which ``position`` lies."""
    return bisect_right(starts, position) - 1


def _add_children(
    parent: Part, sections: Sequence[Section], text: str, starts: Sequence[int]
) -> None:
    row: dict[MarkerKind, int] = {}
    last_number: dict[MarkerKind, int] = {}
    for section in sections:
        heading = section.heading
        start = starts[line_of(starts, heading.span.start)]
        if text[start : heading.span.start].strip():
            parent.is_split = True
            continue
        number = heading.number or 0
        if number == 1 and last_number.get(heading.kind, 0) > 1:
            row[heading.kind] = row.get(heading.kind, 0) + 1  # a second list begins
        last_number[heading.kind] = number
        part = Part(heading, parent=parent, kind=heading.kind, marker=heading.marker)
        marker_span = heading.marker_span
        blanks = len(marker_span.of(text)) - len(marker_span.of(text).lstrip())
        part.marker_at = marker_span.start + blanks - start
        part.row = (heading.kind, row.get(heading.kind, 0))
        parent.children.append(part)
        _add_children(part, section.children, text, starts)


def _tail_line(draft: Draft, starts: Sequence[int], last_heading: int) -> int:
    """Return the number of the first line behind all parts: closing, signature, blank lines."""
    if draft.closing is not None:
        closing = line_of(starts, draft.closing.start)
        if closing > last_heading:
            return closing
    end = len(starts)
    for block in reversed(draft.blocks):
        line = line_of(starts, block.span.start)
        if block.kind not in _TAIL or line <= last_heading:
            break
        end = line
    return max(end, last_heading + 1)
