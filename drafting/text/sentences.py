"""Where sentences begin and end."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

END_MARKS = "。！？!?…"
_CLOSERS = "”’』」）)】》〉"
# A sentence ends after its marks and the quotes or brackets that close behind them.
_SENTENCE_END = re.compile(f"[{END_MARKS}]+[{_CLOSERS}]*|\n+")


def iter_sentences(text: str, span: Span | None = None) -> Iterator[Span]:
    """Yield the sentences of ``text`` (or of a part of it), their end marks included.

    A line break ends a sentence too and belongs to none; blanks at the edges are left out.
    """
    first = 0 if span is None else span.start
    last = len(text) if span is None else span.end
    start = first
    for match in _SENTENCE_END.finditer(text, first, last):
        broken = match.group().startswith("\n")
        yield from _trimmed(text, start, match.start() if broken else match.end())
        start = match.end()
    yield from _trimmed(text, start, last)


@lru_cache(maxsize=4)
def sentences_of(text: str) -> tuple[Span, ...]:
    """Return all sentences of ``text``; several readers of one text share them."""
    return tuple(iter_sentences(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        begin = start + len(piece) - len(piece.lstrip())
        yield Span(begin, begin + len(stripped))
