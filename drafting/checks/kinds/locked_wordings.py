"""Whether a wording still stands in a text, and what is nearest to one that does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Less alike than this (in hundredths), the nearest wording is another one.
_LEAST_ALIKE = 60.0


def lost_wordings(text: str, wordings: Sequence[str]) -> Iterator[str]:
    """Yield the wordings that stand nowhere in ``text``, line breaks and blanks aside."""
    dense = ""
    for wording in wordings:
        if wording in text:
            continue
        dense = dense or "".join(text.split())
        if "".join(wording.split()) not in dense:
            yield wording


def nearest_wording(text: str, wording: str) -> Span | None:
    """Return the stretch of ``text`` most like ``wording``, None where none is like it."""
    from rapidfuzz import fuzz

    if len(wording) > len(text):
        return None
    found = fuzz.partial_ratio_alignment(wording, text, score_cutoff=_LEAST_ALIKE)
    if found is None or found.dest_start == found.dest_end:
        return None
    span = Span(found.dest_start, found.dest_end)
    # The window may begin or end in the blank or the line break beside what is meant.
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - (len(words) - len(words.rstrip()))
    return Span(start, end) if start < end else None
