"""Counts in a heading (二、处理好四个关系，把握节奏) and what stands right below it.

The sub-headings, the first lines or the first sentence below keep it where they are as many as
announced; sub-headings that all name what is counted break it where they are one more or fewer.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafting.parsing.promises.looking_back import listed_promise
from drafting.parsing.promises.members import split_list
from drafting.parsing.promises.nearby import find_exact
from drafting.parsing.promises.parts import parts_promise
from drafting.parsing.promises.row_signs import is_row
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.draft import Promise
    from drafting.parsing.promises.counts import Counted
    from drafting.parsing.promises.part_rows import Kept
    from drafting.parsing.promises.parts import Following

_KEY, _REACH = 2, 400
_STOPS = "。！？\n"


def find_below_its_heading(text: str, counted: Counted, following: Following) -> Promise | None:
    """Return the promise that what stands below the count's heading keeps or breaks, or None."""
    if not counted.noun:
        return None
    kept = following.below(counted.span)
    if kept is not None:
        fits = kept.found == counted.count or _all_name_it(text, counted, kept)
        return parts_promise(text, counted, kept) if fits else None
    heading = following.heading_around(counted.span)
    if heading is None:
        return None
    row = _first_sentence(text, counted, heading.end)
    if row:
        return listed_promise(text, counted, row)
    below = replace(counted, span=Span(counted.span.start, heading.end))
    promise = find_exact(text, below)
    behind = promise is not None and promise.members[0].start >= heading.end
    return listed_promise(text, counted, promise.members) if promise and behind else None


def _all_name_it(text: str, counted: Counted, kept: Kept) -> bool:
    """五个强化 above （一）强化责任 … （四）强化督查: each names what is counted."""
    key = counted.noun.strip("“”")[-_KEY:]
    near = abs(kept.found - (counted.count or 0)) == 1 and kept.found > _KEY
    return near and len(key) == _KEY and all(key in one.of(text) for one in kept.members)


def _first_sentence(text: str, counted: Counted, start: int) -> Sequence[Span]:
    """Return the pieces of the first sentence below, where they are a row of as many."""
    while text[start : start + 1] in ("。", "\n", "\u3000", " "):
        start += 1
    ends = [place for mark in _STOPS if (place := text.find(mark, start, start + _REACH)) >= 0]
    end = min(ends, default=start)
    for marks in "；，、":
        row = split_list(text, start, end, marks)
        if len(row) == counted.count and is_row([one.of(text) for one in row], counted, marks):
            return row
    return ()
