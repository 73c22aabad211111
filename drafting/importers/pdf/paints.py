"""Where a PDF page is painted over, and which colours are white.

White text on bare paper is hidden text. On a dark band it is a heading, and whatever was painted
before it in any colour but white is taken for such a band, a picture too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WHITE = 0.98
# A page painted in more pieces is a drawing: anything may be seen on it.
_MOST = 300
# Spaces of colours in which one or three lights, or four inks, mean what they do without a space.
_PLAIN_SPACES = frozenset(
    ("/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/ICCBased", "/CalGray", "/CalRGB")
)


def is_plain_space(named: object) -> bool:
    """Return whether the numbers of a space of colours, a name or an array, tell what is white."""
    kind = named[0] if isinstance(named, list) and named else named
    return isinstance(kind, str) and kind in _PLAIN_SPACES


def is_white(values: Sequence[object]) -> bool:
    """Return whether these are white in a plain space: one or three lights, or four inks."""
    numbers = [float(one) for one in values if isinstance(one, (int, float))]
    if len(numbers) != len(values) or len(numbers) not in (1, 3, 4):
        return False
    return max(numbers) <= 1 - _WHITE if len(numbers) == 4 else min(numbers) >= _WHITE


class Paints:
    """The boxes, in points, that the paths of a page have filled so far."""

    def __init__(self) -> None:
        self._boxes: list[tuple[float, float, float, float]] = []
        self._path: list[tuple[float, float]] = []
        self._is_anywhere = False

    @property
    def path(self) -> Sequence[tuple[float, float]]:
        """Return the places of the path that is being drawn."""
        return self._path

    def add(self, points: Iterable[tuple[float, float]]) -> None:
        """Go on with a path."""
        self._path += points

    def end(self, *, is_seen: bool) -> None:
        """End the path; ``is_seen`` where it is filled with anything but white."""
        path, self._path = self._path, []
        if not is_seen or not path:
            return
        if len(self._boxes) >= _MOST:
            self._is_anywhere = True
            return
        across, up = [x for x, _ in path], [y for _, y in path]
        self._boxes.append((min(across), min(up), max(across), max(up)))

    def end_stroke(self, around: float) -> None:
        """End a level path that is drawn so many points broad on both sides, a band of a colour."""
        up = [y for _, y in self._path]
        if up and max(up) - min(up) < around:
            self._path += [(x, y + way) for x, y in self._path for way in (-around, around)]
            self.end(is_seen=True)
        self._path = []

    def cover(self) -> None:
        """Take a paint whose edges are not known."""
        self._is_anywhere = True

    def is_under(self, x: float, y: float) -> bool:
        """Return whether something may be painted under a place."""
        return self._is_anywhere or any(
            left <= x <= right and bottom <= y <= top for left, bottom, right, top in self._boxes
        )
