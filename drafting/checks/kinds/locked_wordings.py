"""Whether a wording still stands in a text, and what is nearest to one that does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Less alike than this (in hundredths), the nearest wording is another one.
_LEAST_ALIKE = 60.0
# How far its edges may be from those of a window as long as the wording.
_REACH = 6
# What it counts that a wording begins or ends as before.
_EDGE = 0.1
# A clause so long that stands once is what is left of the wording.
_CLAUSE = 5
_MARKS = re.compile("[，。；：！？、\n]")
_ENDS = "，。；：！？、\n 　"
# So few characters before the end of a clause belong to what was changed.
_CLAUSE_REST = re.compile("[^，。；：！？、\n]{1,3}(?=[，。；：！？、\n]|$)")


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
    """Return the stretch of ``text`` most like ``wording``, None where none is like it.

    It takes in the few characters that are left of its clause, so that ``wording`` can stand in
    its place.
    """
    from rapidfuzz import fuzz

    found = fuzz.partial_ratio_alignment(wording, text, score_cutoff=_LEAST_ALIKE)
    if found is None or found.dest_start == found.dest_end:
        return _kept_clauses(text, wording)
    start, end = _best_edges(text, wording, found.dest_start, found.dest_end)
    while end > start and text[start] in _ENDS:
        start += 1
    while end > start and text[end - 1] in _ENDS and wording[-1:] not in _ENDS:
        end -= 1
    rest = _CLAUSE_REST.match(text, end)
    return Span(start, rest.end() if rest else end) if start < end else None


def _kept_clauses(text: str, wording: str) -> Span | None:
    """Return where clauses of ``wording`` still stand, in whatever order; None where none does."""
    clauses = [one for one in _MARKS.split(wording) if len(one) >= _CLAUSE]
    starts = [(text.find(one), len(one)) for one in clauses if text.count(one) == 1]
    if not starts:
        return None
    first, _ = max(starts, key=lambda one: one[1])
    near = [
        Span(start, start + size) for start, size in starts if abs(start - first) <= len(wording)
    ]
    return Span(min(one.start for one in near), max(one.end for one in near))


def _best_edges(text: str, wording: str, start: int, end: int) -> tuple[int, int]:
    """Return the edges near the ones given between which the text is most like ``wording``.

    The window found is as long as the wording; what was changed made it longer or shorter.
    """
    from rapidfuzz.distance import Indel

    def likeness(pair: tuple[int, int]) -> float:
        found = text[slice(*pair)]
        same_edges = (found[0] == wording[0]) + (found[-1] == wording[-1])
        return Indel.normalized_similarity(wording, found) + _EDGE * same_edges

    starts = range(max(start - _REACH, 0), min(start + _REACH, len(text)) + 1)
    ends = range(max(end - _REACH, 0), min(end + _REACH, len(text)) + 1)
    pairs = [(one, other) for one in starts for other in ends if one < other]
    return max(pairs, key=likeness)
