"""How the members behind a count are parted: the pieces of text between marks of one kind.

A new way of parting is a line in ``_CUTS`` (…、…; …，…; sentences; questions).
"""

from __future__ import annotations

import re
from functools import cache
from itertools import compress
from typing import TYPE_CHECKING

from drafting.parsing.promises.members import first_of_list, list_within, words_between
from drafting.parsing.promises.places import REACH, reach

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.text.span import Span

# How the members are parted: the marks between them, what ends the last one, and of what marks one
# must be there, lest the pieces be those of ， again.
_CUTS = tuple(
    (marks, re.compile(f"[{ends}\\n]"), tuple(map(frozenset, needs)))
    for marks, ends, *needs in (
        ("、", "，。；：！？”）"),
        ("，", "。；：！？）"),
        ("；", "。！？）"),
        ("，；", "。！？）", "；："),
        ("，、", "。；：！？）", "、"),
        ("，、；", "。！？）", "、", "；："),
        ("？！", "。："),
        ("。；", ""),
    )
)
_PARTING = "、，；。？！"
SENTENCES = ("？！", "。；")
# Only between these may the sentence go on with one piece more than announced (one_row.py).
_MAY_GO_ON = ("，", "；", "，；", "？！")
_LONGEST, _TWO = 90, 2


def iter_pieces(text: str, start: int, count: int) -> Iterator[tuple[str, Sequence[Span]]]:
    """Yield the marks with the ``count`` pieces between them from ``start`` on, and one more."""
    first, last = reach(text, start)
    line = text[first:last]
    counts = list(map(line.count, _PARTING))
    if sum(counts) < count - 2:
        return
    # A list of the next line is told by a colon; without one only its sentences are.
    inline = first == start or text[start - 1] == "："
    often = dict(zip(_PARTING, counts, strict=True))
    present = "".join(compress(_PARTING, counts)) + "："[: "：" in line]
    for marks, ends in _cuts(present, inline=inline):
        if sum(map(often.__getitem__, marks)) < count - 1 - (marks == "、"):
            continue
        pieces = _pieces(text, first, marks, ends, count)
        if pieces:
            yield marks, pieces


@cache
def _cuts(present: str, *, inline: bool) -> Sequence[tuple[str, re.Pattern[str]]]:
    """Return the ways of parting that the marks of a line leave, with what ends the last piece."""
    marks = set(present)
    return tuple(
        (cut, ends)
        for cut, ends, needs in _CUTS
        if (inline or cut in SENTENCES) and not any(map(marks.isdisjoint, needs))
    )


def names(text: str, start: int, count: int) -> Sequence[Span]:
    """Return the pieces from ``start`` between 、, ``count`` or one more, or none."""
    return _pieces(text, start, *_CUTS[0][:2], count)


def _pieces(text: str, start: int, marks: str, ends: re.Pattern[str], count: int) -> Sequence[Span]:
    """Return ``count`` pieces from ``start`` to the first end, with one that may go on, or none."""
    found = ends.search(text, start, start + REACH)
    # 动员部署阶段（三月至四月），集中攻坚阶段（…）: a bracket of the list's own ends nothing.
    while found and found.group() == "）" and text.find("（", start, found.start()) >= 0:
        found = ends.search(text, found.end(), start + REACH)
    end = found.start() if found else len(text) if len(text) - start < REACH else start
    if marks == "、" and count == _TWO:
        listing = list_within(text, start, end)
        if listing is not None and listing.least == 1 and listing.fits(count):
            return listing.spans_for(count, text)
    line = text[start:end]
    cuts = line.count("”") + sum(map(line.count, marks))
    if cuts < count - 1 - (marks == "、"):
        return ()
    goes_on = marks in _MAY_GO_ON and count > _TWO
    if not _may_be_so_many(line, marks, count, goes_on=goes_on):
        return ()
    pieces = first_of_list(text, start, end, marks, count + 1)
    if len(pieces) == count - 1 and marks == "、":
        listing = list_within(text, start, end)
        both = listing.spans_for(count, text) if listing is not None and listing.last_and else ()
        return both if both and min(map(len, both)) >= _TWO else ()
    enough = len(pieces) == count or (goes_on and len(pieces) > count)
    return pieces if enough and max(map(len, pieces[:count])) <= _LONGEST else ()


def _may_be_so_many(line: str, marks: str, count: int, *, goes_on: bool) -> bool:
    """Return whether ``line`` may hold ``count`` pieces: told from words, of which few are so many.

    Quotes may part them, too, and a last 和.
    """
    words = words_between(line, marks)
    if words is None:
        return True
    if len(words) < count:
        return len(words) == count - 1 and marks == "、"
    if len(words) > count and not goes_on:
        return False
    return max(map(len, words[:count])) <= _LONGEST
