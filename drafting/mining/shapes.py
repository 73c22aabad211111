"""The build of headings: how many characters in which clause, and what siblings share."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_CLAUSE_MARKS = re.compile("[，、；：]")
_FREE = "□"
_NEAR = 1
_MOST_CLAUSES = 3


def shape_of(heading: str) -> str:
    """Return the lengths of a heading's clauses, as ``4,10``; the heading has no marker."""
    return ",".join(map(str, _lengths(heading)))


def near_shapes(heading: str) -> list[str]:
    """Return the shapes that read alike: each clause at most one character longer or shorter.

    The heading's own shape comes first; of long rows only that one.
    """
    lengths = _lengths(heading)
    own = ",".join(map(str, lengths))
    if len(lengths) > _MOST_CLAUSES:
        return [own]
    steps = product((0, -_NEAR, _NEAR), repeat=len(lengths))
    rows = (tuple(map(sum, zip(lengths, step, strict=True))) for step in steps)
    near = (",".join(map(str, row)) for row in rows if min(row) > 0)
    return list(dict.fromkeys([own, *near]))


def _lengths(heading: str) -> list[int]:
    return [len(clause) for clause in _CLAUSE_MARKS.split(heading.rstrip("。"))]


def _are_near(first: Sequence[int], other: Sequence[int]) -> bool:
    """Return whether the first shape is among the ``near_shapes`` of the other."""
    if first == other:
        return True
    if len(first) != len(other) or len(first) > _MOST_CLAUSES or not all(first):
        return False
    return all(abs(one - two) <= _NEAR for one, two in zip(first, other, strict=True))


def common_frame(headings: Sequence[str]) -> str:
    """Return what all headings share at the same place of the same clause, the rest as □.

    An empty text where their clauses do not match one by one; places count from the beginning of
    a clause, and from its end where the clauses are not alike in length.
    """
    rows = [_CLAUSE_MARKS.split(heading.rstrip("。")) for heading in headings]
    if len(rows) < 2 or len({len(row) for row in rows}) > 1:
        return ""
    return "，".join(_common(column) for column in zip(*rows, strict=True))


def _common(clauses: Sequence[str]) -> str:
    size = min(map(len, clauses))
    if len({len(clause) for clause in clauses}) == 1:
        return "".join(
            letters[0] if len(set(letters)) == 1 else _FREE
            for letters in zip(*clauses, strict=True)
        )
    head = 0
    while head < size and len({clause[head] for clause in clauses}) == 1:
        head += 1
    tail = 0
    while tail < size - head and len({clause[-tail - 1] for clause in clauses}) == 1:
        tail += 1
    first = clauses[0]
    return first[:head] + _FREE + (first[-tail:] if tail else "")


def are_parallel(headings: Sequence[str]) -> bool:
    """Return whether siblings are built alike: clause by clause of like length, or one frame."""
    if len(headings) < 2:
        return False
    first, *others = map(_lengths, headings)
    if all(_are_near(first, one) for one in others):
        return True
    return any(letter not in "□，" for letter in common_frame(headings))


def likeness(heading: str, other: str) -> float:
    """Return how much two headings share: 0 for nothing but the number of clauses, 1 for all.

    -1 where they have not the same number of clauses. What stands at the same place counts, and
    like length a little.
    """
    first, second = (_CLAUSE_MARKS.split(one.rstrip("。")) for one in (heading, other))
    if len(first) != len(second):
        return -1.0
    same = whole = apart = 0
    for one, two in zip(first, second, strict=True):
        whole += max(len(one), len(two))
        apart += abs(len(one) - len(two))
        from_start = sum(a == b for a, b in zip(one, two, strict=False))
        from_end = sum(a == b for a, b in zip(one[::-1], two[::-1], strict=False))
        same += max(from_start, from_end)
    return (same - 0.5 * apart) / max(whole, 1)
