"""The part of a text that an edit has changed."""

from __future__ import annotations

from drafting.text.span import Span


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


def changed_part(old: str, new: str) -> tuple[Span, Span]:
    """Return the smallest part of ``old`` and that of ``new`` which stands in its place.

    What stands before and behind these parts is the same in both.
    """
    first = same_beginning(old, new)
    behind = same_beginning(old[first:][::-1], new[first:][::-1])
    return Span(first, len(old) - behind), Span(first, len(new) - behind)
