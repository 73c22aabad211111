"""Kept counts whose row goes on: 两个故事。第一个故事…第二个故事…第三个故事… are three, not two.

The next number must stand in the form of the last member's, with no row begun anew between them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from drafting.text.characters import HAN
from drafting.text.span import Span

if TYPE_CHECKING:
    from drafting.model.draft import Promise

_NUMERALS = "一二三四五六七八九十"
# 第二个, 第二层: a thing goes with the number; 第二， is told of in parts.py.
_ORDINAL = re.compile(f"第(?P<n>[{_NUMERALS}])(?P<thing>[{HAN}]{{1,2}})")
_LINES = 8_000
_BORDERS = "，。；：！？\n\u3000"


def with_one_more(text: str, promise: Promise) -> Promise:
    """Return ``promise``, as broken by the members behind its last one where its row goes on."""
    members = promise.members
    if not promise.kept or len(members) < 2 or members[0].start < promise.span.end:
        return promise
    last = _ORDINAL.match(text, members[-1].start)
    first = _ORDINAL.match(text, members[0].start)
    if last is None or first is None or _NUMERALS.index(last["n"]) + 1 != len(members):
        return promise
    in_lines = "\n" in text[members[0].start : members[-1].start]
    line_end = text.find("\n", members[-1].end, members[-1].end + _LINES)
    end = members[-1].end + _LINES if in_lines or line_end < 0 else line_end
    more = list(members)
    while (following := _next(text, last["thing"], more, end)) is not None:
        more.append(following)
    if len(more) == len(members):
        return promise
    return replace(promise, found=len(more), members=tuple(more))


def _next(text: str, thing: str, members: list[Span], end: int) -> Span | None:
    """Return the next number with ``thing`` behind the last member, or None."""
    if len(members) >= len(_NUMERALS):
        return None
    start = members[-1].end
    word = f"第{_NUMERALS[len(members)]}{thing}"
    place = text.find(word, start, min(end, start + _LINES))
    if place < 0 or text[place - 1] not in _BORDERS:
        return None
    anew = text.find(f"第一{thing}", start, place)
    return Span(place, place + len(word)) if anew < 0 else None
