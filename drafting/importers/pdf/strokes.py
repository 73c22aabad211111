"""The paths that a PDF page draws: the rules of its tables, and what is painted over."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from drafting.importers.pdf.page_space import mapped
from drafting.importers.pdf.paints import Paints

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.importers.pdf.page_space import Matrix

_THIN = 3.0  # points; a rectangle so thin is a rule
_LONG = 8.0  # points from which a stroke is a rule
_BAND = 8.0  # points; text may stand on a stroke so broad
_MOST = 20_000
FILL = frozenset((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"))
PAINT = FILL | {b"S", b"s", b"n"}
_PATH = frozenset((b"m", b"l", b"re", b"h", b"c", b"v", b"y"))


class Rule(NamedTuple):
    """A straight line across or down the page, in points; y grows upward."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def is_level(self) -> bool:
        """Return whether it runs across the page."""
        return self.right - self.left > self.top - self.bottom


class Strokes:
    """Collects the rules and the paints of a page from its path commands."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []
        self.paints = Paints()
        self._pending: list[Rule] = []
        self._width = 1.0  # of strokes
        self._at = self._start = (0.0, 0.0)

    def take(
        self, operator: bytes, values: list[float], matrix: Matrix, *, is_white: bool = False
    ) -> bool:
        """Return whether ``operator`` draws a path, which is then taken; white paint is paper."""
        if operator in PAINT:
            if operator != b"n" and len(self.rules) < _MOST:
                self.rules += self._pending
            self._pending = []
            self._paint(operator, is_white=is_white)
            return True
        if operator == b"w" and values:
            self._width = abs(values[0] * matrix[3])
            return True
        if operator not in _PATH:
            return False
        if operator != b"re":
            pairs = zip(values[::2], values[1::2], strict=False)
            self.paints.add(mapped(x, y, matrix) for x, y in pairs)
        if operator == b"re" and len(values) >= 4:
            self._take_rectangle(values, matrix)
        elif operator in (b"m", b"l") and len(values) >= 2:
            point = mapped(values[0], values[1], matrix)
            if operator == b"m":
                self._start = point
            else:
                self._add(self._at, point)
            self._at = point
        elif operator == b"h":
            self._add(self._at, self._start)
            self._at = self._start
        return True

    def _paint(self, operator: bytes, *, is_white: bool) -> None:
        if operator in (b"S", b"s") and self._width >= _BAND:
            self.paints.end_stroke(self._width / 2)
        else:
            self.paints.end(is_seen=operator in FILL and not is_white)

    def take_picture(self, matrix: Matrix) -> Sequence[tuple[float, float]]:
        """Take a picture, which fills the unit square; return its corners."""
        self.paints.end(is_seen=False)
        corners = [mapped(x, y, matrix) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))]
        self.paints.add(corners)
        self.paints.end(is_seen=True)
        return corners

    def _take_rectangle(self, values: list[float], matrix: Matrix) -> None:
        x, y, width, height = values[:4]
        one, other = mapped(x, y, matrix), mapped(x + width, y + height, matrix)
        beside = mapped(x + width, y, matrix), mapped(x, y + height, matrix)
        self.paints.add((one, beside[0], other, beside[1]))
        left, right = sorted((one[0], other[0]))
        bottom, top = sorted((one[1], other[1]))
        if min(right - left, top - bottom) < _THIN:
            self._add((left, bottom), (right, top))
            return
        corners = ((left, bottom), (right, bottom), (right, top), (left, top), (left, bottom))
        for first, second in pairwise(corners):
            self._add(first, second)

    def _add(self, one: tuple[float, float], other: tuple[float, float]) -> None:
        left, right = sorted((one[0], other[0]))
        bottom, top = sorted((one[1], other[1]))
        width, height = right - left, top - bottom
        is_rule = min(width, height) < _THIN and max(width, height) > _LONG
        if is_rule and len(self._pending) < _MOST:
            self._pending.append(Rule(left, bottom, right, top))
