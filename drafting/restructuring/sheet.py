"""A text as lines that remember where they stood, and the edits that reorder them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from drafting.text.difference import changed_part
from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(slots=True)
class SheetLine:
    """One line as it will be; ``origin`` is its number in the old text, None for a new one."""

    origin: int | None
    text: str


def line_starts(text: str) -> list[int]:
    """Return where each line of ``text`` begins."""
    starts = [0]
    for line in text.split("\n")[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    return starts


def line_edits(text: str, lines: Sequence[SheetLine]) -> tuple[TextEdit, ...]:
    """Return the edits that make ``text`` into ``lines``; lines that stay in order are kept."""
    old = text.split("\n")
    starts = line_starts(text)
    kept = _longest_rising(lines)
    edits: list[TextEdit] = []
    for before, after in pairwise([-1, *kept, len(lines)]):
        first = 0 if before < 0 else _origin(lines[before]) + 1
        last = len(old) if after == len(lines) else _origin(lines[after])
        added = [line.text for line in lines[before + 1 : after]]
        edits += _gap(text, starts, (first, last), added)
        if after < len(lines):
            edits += _within(starts[last], old[last], lines[after].text)
    return tuple(edits)


def _gap(
    text: str, starts: Sequence[int], removed: tuple[int, int], added: Sequence[str]
) -> Iterator[TextEdit]:
    """Yield the edit that puts ``added`` in the place of the old lines ``removed``."""
    first, last = removed
    if first == last and not added:
        return
    if last < len(starts):
        yield TextEdit(Span(starts[first], starts[last]), "".join(f"{one}\n" for one in added))
    elif first:
        end_before = starts[first] - 1 if first < len(starts) else len(text)
        yield TextEdit(Span(end_before, len(text)), "".join(f"\n{one}" for one in added))
    else:
        yield TextEdit(Span(0, len(text)), "\n".join(added))


def _within(start: int, old: str, new: str) -> Iterator[TextEdit]:
    """Yield the smallest edit that makes the line ``old`` into ``new``."""
    if old == new:
        return
    removed, added = changed_part(old, new)
    yield TextEdit(removed.shifted(start), added.of(new))


def _longest_rising(lines: Sequence[SheetLine]) -> list[int]:
    """Return the indices of the longest run of lines (not gapless) that keep their order."""
    ends: list[int] = []
    last_of: list[int] = []
    before: dict[int, int] = {}
    for index, line in enumerate(lines):
        if line.origin is None:
            continue
        at = bisect_left(ends, line.origin)
        if at:
            before[index] = last_of[at - 1]
        ends[at : at + 1] = [line.origin]
        last_of[at : at + 1] = [index]
    found: list[int] = []
    index = last_of[-1] if last_of else -1
    while index >= 0:
        found.append(index)
        index = before.get(index, -1)
    return found[::-1]


def _origin(line: SheetLine) -> int:
    if line.origin is None:
        raise ValueError("a new line was not kept")
    return line.origin
