"""Replacements in a text, given by place and never by searching again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafting.text.span import Span


class TextEdit(NamedTuple):
    """Put ``replacement`` in the place of ``span`` (an empty span inserts)."""

    span: Span
    replacement: str


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
