"""Counts named more than once in a speech: which of them is the promise, and what keeps it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from drafting.model.draft import PromiseKind
from drafting.parsing.promises.looking_back import listed_promise
from drafting.parsing.promises.short_rows import NEAR_REST, further_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.draft import Promise
    from drafting.parsing.promises.counts import Counted
    from drafting.parsing.promises.rows import Rows

LOOK_BACK = 24
# 这三点, 上述两个方面 look back.
BACKWARD = re.compile(
    "(?:这(?!叫|得|么|样|来|源|靠|有|主要|包|体|就|需|要|是|里|次)|那(?!里))[^，。；：\\n讲谈提说调作有]?$"
    "|(?:上述|以上|前述|(?<![在到最])前面|该|其他|另外|其余)[^，。；：\\n讲谈提说调作有]{0,4}$"
)
_BACKWARD_REACH = 6  # 上述 and four characters more
_BEGIN_BACKWARD = frozenset("这那上以前该其另")
# What is counted so often and not listed is an amount, not announced.
_MANY = 20
_FIGURE, _ARABIC = 10, frozenset("0123456789０１２３４５６７８９")
_ANNOUNCING, _FIRST, _LIST = (
    frozenset(("：", "。", "—", "（", "\n", "")),
    ("一是", "一要", "第一"),
    240,
)
# 5个项目，…; 3个方面发力：…: few things may be named behind a pause or a colon.
_MAY_FOLLOW = re.compile("[^，。；：！？\\n]{0,16}：|[，；、]")
# 这三个地方，要派人蹲守: what opens its clause with 这 and was told already is no promise anew.
_THIS = re.compile("(?:^|[。，；！？\n])这$")
# 每位代表接待两次来访, 一个师傅带三个徒弟, 一步当两步走, 十条有八条: so many for each, of so many.
_SHARED_OUT = re.compile(
    "(?:每[^。；：！？\\n]{0,16}|一(?:[个名位户村天步][^，。；：\\n]{0,4})?[带管包帮当]|十(?P<of>[条个件家户])里?[有中]?"
    # 省级园区一个、市级园区两个: how many of each.
    "|[一二三四五六七八九十两][个家名处所座]、[^，。；：！？、\\n]{2,10})$"
)
_INTRODUCES = re.compile(
    "[^，。；：！？\\n]{0,8}(?:：|——|，(?:一[是要个]|即|分别|一[^，。；：！？、\\n]{2,8}、一))"
)
# 每人三张表，德的表现一张表，…: they are named behind the count.
_FIRST_CLAUSE = re.compile("[^，。；：！？\\n]{0,8}，[^，。；：！？\\n]{1,14}[，。；]")
_NUMERALS, _ALIKE, _BELOW, _MARKER, _FURTHER = "一二三四五六七八九十", 2, 12, 8, 8_000
# What a line ends with that is no broken one.
_ENDS_LINE = "。！？；：”）…"
# A thing named again was told of not long before.
_AGAIN = 12


def is_amount(counted: Counted) -> bool:
    """Return whether so many things are counted that no row names them (走访了三百户).

    Parts or a list may still be as many, and characters are (二十四个字：…).
    """
    characters = counted.measure == "字" or counted.noun.startswith("字")
    return counted.count is not None and counted.count > _MANY and not characters


def is_figure(text: str, counted: Counted) -> bool:
    """Return whether ten and more in Arabic figures stand where nothing is announced (14家，…).

    What is announced so ends its sentence, or its members begin behind a mark of their own.
    """
    start, end = counted.span.start, counted.span.end
    if text[start] not in _ARABIC:
        return False
    count = counted.count or 0
    if count <= 2 or counted.noun.startswith("字"):
        return False
    announced = text[end : end + 1] in _ANNOUNCING or text[end + 1 : end + 3] in _FIRST
    if announced or (count < _FIGURE and _MAY_FOLLOW.match(text, end)):
        return False
    return text.count("、", max(0, start - _LIST), start) < count - 2


def is_shared_out(text: str, counted: Counted) -> bool:
    """Return whether a count tells how many go to one, or are of ten, and names none of them."""
    start, end = counted.span.start, counted.span.end
    before = _SHARED_OUT.search(text, max(0, start - LOOK_BACK), start)
    marked = counted.quoted or "“" in counted.noun
    if before is None or marked or _INTRODUCES.match(text, end):
        return False
    clause = _FIRST_CLAUSE.match(text, end)
    if clause is not None and f"一{counted.measure}" in clause.group() and counted.measure:
        return False
    named = text[end : end + 1] == "。" or text.startswith(f"，一{counted.measure}", end)
    return not named and before["of"] in (None, counted.measure)


def is_inventory(text: str, promise: Promise) -> bool:
    """Return whether a count is a mere figure (九十七个问题), asked for (还有几条？), or 几句."""
    if promise.found is not None:
        return False
    mark = text[promise.span.end : promise.span.end + 1]
    if promise.count is None:
        return mark == "？" or promise.text.startswith("几句")
    return promise.count > _MANY or mark == "了"


def looks_back(text: str, position: int) -> bool:
    """Return whether 这, 上述 or the like stands before ``position``."""
    near = text[max(0, position - _BACKWARD_REACH) : position]
    return not _BEGIN_BACKWARD.isdisjoint(near) and BACKWARD.search(near) is not None


def named_again(
    text: str, counted: Counted, found: Sequence[Promise], *, backward: bool
) -> Promise | None:
    """Return the promise of 治这四个字 as kept as the one told before (短在四个字：…), or None.

    It looks ``backward``; 三个问题，说到底是一个问题: what opens its sentence behind such a promise
    names it again, too.
    """
    count, start = counted.count, counted.span.start
    opens = text.startswith("，", counted.span.end) and text.startswith("。", start - 1)
    if count is None or not (opens or backward):
        return None
    words = ""
    for one in reversed(found[-_AGAIN:]):
        if one.count != count or one.found != count:
            continue
        words = words or counted.core.of(text).strip("“”")
        # 这四种户怎么办: what is asked of them goes with the words.
        if words.removesuffix("怎么办") == one.text.strip("“”"):
            return listed_promise(text, counted, one.members, found=one.found)
    return None


def opens_with_this(text: str, counted: Counted) -> bool:
    """Return whether a count opens its clause behind 这 (这三个地方，要派人蹲守)."""
    return _THIS.search(text, max(0, counted.span.start - 2), counted.span.start) is not None


def told_later(promises: list[Promise], rows: Rows) -> list[Promise]:
    """Return the promises, what is named first and told later (六条铁规，后面专门讲) as it is told.

    A mere name in a row (“一个目标、三大工程、六条铁规”) is left out where its thing is told.
    """
    told: dict[tuple[int | None, str], Promise] = {}
    known: list[Promise] = []
    for one in reversed(promises):
        name = one.count, one.text.strip("“”")
        if one.kept:
            told[name] = one
        later = None if one.kept is not None or one.count is None else told.get(name)
        if later is None:
            known.append(one)
        elif not rows.names(one.span.start):
            known.append(replace(one, found=later.found, members=later.members))
    return known[::-1]


def without_broken_off(text: str, promises: list[Promise]) -> list[Promise]:
    """Return the promises, none called broken by a row that the next line goes on with.

    三点感受。感受之一…。感受之二…。⏎感受之三…: a page whose line breaks stand anywhere.
    """
    return [
        replace(one, found=None, members=())
        if one.kept is False and (_is_cut(text, one) or _runs_on(text, one))
        else one
        for one in promises
    ]


def _is_cut(text: str, promise: Promise) -> bool:
    found, members = promise.found or 0, promise.members
    if not members or found >= (promise.count or 0):
        return False
    line_end = text.find("\n", members[-1].end)
    listed = promise.kind is PromiseKind.LISTED and members[0].start > promise.span.end
    line = text[members[-1].start : line_end] if line_end >= 0 else text[members[-1].start :]
    if listed and line.rstrip()[-1:] not in _ENDS_LINE:
        return True
    if line_end < 0:
        # Of a text that breaks off at once within the row's last member more was to come.
        before = members[-1].start - members[0].start
        is_brief = 0 < len(line) * 2 * (len(members) - 1) < before
        return is_brief and line.rstrip()[-1:] not in _ENDS_LINE
    below = text[line_end : line_end + _BELOW].lstrip("\n\u3000 （(第")
    return below[:_ALIKE] == members[0].of(text)[:_ALIKE]


def _runs_on(text: str, promise: Promise) -> bool:
    """Return whether the number behind the last member's stands further on (二，…。三，…)."""
    found = promise.found or 0
    if not promise.members or not 1 < found < min(promise.count or 0, len(_NUMERALS)):
        return False
    last = promise.members[-1]
    if text[last.start] == _NUMERALS[0]:
        # 一条，该拆的拆。⏎一条，该补的补。…再一条，该问的问。
        further = further_of(text[last.start + 1])
        # What stands in one line ends with it, or goes on at once.
        end = last.end + _FURTHER
        if "\n" not in text[promise.members[0].end : last.start]:
            line_end = text.find("\n", last.end, last.end + NEAR_REST)
            end = line_end + _MARKER if line_end >= 0 else last.end + NEAR_REST
        return further.search(text, last.end, end) is not None
    place = text.find(_NUMERALS[found - 1], last.start, last.start + _MARKER)
    if place < 0:
        return False
    marker = text[last.start : place] + _NUMERALS[found] + text[place + 1 : place + 2]
    return text.find(marker, last.end, last.end + _FURTHER) >= 0


def without_shared(promises: list[Promise]) -> list[Promise]:
    """Return the promises, none called broken by parts that keep another one.

    “市里提了三点要求。下面，我讲两点意见。一、…二、…”: the parts belong to the second.
    """
    kept = {one.members[0] for one in promises if one.kept and one.members}
    return [
        replace(one, found=None, members=())
        if one.kept is False and one.members and one.members[0] in kept
        else one
        for one in promises
    ]
