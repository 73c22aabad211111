"""What keeps text on a PDF page from being seen: clips, transparency, what is painted over it.

A box is in points, y grows upward. Where it is not sure that something is hidden, it is not.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from drafting.importers.pdf.glyph import Glyph

_FAINT = 0.02
# So large is a box that covers a character, and so many are looked at on a page.
_SMALL, _MOST = 6.0, 300
_ROW = 32.0
_CLOSE = 0.1


class Box(NamedTuple):
    """A rectangle that stands upright."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        """Return whether a place lies in it."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top

    def within(self, other: Box | None) -> Box:
        """Return what of it lies in another, all of it for None; perhaps a box without extent."""
        if other is None:
            return self
        return Box(
            max(self.left, other.left),
            max(self.bottom, other.bottom),
            min(self.right, other.right),
            min(self.top, other.top),
        )


def box_around(points: Collection[tuple[float, float]]) -> Box | None:
    """Return the smallest box around points, None where there are none."""
    if not points:
        return None
    across, up = [x for x, _ in points], [y for _, y in points]
    return Box(min(across), min(up), max(across), max(up))


def rectangle_of(points: Sequence[tuple[float, float]]) -> Box | None:
    """Return the box that a path is, None for any other form."""
    corners = points[:-1] if len(points) == 5 and points[0] == points[-1] else points
    box = box_around(corners)
    if box is None or len(corners) != 4:
        return None
    wanted = {(box.left, box.bottom), (box.left, box.top), (box.right, box.bottom)}
    wanted.add((box.right, box.top))
    is_box = all(any(_is_near(one, other) for other in wanted) for one in corners)
    turns = (corners[0][0] - corners[2][0]) * (corners[0][1] - corners[2][1])
    return box if is_box and turns else None


def _is_near(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(one[0] - other[0]) < _CLOSE and abs(one[1] - other[1]) < _CLOSE


@dataclass(frozen=True, slots=True)
class Look:
    """How what is drawn next will look.

    ``clip`` is the box beyond which nothing is seen, ``is_exact`` that all of it is seen;
    ``is_mixed`` that paint mixes with what it lies on.
    """

    alpha: float = 1.0
    is_mixed: bool = False
    clip: Box | None = None
    is_exact: bool = True

    @property
    def is_opaque(self) -> bool:
        """Return whether a paint covers what it lies on, in its own form."""
        return self.alpha >= 1 and not self.is_mixed and self.is_exact

    def hides(self, glyph: Glyph, shown: Sequence[Glyph]) -> bool:
        """Return whether a character is not seen; the end of a line that runs out of a box is."""
        if self.alpha < _FAINT:
            return True
        if self.clip is None or self.clip.holds(*glyph.middle):
            return False
        return not (shown and glyph.follows(shown[-1]))

    def clipped(self, points: Sequence[tuple[float, float]]) -> Look:
        """Return the look with a path's inside as a further bound; a path of nothing is none."""
        around = box_around(points)
        if around is None:
            return self
        is_exact = self.is_exact and rectangle_of(points) is not None
        return replace(self, clip=around.within(self.clip), is_exact=is_exact)


class Covers:
    """Boxes painted on a page so far, each with the count of the characters before it."""

    def __init__(self) -> None:
        self._boxes: list[tuple[Box, int]] = []

    def add(self, box: Box, count: int) -> None:
        """Take a box that was painted behind ``count`` characters."""
        is_large = box.right - box.left > _SMALL and box.top - box.bottom > _SMALL
        if count and is_large and len(self._boxes) < _MOST:
            self._boxes.append((box, count))

    def covered(self, glyphs: Sequence[Glyph]) -> set[int]:
        """Return the numbers of the characters that lie under a box."""
        if not self._boxes:
            return set()
        rows: dict[int, list[int]] = defaultdict(list)
        for number, glyph in enumerate(glyphs):
            rows[int(glyph.baseline // _ROW)].append(number)
        return {one for box, count in self._boxes for one in _iter_under(box, count, glyphs, rows)}


def _iter_under(
    box: Box, count: int, glyphs: Sequence[Glyph], rows: dict[int, list[int]]
) -> Iterator[int]:
    first, last = int(box.bottom // _ROW) - 1, int(box.top // _ROW)
    near = range(first, last + 1) if last - first < len(rows) else rows
    for row in near:
        for number in rows.get(row, ()):
            if number < count and box.holds(*glyphs[number].middle):
                yield number
