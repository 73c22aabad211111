"""The part of a text that an edit has changed."""

from __future__ import annotations

from drafting.text.span import Span

# So many characters are compared at first; then twice as many.
_FIRST_STEP = 32


def same_beginning(one: str, other: str) -> int:
    """Return how many characters both texts begin with, found by halving."""
    same, most = 0, min(len(one), len(other))
    while same < most:
        middle = (same + most + 1) // 2
        if one[same:middle] == other[same:middle]:
            same = middle
        else:
            most = middle - 1
    return same


def same_behind(one: tuple[str, int], other: tuple[str, int], most: int) -> int:
    """Return how many characters behind a place of each text are the same, of ``most``.

    The time it takes grows with what is the same, not with the texts.
    """
    (mine, here), (theirs, there) = one, other
    same, step = 0, _FIRST_STEP
    while same < most:
        size = min(step, most - same)
        ours = mine[here + same : here + same + size]
        others = theirs[there + same : there + same + size]
        if ours != others or len(ours) < size:
            return same + same_beginning(ours, others)
        same, step = same + size, 2 * step
    return same


def same_before(one: tuple[str, int], other: tuple[str, int], most: int) -> int:
    """Return how many characters before a place of each text are the same, of ``most``.

    ``most`` must be no more than stand there; the time grows with what is the same.
    """
    (mine, here), (theirs, there) = one, other
    same, step = 0, _FIRST_STEP
    while same < most:
        size = min(step, most - same)
        ours = mine[here - same - size : here - same]
        others = theirs[there - same - size : there - same]
        if ours != others:
            return same + same_beginning(ours[::-1], others[::-1])
        same, step = same + size, 2 * step
    return same


def changed_part(old: str, new: str) -> tuple[Span, Span]:
    """Return the smallest part of ``old`` and that of ``new`` which stands in its place.

    What stands before and behind these parts is the same in both.
    """
    first = same_beginning(old, new)
    behind = same_beginning(old[first:][::-1], new[first:][::-1])
    return Span(first, len(old) - behind), Span(first, len(new) - behind)
