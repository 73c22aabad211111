"""Numbered parts that a flattened page glued to their count: 讲三点意见一、提高认识…二、突出重点….

Where line breaks and marks were lost, no heading may be read, but the numbers run on: they are
followed from the first, which stands right behind the count, to the last that is announced.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from drafting.parsing.promises.nearby import find_exact
from drafting.text.characters import HAN
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.draft import Promise
    from drafting.parsing.promises.counts import Counted

_NUMERALS = "一二三四五六七八九十"
# 一、 （一） 第一， 第一条 1. 一是; the last only right behind the count: 统一要求 holds none.
_MARKER = (
    "(?P<before>[（(]|第|)(?:一(?<![统唯专之同]一)|1)"
    f"(?P<behind>[、，,．.：:）)]|(?<=第一)[{HAN}]|(?<=[^第]一)[是要来])"
)
_FIRST = re.compile(
    f"”?[：:。，,；;]?[ \u3000\\n]*(?P<marker>{_MARKER})"
    # 三点意见，供大家参考一、…; 四个特点值得警惕1.….
    f"|[^。；：！？\\n]{{1,24}}?(?P<later>(?:[（(]|第|)(?:一(?<![统唯专之同]一)|1)[、．.）)])"
)
_PARTS = re.compile(_MARKER)
_REACH, _FEWEST, _NEAR = 8_000, 2, 40
_OPENINGS, _WITH_ONE = ("一", "第一", "首先"), "统唯专之同"


def find_glued(text: str, counted: Counted) -> Sequence[Span]:
    """Return the numbers of the parts right behind a count, as many as announced, or none.

    For 几 all that run on from the first, if there are two at least.
    """
    near = text[counted.span.end : counted.span.end + _NEAR]
    found = _FIRST.match(text, counted.span.end) if "一" in near or "1" in near else None
    if found is None:
        return ()
    name = "marker" if found["marker"] else "later"
    first = _PARTS.match(text, found.start(name))
    if first is None:
        return ()
    numerals = _NUMERALS if "1" not in first.group() else [str(one) for one in range(1, 11)]
    row = [Span(*first.span())]
    # One more than announced: then what was announced is wrong, or these are others.
    for numeral in numerals[1 : (counted.count or len(numerals)) + 1]:
        marker = f"{first['before']}{numeral}{first['behind']}"
        place = _next(text, marker, row[-1].end)
        if place < 0:
            break
        row.append(Span(place, place + len(marker)))
    fits = len(row) >= _FEWEST if counted.count is None else len(row) == counted.count
    return row if fits else ()


def begins_glued(text: str, counted: Counted) -> bool:
    """Return whether the first numbered part stands right behind the count, without a mark."""
    found = _FIRST.match(text, counted.span.end)
    if found is None or found["marker"] is None:
        return False
    return not text[counted.span.end : found.start("marker")].strip("” \u3000")


def find_without_pause(text: str, counted: Counted) -> Promise | None:
    """Return the promise of 三难一难看病，二难上学，三难娶亲 as if a pause stood behind the count.

    The count's last character is read as that pause, so that what is near it keeps its place.
    """
    end = counted.span.end
    glued = text.startswith(_OPENINGS, end) and text[end - 1] not in _WITH_ONE
    if counted.count is None or not glued or len(counted.span) <= _FEWEST:
        return None
    floor = max(0, counted.span.start - _REACH)
    paused = f"{text[floor : end - 1]}，{text[end : end + _REACH]}"
    here = replace(
        counted,
        span=Span(counted.span.start, end - 1).shifted(-floor),
        core=counted.core.shifted(-floor),
        count_span=counted.count_span.shifted(-floor),
    )
    promise = find_exact(paused, here)
    if promise is None or promise.members[0].start + floor != end:
        return None
    members = [one.shifted(floor) for one in promise.members]
    return counted.promise(text, promise.kind, promise.found, members)


def _next(text: str, marker: str, start: int) -> int:
    """Return where ``marker`` stands as a number of its own behind ``start``, or -1.

    二、三产业 and 12. hold none.
    """
    last = min(len(text), start + _REACH)
    place = text.find(marker, start, last)
    while place >= 0:
        end = place + len(marker)
        beside = text[place - 1] + text[end : end + 1]
        if not any(one in _NUMERALS or one.isdigit() for one in beside):
            return place
        place = text.find(marker, end, last)
    return -1
