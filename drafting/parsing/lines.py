"""Lines of a text as paragraphs, without the blanks and invisible marks around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# Blanks and the invisible characters that web pages leave at the edges of a line.
EDGES = " \t\r\f\v\u00a0\u3000\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


def trimmed(text: str, start: int, end: int) -> Span:
    """Return the span start..end without blanks at its edges."""
    if start < end and text[start] not in EDGES and text[end - 1] not in EDGES:
        return Span(start, end)
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip(EDGES))
    stripped = piece.strip(EDGES)
    return Span(start + left, start + left + len(stripped))


def iter_lines(text: str) -> Iterator[Span]:
    """Yield every line of ``text`` trimmed; empty lines come as empty spans, a last one not."""
    position = 0
    for line in text.split("\n"):
        end = position + len(line)
        if line and line[0] not in EDGES and line[-1] not in EDGES:
            yield Span(position, end)
        elif end < len(text) or line:
            yield trimmed(text, position, end)
        position = end + 1
