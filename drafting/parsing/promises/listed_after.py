"""Lists that a colon, a bracket or 即 introduces behind a count (三项工程：甲、乙、丙).

They keep it in the reading that makes them as many as announced, and break it where no reading
does and each member names what is counted, or all are short and even.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.parsing.promises.looking_back import listed_promise
from drafting.parsing.promises.members import (
    Listing,
    ends_in_two,
    list_within,
    split_list,
    with_last_parted,
)
from drafting.parsing.promises.names import FIXED_NAMES
from drafting.parsing.promises.short_lists import may_be_as_many
from drafting.parsing.promises.short_rows import is_last_apart
from drafting.parsing.promises.whole_rows import is_followed
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.draft import Promise
    from drafting.parsing.promises.counts import Counted

_INTRODUCED = re.compile(
    "[”]?(?P<mark>[：:]|（|\\(|——|，?(?<!在)即(?![将使便可])|，?分别[是为]|，?也?就是(?:指|说，?)?|，?是指|，?指的是)"
)
# 对照“五个到位”再查一遍，即….
_INTRODUCED_LATER = re.compile(
    "[^，。；：！？\n]{1,10}(?P<mark>，(?:即(?![将使便可])|(?:也|分别)?就?是))"
)
# Numbered members are a series, and the series is counted, not its commas.
_NUMBERED = re.compile("一[是要靠看]|一个(?:是|叫|方面)|第一|首先|[（(]?[一1][）)、.．]|①")
_REACH = 400
_BRACKET_END, _STOP = re.compile("[）)。\\n]"), re.compile("[。！？\\n]")
# 一个项目、一名领导、一套方案，做到人随项目走: the list ends where its purpose begins.
_PURPOSE = re.compile(
    "[^，。；：]+、[^，。；：]+(?=，(?:做到|确保|实现|推动|真正|切实|努力|全力|不断|让|使))"
)
_KEY, _FAR_OFF = 2, 2


def list_after(text: str, counted: Counted) -> Promise | None:
    """Return the promise of a count whose members follow behind a colon or in brackets."""
    place = _list_behind(text, counted)
    if place is None:
        return None
    start, end = place.start, place.end
    exactly = _as_many_as_announced(text, counted, start, end)
    if exactly:
        return listed_promise(text, counted, exactly)
    if "…" in text[start:end]:
        return None
    listing = list_within(text, start, end)
    broken = _broken_after(text, counted, start, end, listing)
    broken = with_last_parted(text, broken, counted.noun[-_KEY:])
    count = counted.count or 0
    surely = len(broken) > count and not is_last_apart([one.of(text) for one in broken], count)
    surely = surely or (bool(broken) and not may_be_as_many(text, broken, counted))
    return listed_promise(text, counted, broken) if surely else None


def _list_behind(text: str, counted: Counted) -> Span | None:
    """Return where a list stands that a colon, a bracket or 即 introduces; none if numbered."""
    introduced = _INTRODUCED.match(text, counted.core.end if counted.quoted else counted.span.end)
    if introduced is None and counted.quoted:
        introduced = _INTRODUCED.match(text, counted.span.end)
        introduced = introduced or _INTRODUCED_LATER.match(text, counted.span.end)
    if introduced is None or _NUMBERED.match(text, introduced.end()):
        return None
    start = introduced.end()
    end = _list_end(text, start, _BRACKET_END if introduced["mark"] in "（(" else _STOP)
    purpose = _PURPOSE.match(text, start, max(start, end))
    end = purpose.end() if purpose else end
    return Span(start, end) if end > start else None


def _as_many_as_announced(text: str, counted: Counted, start: int, end: int) -> Sequence[Span]:
    """Return the members of the list at start..end in the reading that makes them so many."""
    count = counted.count or 0
    # 四个不：不插手…，凡是…；不收受…，…；…: what is parted by ； is not parted by ， too.
    finer = () if "；" in text[start:end] else ("，、", "，")
    for marks in ("；", "、", *finer):
        members = split_list(text, start, end, marks)
        if len(members) == count > 1 and not _is_mixed(text, counted, members, marks):
            parted = with_last_parted(text, members, counted.noun[-_KEY:])
            # 分别是固定资产投资、用电量和进口总额: two only by their 、.
            words = [one.of(text) for one in members]
            if len(parted) > count or not ("、" in marks and ends_in_two(words)):
                return parted
    listing = list_within(text, start, end)
    if (
        listing is None
        or not listing.fits(count)
        or any(mark in text[start:end] for mark in "，；")
    ):
        return ()
    even = listing.least == count and ends_in_two([one.of(text) for one in listing.members])
    return () if even else listing.spans_for(count, text)


def _is_mixed(text: str, counted: Counted, members: Sequence[Span], marks: str) -> bool:
    """Return whether other marks part the pieces as well, or not all of them are members."""
    words = [one.of(text) for one in members]
    # 政府引导、市场运作、群众参与，因地制宜、分类施策: 、 parts no four where ， parts as well.
    if marks == "、" and any("，" in word for word in words[:-1]):
        return True
    # “五个一”：一个项目、…，做到…: what has no 一 of its own is no member.
    having = sum(counted.noun in word for word in words) if counted.quoted else 0
    if counted.noun != "" and 1 < having < len(words):
        return True
    return is_followed(text, members, counted)


def _list_end(text: str, start: int, closers: re.Pattern[str]) -> int:
    found = closers.search(text, start, start + _REACH)
    return found.start() if found else 0


def _broken_after(
    text: str, counted: Counted, start: int, end: int, listing: Listing | None
) -> list[Span]:
    """Return the members where they are surely not as many as announced."""
    key = counted.noun[:4]
    first = (
        split_list(text, start, text.find("，", start, end), "、")
        if "，" in text[start:end]
        else []
    )
    named = len(key) > 1 and len(first) > 2 and all(_carries(one.of(text), key) for one in first)
    if named and counted.quoted and key not in text[first[-1].end : end]:
        return first
    if FIXED_NAMES.search(counted.core.of(text)):
        return []
    for marks in ("；", "，", "、"):
        members = split_list(text, start, end, marks)
        with_key = [one for one in members if _carries(one.of(text), key)]
        if len(with_key) >= 2 and len(with_key) == len(members):
            return members
    plain = listing is not None and listing.plain and not listing.is_open and listing.least >= 2
    if (
        plain
        and listing is not None
        and "，" not in text[start:end]
        and "；" not in text[start:end]
    ):
        lengths = {len(member) for member in listing.members}
        if (
            max(lengths) - min(lengths) <= 2
            and abs(listing.least - (counted.count or 0)) <= _FAR_OFF
        ):
            return list(listing.members)
    return []


def _carries(member: str, key: str) -> bool:
    if key[:1] == "一":
        return key in member
    return len(key) >= 1 and (member.startswith(key) or member.endswith(key))
