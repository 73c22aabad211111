"""How a PDF page turns and moves what it draws, and how it names numbers and dictionaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pypdf.generic import DictionaryObject, PdfObject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdf import PageObject

Matrix = tuple[float, float, float, float, float, float]  # ISO 32000-2, 8.3.3

UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
# By degrees: what turns a page upright.
TURNED: dict[int, Matrix] = {
    90: (0.0, -1.0, 1.0, 0.0, 0.0, 0.0),
    180: (-1.0, 0.0, 0.0, -1.0, 0.0, 0.0),
    270: (0.0, 1.0, -1.0, 0.0, 0.0, 0.0),
}
_STRAIGHT = 0.1


def turn_of(a: float, b: float) -> int:
    """Return by how many degrees a page is turned to see text upright that runs along (a, b)."""
    if abs(b) < _STRAIGHT * abs(a):
        return 180
    if abs(a) < _STRAIGHT * abs(b):
        return 90 if b > 0 else 270
    return 0


def sheet_of(page: PageObject, turned: Matrix) -> tuple[tuple[float, float], ...]:
    """Return the corners of what is seen of a page, in points, one beside the next."""
    box = page.cropbox
    left, bottom, right, top = (float(one) for one in (*box.lower_left, *box.upper_right))
    corners = ((left, bottom), (right, bottom), (right, top), (left, top))
    return tuple(mapped(x, y, turned) for x, y in corners)


def mapped(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    """Return where a place comes to lie."""
    a, b, c, d, e, f = matrix
    return x * a + y * c + e, x * b + y * d + f


def times(first: Matrix, second: Matrix) -> Matrix:
    """Return what does the one and then the other."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip


def matrix_of(values: Sequence[object]) -> Matrix:
    """Return the first six numbers as a matrix."""
    a, b, c, d, e, f = (number_of(one) for one in values[:6])
    return a, b, c, d, e, f


def number_of(value: object) -> float:
    """Return a number, 0 for what is none."""
    return float(value) if isinstance(value, (int, float)) else 0.0


def dictionary_of(value: object) -> DictionaryObject:
    """Return a dictionary, also one that is referred to; an empty one for what is none."""
    found = value.get_object() if isinstance(value, PdfObject) else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()
