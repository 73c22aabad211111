"""Words found in a text, if wanted whatever their case and width."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def find_words(text: str, words: str) -> list[Span]:
    """Return every place of ``words``, in order, none overlapping another."""
    return list(iter_words(text, words))


def iter_words(
    text: str, words: str, *, exactly: bool = True, within: Sequence[Span] | None = None
) -> Iterator[Span]:
    """Yield every place of ``words``, in order, none overlapping another.

    Unless ``exactly``, ａ, A and a are the same, and so are ， and ,. With ``within`` only places
    that lie inside one of these spans (in order, apart from each other) count.
    """
    if not words:
        return
    if not exactly:
        text, words = fold_forms(text), fold_forms(words)
    for part in (Span(0, len(text)),) if within is None else within:
        place = text.find(words, part.start, part.end)
        while place >= 0:
            yield Span(place, place + len(words))
            place = text.find(words, place + len(words), part.end)


def fold_forms(text: str) -> str:
    """Return ``text`` in small letters and half-width forms, of the same length."""
    return text.translate(_folding())


@cache
def _folding() -> dict[int, int]:
    table = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    table[0x3000] = ord(" ")
    for capital in range(ord("A"), ord("Z") + 1):
        table[capital] = capital + 32
        table[capital + 0xFEE0] = capital + 32
    return table
