"""Where sentences begin and end."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

END_MARKS = "。！？!?…"
# What bounds the stretch about a place: a rough sentence, found without looking at the whole.
_BOUNDS = "。！？\n"
_CLOSERS = "”’』」）)】》〉"
# A sentence ends after its marks and the quotes or brackets that close behind them.
# (Begun by one class of characters, so that the search need not stop at the others.)
_SENTENCE_END = re.compile(f"[{END_MARKS}\n](?:(?<=\n)\n*|(?<!\n)[{END_MARKS}]*[{_CLOSERS}]*)")


def iter_sentences(text: str, span: Span | None = None) -> Iterator[Span]:
    """Yield the sentences of ``text`` (or of a part of it), their end marks included.

    A line break ends a sentence too and belongs to none; blanks at the edges are left out.
    """
    first = 0 if span is None else span.start
    last = len(text) if span is None else span.end
    start = first
    for match in _SENTENCE_END.finditer(text, first, last):
        mark, behind = match.span()
        sentence = _trimmed(text, start, mark if text[mark] == "\n" else behind)
        if sentence is not None:
            yield sentence
        start = behind
    if (sentence := _trimmed(text, start, last)) is not None:
        yield sentence


@lru_cache(maxsize=4)
def sentences_of(text: str) -> tuple[Span, ...]:
    """Return all sentences of ``text``; several readers of one text share them."""
    return tuple(iter_sentences(text))


@lru_cache(maxsize=4)
def sentence_ends(text: str) -> tuple[int, ...]:
    """Return where the sentences of ``text`` end, in order."""
    return tuple(sentence.end for sentence in sentences_of(text))


def sentences_in(text: str, span: Span) -> list[Span]:
    """Return the sentences of a part of ``text``: as :func:`iter_sentences`, from the shared ones.

    ``span`` must begin and end at a line's edge or a sentence's, or at a blank beside these; what
    it cuts a sentence at is cut.
    """
    every = sentences_of(text)
    first = bisect_right(every, span.start, key=lambda one: one.end)
    found: list[Span] = []
    for one in every[first:]:
        if one.start >= span.end:
            break
        inside = span.contains(one)
        found.append(one if inside else Span(max(one.start, span.start), min(one.end, span.end)))
    return found


def sentence_around(text: str, span: Span) -> Span:
    """Return the stretch about ``span`` that 。！？ or line breaks bound, these left out."""
    start = max(text.rfind(mark, 0, span.start) for mark in _BOUNDS) + 1
    ends = [place for mark in _BOUNDS if (place := text.find(mark, span.end)) >= 0]
    return Span(start, min(ends, default=len(text)))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    if start == end:
        return None
    if not text[start].isspace() and not text[end - 1].isspace():
        return Span(start, end)
    piece = text[start:end]
    stripped = piece.strip()
    if not stripped:
        return None
    begin = start + len(piece) - len(piece.lstrip())
    return Span(begin, begin + len(stripped))
