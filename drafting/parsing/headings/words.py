"""Common words of two characters: a place between two headings never lies inside one."""

from __future__ import annotations

from functools import cache

from drafting.lexicons.lexicons import load_lexicons


@cache
def known_words() -> frozenset[str]:
    """Return the words; the list is read when a text first needs it."""
    rows = load_lexicons().table("two_character_words")
    return frozenset(word for row in rows for word in row["words"].split())
