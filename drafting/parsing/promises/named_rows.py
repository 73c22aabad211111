"""Rows beside a count with one member more or fewer than announced, each of which names the thing.

办实事要过四关。过好选项关，…。过好建设关，…。过好验收关，…。 — they are read as the row of another
count would be, and believed where every member has the word for what is counted, and nothing near
them has it, too.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from drafting.parsing.promises.counts import ANOTHER, BARE_MEASURES
from drafting.parsing.promises.members import AND
from drafting.parsing.promises.nearby import find_exact
from drafting.parsing.promises.short_rows import NEAR_REST, further_of, is_last_apart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.parsing.promises.counts import Counted
    from drafting.text.span import Span

_KEY, _SHORT, _FEWEST, _MOST = 2, 8, 2, 12
_OPENING, _REACH = 8, 200
_CLAUSE = re.compile("[，。；：！？\\n]|$")
# 四关：, “三不”的要求，, 三场战役。: right behind them the first member stands.
_PLACE = re.compile(
    "”?[^，。；：！？、“”\\n]{0,8}(?:[：。，]|——)(?:即|也?就是|分别是|包括)?“?[ \u3000\\n]*"
)
# A member begins behind a mark, or behind the 和 that parts it from another.
_BEFORE_A_MEMBER = re.compile("[^\u4e00-\u9fff0-9A-Za-z]|[和与及暨同以]")
_OPEN = re.compile("等等?(?:$|[，；。])|…|其中|比如|例如|譬如|尤其|特别是|重点是|主要是")
_MORE = re.compile("同时|更要|以及|再一|第[一二三四五六七八九十]")


def row_of_another_number(text: str, counted: Counted) -> Sequence[Span]:
    """Return the members beside a count that name what is counted, one more or fewer, or none."""
    count = counted.count or 0
    if not _FEWEST <= count <= _MOST or counted.measure in BARE_MEASURES:
        return ()
    place = _PLACE.match(text, counted.span.end)
    if place is None:
        return ()
    start = place.end()
    for key in _keys(counted):
        # “三关”一过品行关，二过能力关: what stands before the mark is one of them.
        if not key or key in text[counted.span.end : start]:
            continue
        if not _is_named_so_often(text, start, counted, key):
            continue
        numbers = [other for other in (count - 1, count + 1) if other >= _FEWEST]
        rows = [row for other in numbers if (row := _row(text, counted, other, start, key))]
        return rows[0] if len(rows) == 1 else ()
    return ()


def _is_named_so_often(text: str, start: int, counted: Counted, key: str) -> bool:
    """Return whether the first clause from ``start`` has the thing, and others behind it, too.

    Where it is counted anew (提三点感受，感受很深。提三点感受，…) they are no members.
    """
    core = counted.core.of(text)
    place = text.find(key, start, _clause_end(text, start))
    # 每条链由县级领导任链长，…: no member has it twice.
    again = text.find(key, place + len(key), place + _REACH) if place >= 0 else -1
    if again >= 0 and not _BEFORE_A_MEMBER.search(text, place, again):
        return False
    for _ in range((counted.count or 0) - _FEWEST if place >= 0 else 0):
        place = text.find(key, place + len(key), place + _REACH)
        if place < 0:
            break
    return place >= 0 and text.find(core, start, place + len(core)) < 0


def _row(text: str, counted: Counted, count: int, start: int, key: str) -> Sequence[Span]:
    """Return ``count`` members from ``start`` that surely are what was announced, or none."""
    promise = find_exact(text, replace(counted, count=count))
    if promise is None or promise.members[0].start != start:
        return ()
    row = promise.members
    leads = _leads(text, row)
    if _OPEN.search(text, row[0].start, row[-1].end + 1) or not _name_the_thing(leads, key):
        return ()
    # 入口关口，出口关口；中间的关口，…: two of them in one piece.
    if count < (counted.count or 0) and text.count(key, row[0].start, row[-1].end) > count:
        return ()
    if count > (counted.count or 0):
        return () if is_last_apart(leads, count - 1) else row
    # 三个园区，柳湾园区…，石桥园区…: some of them, unless the row is even and ends its sentence.
    lengths = [len(lead) for lead in leads]
    even = max(lengths) - min(lengths) <= 1 and max(lengths) <= _SHORT and count > _FEWEST
    paused = text[start - 1] == "，" and not (counted.quoted or even)
    return () if paused or _may_go_on(text, row[-1].end, leads, counted.measure, key) else row


def _keys(counted: Counted) -> Iterator[str]:
    """Yield the word for what is counted, and its characters (四个关口，交办关要准，…)."""
    thing = counted.noun.strip("“”") or counted.measure
    yield thing[-_KEY:]
    if len(thing) == _KEY and not counted.quoted:
        yield from thing[::-1]


def _leads(text: str, row: Sequence[Span]) -> list[str]:
    """Return the first clause of every member, up to the next one."""
    ends = [one.start - 1 for one in row[1:]]
    # 人员不减、力度不减、经费不减: where 、 parts them it ends the last one, too.
    listed = text[ends[0]] == "、"
    ends.append(row[-1].end if listed else len(text))
    return [
        text[one.start : min(end, _clause_end(text, one.start))]
        for one, end in zip(row, ends, strict=True)
    ]


def _clause_end(text: str, start: int) -> int:
    stop = _CLAUSE.search(text, start)
    return stop.start() if stop else len(text)


def _name_the_thing(leads: Sequence[str], key: str) -> bool:
    if not all(lead.count(key) == 1 for lead in leads) or any(map(ANOTHER.search, leads)):
        return False
    lengths = [len(lead) for lead in leads]
    if len(key) < _KEY and max(lengths) - min(lengths) > 1:
        return False
    if max(lengths) <= _SHORT:
        return True
    at_one_place = len({lead.index(key) for lead in leads}) == 1
    return len(key) > 1 and (at_one_place or all(lead.endswith(key) for lead in leads))


def _may_go_on(text: str, last: int, leads: Sequence[str], measure: str, key: str) -> bool:
    """Return whether one more member may stand in the row, or behind it."""
    if any(AND.search(lead) or "、" in lead for lead in leads):
        return True
    line_end = text.find("\n", last, last + NEAR_REST)
    rest = text[last : (line_end if line_end >= 0 else last + NEAR_REST) + _OPENING]
    further = further_of(measure or "个")
    return key in rest or bool(_MORE.search(rest) or further.search(rest))
