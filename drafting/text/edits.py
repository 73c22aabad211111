"""Replacements in a text, given by place and never by searching again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from drafting.text.span import spans_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from drafting.text.span import Span


class TextEdit(NamedTuple):
    """Put ``replacement`` in the place of ``span`` (an empty span inserts)."""

    span: Span
    replacement: str


# A traditional speech has thousands: made of pairs at once they cost a third.
_of_pair = partial(tuple.__new__, TextEdit)


def edits_at(
    starts: Sequence[int], ends: Sequence[int], words: Sequence[str]
) -> tuple[TextEdit, ...]:
    """Return the edits that put each of ``words`` in the place from its start to its end."""
    return tuple(map(_of_pair, zip(spans_at(starts, ends), words, strict=True)))


def apply_edits(text: str, edits: Iterable[TextEdit]) -> str:
    """Return ``text`` with all edits made, their spans counted in the text as given.

    Raises:
        ValueError: two edits overlap or one lies outside the text.
    """
    pieces: list[str] = []
    position = 0
    length = len(text)
    for span, replacement in sorted(edits, key=lambda one: (one.span.start, one.span.end)):
        start, end = span.start, span.end
        if start < position or end > length:
            raise ValueError(f"edits overlap or leave the text at {start}")
        pieces.append(text[position:start])
        pieces.append(replacement)
        position = end
    pieces.append(text[position:])
    return "".join(pieces)
