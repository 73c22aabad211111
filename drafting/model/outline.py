"""Headings as a tree, and the series in which they are numbered."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.model.headings import Heading


@dataclass(frozen=True, slots=True)
class Section:
    """One part: its heading, all text up to the next heading of its level, and its sub-parts.

    ``span`` begins at the heading's marker and ends before the next part or the closing.
    """

    heading: Heading
    span: Span
    children: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """The parts of a speech from level 1 down.

    ``breaks`` tell at which of the ``sections`` another speech begins, where there are several.
    """

    sections: tuple[Section, ...] = ()
    breaks: tuple[int, ...] = ()

    def iter_sections(self) -> Iterator[Section]:
        """Yield every part in the order of the text."""
        stack = list(reversed(self.sections))
        while stack:
            section = stack.pop()
            yield section
            stack.extend(reversed(section.children))

    def sibling_groups(self) -> Iterator[tuple[Section, ...]]:
        """Yield the parts that share a parent, group by group, in the order of the text.

        On top those of one speech share one.
        """
        for first, last in pairwise((0, *self.breaks, len(self.sections))):
            if first < last:
                yield self.sections[first:last]
        for section in self.iter_sections():
            if section.children:
                yield section.children


def build_outline(headings: Sequence[Heading], end: int) -> Outline:
    """Return the tree of ``headings`` (in the order of the text); the last parts end at ``end``."""

    def collect(first: int, last: int, limit: int) -> tuple[Section, ...]:
        sections: list[Section] = []
        index = first
        while index < last:
            heading = headings[index]
            following = index + 1
            while following < last and headings[following].level > heading.level:
                following += 1
            stop = headings[following].span.start if following < last else limit
            span = Span(heading.span.start, max(stop, heading.span.end))
            sections.append(Section(heading, span, collect(index + 1, following, stop)))
            index = following
        return tuple(sections)

    return Outline(collect(0, len(headings), end))
