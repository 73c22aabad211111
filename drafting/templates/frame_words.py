"""Which of the wording that headings share is of the genre, and not of the one speech."""

from __future__ import annotations

from functools import cache

from drafting.lexicons.tsv import read_table
from resources import resource_path


@cache
def _words() -> tuple[frozenset[str], int]:
    words = frozenset(
        read_table(resource_path("lexicons", "template_frame_words.tsv")).column("word")
    )
    return words, max(map(len, words))


def is_of_the_genre(wording: str) -> bool:
    """Return whether ``wording`` is made of words that any speech may have, or is empty."""
    return _reached(wording)[-1]


def genre_start(wording: str) -> str:
    """Return the longest beginning of ``wording`` that is made of such words."""
    reached = _reached(wording)
    return wording[: max(end for end, is_reached in enumerate(reached) if is_reached)]


def genre_end(wording: str) -> str:
    """Return the longest end of ``wording`` that is made of such words."""
    return next(wording[at:] for at in range(len(wording) + 1) if is_of_the_genre(wording[at:]))


def _reached(wording: str) -> list[bool]:
    """Return for every place of ``wording`` whether such words, end to end, lead to it."""
    words, longest = _words()
    reached = [True] + [False] * len(wording)
    for start in range(len(wording)):
        if reached[start]:
            for end in range(start + 1, min(start + longest, len(wording)) + 1):
                reached[end] = reached[end] or wording[start:end] in words
    return reached
