"""Lists that a colon, 即 or 分别是 introduces, with one member more or fewer than announced.

四项指标，分别是工业投资、用电总量和进口总额。 — what is introduced so is all of it, as long as one
clause holds the list and nothing behind it goes on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.parsing.promises.counts import BARE_MEASURES
from drafting.parsing.promises.members import list_within
from drafting.parsing.promises.short_rows import NEAR_REST, further_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.parsing.promises.counts import Counted
    from drafting.text.span import Span

_CLAUSE = "[^，。；：！？、“”—（\\n]"
_PLACE = re.compile(
    f"”?(?:{_CLAUSE}{{0,16}}，(?P<named>(?:分别|依次|他们|她们|它们)(?:是|为|叫))"
    f"|{_CLAUSE}{{0,8}}(?:，?(?P<same>即(?![将使便可])|也?就是(?:指|说)?)|：))(?![“一]|第一|首先)"
)
_END = re.compile("[，。；：！？“”（\\n]|$")
_OPEN = re.compile("等|…|其中|比如|例如|譬如|尤其|特别|以及其他")
_MORE = re.compile("还要|同时|更要|以及|尤其|特别是|再一|第[一二三四五六七八九十]|和")
_ENDS = ("，", "。", "；", "\n", "")
_FEWEST, _LONGEST, _LONG, _UNEVEN = 3, 8, 14, 2
# Told in so many words, not in so many pieces.
_NOT_IN_PIECES = re.compile("[话字句]$")


def introduced_list(text: str, counted: Counted) -> Sequence[Span]:
    """Return the members of the list introduced behind the count, one more or fewer, or none."""
    place, count = _PLACE.match(text, counted.span.end), counted.count or 0
    if place is None or _NOT_IN_PIECES.search(counted.noun or counted.measure):
        return ()
    told = place["named"] or place["same"]
    stop = _END.search(text, place.end(), place.end() + NEAR_REST)
    if stop is None or stop.group() not in _ENDS or not (told or _may_be_listed(counted)):
        return ()
    row = _members(text, place.end(), stop.start())
    longer = len(row) > count
    if abs(len(row) - count) != 1 or len(row) < _FEWEST or not _is_even(row, told=bool(told)):
        return ()
    # 两项指标，分别是工业投资、用电总量和进口总额: these two and that one.
    if longer and ("和" in text[row[-2].end : row[-1].start] or stop.group() == "；"):
        return ()
    return () if _goes_on(text, stop.start(), counted) else row


def _may_be_listed(counted: Counted) -> bool:
    return counted.measure not in BARE_MEASURES


def _is_even(row: Sequence[Span], *, told: bool) -> bool:
    """Return whether the members are short, and behind a mere colon of like length, too."""
    lengths = [len(one) for one in row]
    if told:
        return max(lengths) <= _LONG
    return max(lengths) <= _LONGEST and max(lengths) - min(lengths) <= _UNEVEN


def _members(text: str, start: int, end: int) -> Sequence[Span]:
    """Return the members between 、 and one 和 before the last, none where another way may do."""
    listing = list_within(text, start, end)
    if listing is None or listing.is_open or listing.bracketed or listing.least < _FEWEST - 1:
        return ()
    if _OPEN.search(text, start, end) or listing.most - listing.least != listing.last_and:
        return ()
    return listing.spans_for(listing.most, text)


def _goes_on(text: str, end: int, counted: Counted) -> bool:
    """Return whether more of the list, or of another one, stands in the paragraph behind it."""
    line_end = text.find("\n", end, end + NEAR_REST)
    rest = text[end : line_end if line_end >= 0 else end + NEAR_REST]
    sentence = rest.split("。", 1)[0].split("；", 1)[0]
    further = further_of(counted.measure or "个")
    return "、" in sentence or bool(_MORE.search(sentence) or further.search(rest))
