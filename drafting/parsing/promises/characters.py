"""Counts of characters (八个字：稳中求进、真抓实干; “时、度、效”三个字).

As many as announced are read with the other rows (behind.py, nearby.py); here stands what is surely
all of them in another number: words of one length behind a colon or in one pair of marks.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from drafting.text.characters import HAN
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.parsing.promises.counts import Counted

_WORDS = f"[{HAN}]+(?:[、，][{HAN}]+)*"
_BEHIND = re.compile(
    "”?[^，。；：！？、“”\\n]{0,6}(?:：|——|，?(?:也?就是|即|叫做?|那就是)：?)"
    f"(?:“(?P<marked>{_WORDS})”|(?P<words>{_WORDS})(?=[。！？\\n]|$))"
)
_BEFORE = re.compile(f"“(?P<words>{_WORDS})”的?$|(?P<each>(?:“[{HAN}]”、?){{2,}})$")
_WORD, _ONE = re.compile(f"[{HAN}]+"), re.compile(f"[{HAN}]")
_FORMULA = re.compile("方针|真?经|诀|口诀|要|箴言|原则|工作|真言|格言|思路|目标|精神|标准|准则|$")
_REACH, _SAYING, _FEW, _LONGEST, _WHOLE_WORDS = 60, 4, 2, 9, 8


def counts_characters(counted: Counted) -> bool:
    """Return whether characters are counted (八个字, 十六字方针; no 十字路口)."""
    formula = counted.measure == "字" and _FORMULA.match(counted.noun) is not None
    return formula or counted.noun.startswith(("字", "大字"))


def characters_in_marks(text: str, position: int) -> Sequence[Span]:
    """Return the characters of “预防为主、平急结合” right before 的八字方针 at ``position``."""
    found = _BEFORE.search(text, max(0, position - _REACH), position)
    return _characters(text, found) if found else ()


def characters_of_another_number(text: str, counted: Counted) -> Sequence[Span]:
    """Return the characters beside the count that surely are all, but not as many, or none."""
    if not counts_characters(counted):
        return ()
    start = counted.span.start
    place = _BEFORE.search(text, max(0, start - _REACH), start)
    place = place or _BEHIND.match(text, counted.span.end)
    if place is None:
        return ()
    clauses = [len("".join(_WORD.findall(one))) for one in place.group(_name(place)).split("，")]
    words = _WORD.findall(place.group(_name(place)))
    count = counted.count or 0
    even = len(set(map(len, words))) == 1 and len(words[0]) <= _LONGEST
    # 四个字：天时、地利、人和: a saying; one word of four more or fewer is none.
    off = abs(sum(clauses) - count)
    one_word = off == len(words[0]) and len(words) * len(words[0]) >= _WHOLE_WORDS
    far = off > 1 and not (one_word and len(words[0]) in (_FEW, _SAYING) and len(words) > _FEW)
    # 八个字：忠诚干净，敢于担当，时刻牢记: what stands behind the eighth is no part of them.
    closed = sum(clauses) != count and count not in accumulate(clauses)
    return _characters(text, place) if even and closed and not far else ()


def _characters(text: str, place: re.Match[str]) -> Sequence[Span]:
    found = _ONE.finditer(text, *place.span(_name(place)))
    return [Span(*one.span()) for one in found]


def _name(place: re.Match[str]) -> str:
    """Return which form was found: the groups of both patterns have other names."""
    return place.lastgroup or ""
