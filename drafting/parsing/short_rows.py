"""Whether a numbered row that is shorter or longer than announced surely is what was announced.

“五个结合”。一是大与小相结合…。二是建与管相结合…。 — every member names what is counted, and nothing
else in the paragraph does: then the row is the one announced, and the count is wrong.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafting.text.span import Span

if TYPE_CHECKING:
    from drafting.parsing.counts import Counted
    from drafting.parsing.parts import Kept

_CLAUSE = re.compile("[，。；：！？\n]|$")
_KEY, _FAR_OFF, _FEWEST = 2, 2, 2
_REACH, _OPENING = 1_000, 8


def names_its_members(text: str, counted: Counted, kept: Kept) -> bool:
    """Return whether the members of ``kept``, not as many as announced, are what was announced."""
    key = counted.noun.strip("“”")[-_KEY:]
    count = counted.count or 0
    few = counted.modest or kept.found < _FEWEST or abs(kept.found - count) > _FAR_OFF
    if len(key) < _KEY or not kept.sure or few:
        return False
    first, last = kept.members[0], kept.members[-1]
    line_end = text.find("\n", last.end, last.end + _REACH)
    rest = text[first.start : line_end if line_end >= 0 else last.end + _REACH]
    if rest.count(key) != kept.found:
        return False
    return all(key in text[one.start : _clause_end(text, one.end)] for one in kept.members)


def named_one_by_one(text: str, counted: Counted) -> list[Span]:
    """Return 一条是…，一条是… right behind the count where they are surely all, or nothing.

    Every member is named with the measure; nothing in the paragraph or at the beginning of the next
    one goes on with it (还有一条…, 第三条…).
    """
    start, measure = counted.span.end + 1, counted.measure
    each = f"一{measure}是"
    if not measure or text[start - 1 : start] not in tuple("：:，。") or counted.noun[:1] == "一":
        return []
    if not text.startswith(each, start):
        return []
    line_end = text.find("\n", start, start + _REACH)
    end = line_end if line_end >= 0 else min(len(text), start + _REACH)
    found = [Span(*one.span()) for one in _each(each).finditer(text, start, end)]
    further = _further(measure).search(text, found[-1].end, end + _OPENING)
    far = abs(len(found) - (counted.count or 0)) > _FAR_OFF
    return [] if further or far or len(found) < _FEWEST else found


@cache
def _each(each: str) -> re.Pattern[str]:
    return re.compile(f"(?<=[，。；：]){each}")


@cache
def _further(measure: str) -> re.Pattern[str]:
    return re.compile(
        f"[再另其第两二三四五有后]一?[二三四五]?{measure}|还有|此外|另外|再就是|再者|最后"
    )


def _clause_end(text: str, start: int) -> int:
    found = _CLAUSE.search(text, start, start + _REACH)
    return found.start() if found else start
