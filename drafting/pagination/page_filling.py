"""Fill pages with lines, headings kept with what follows."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.pagination.setting import SetLine


@dataclass(frozen=True, slots=True)
class Slot:
    """A line that waits for its page: ``skip`` lines stay empty above it.

    ``joined`` lines must stand on the same page as the next one (a heading and what follows);
    one that ``turns`` begins a page.
    """

    line: SetLine
    skip: int
    joined: bool
    turns: bool = False


@dataclass(slots=True)
class FilledPage:
    """Lines with their places from 0 at the top."""

    lines: list[tuple[int, SetLine]] = field(default_factory=list)
    is_turned: bool = False


def fill_pages(paragraphs: Sequence[Sequence[Slot]], capacity: int) -> list[FilledPage]:
    """Return the pages of ``capacity`` lines each; without any line there is one empty page."""
    slots = list(chain.from_iterable(paragraphs))
    pages = [FilledPage()]
    used = index = 0
    while index < len(slots):
        end = index + 1
        while end < len(slots) and slots[end - 1].joined and end - index < capacity:
            end += 1
        group = slots[index:end]
        is_turned = group[0].turns and used > 0
        if is_turned or (used and used + sum(1 + slot.skip for slot in group) > capacity):
            pages.append(FilledPage(is_turned=is_turned))
            used = 0
        for slot in group:
            # At the top of a page the distance from the title is not needed.
            used += slot.skip if used else 0
            pages[-1].lines.append((used, slot.line))
            used += 1
        index = end
    return pages
