"""Rows beside a count that number or name their members in any words, one after another.

三条，一怨路不平，二怨灯不亮，三怨水不清 · 三类人，一类是…，一类是…，还有一类是… · 四项工作。
首先是…其次是…最后是…. Any numeral or measure may take such a form, so a row is believed only where
it has exactly as many members as announced.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from drafting.parsing.promises.counts import ANOTHER
from drafting.text.characters import HAN
from drafting.text.numerals import parse_number
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.parsing.promises.counts import Counted

# The first member stands behind the count's own sentence, not further off.
_NEAR, _REACH, _LINES, _CLAUSES = 60, 1500, 6000, 160
# 干部一股: the longest clause that ends in one of what is counted, with its measure (方面).
_LONGEST = 12
_AT = "(?<=[，。；：、！？”\n\u3000])"
# The same, asked behind the first character: the search runs from one such to the next.
_AT_BEFORE = "(?<=[，。；：、！？”\n\u3000].)"
_SENTENCE_END = re.compile("[。！？\\n]")
_NUMERALS = "一二三四五六七八九十"
_FIRST = re.compile(f"一{_AT_BEFORE}(?P<word>[{HAN}，、])")
_IN_TURN = re.compile(
    f"{_AT}(?:首先|其次|再次|再者|再有|然后|最后)(?=[，、是要从])|{_AT}(?:再就是|同时也?是)"
)
_FIRST_IN_TURN = "首先"
# 一样是…, 还有一样就是…, 另一样，…, 一样叫….
_TOLD = tuple("是就，：叫为在，")
# 常委会议了三次，人大视察一次，…: how often, not which.
TIMES = frozenset("次回遍趟")
# 一条…, 再一条…, 第三条…: what is counted is named with every member.
_ONE_MORE = f"(?:(?:再|另|又|还有|再有|另有|最后|末了|末尾|头|有)?一|第[{_NUMERALS}])"


def iter_sequences(text: str, counted: Counted) -> Iterator[Sequence[Span]]:
    """Yield what may be the members of a count: believe those that are as many as announced."""
    start, measure = counted.span.end, counted.measure
    near = text[start : start + _NEAR + _LONGEST]
    # What begins with none of these has no first member.
    if "一" not in near and "第" not in near and _FIRST_IN_TURN not in near:
        return
    line_end = text.find("\n", start + 1, start + _REACH)
    end = line_end if line_end >= 0 else min(len(text), start + _REACH)
    yield _numbered(text, start, counted.count or 0)
    if measure and measure in near:
        yield _named(text, start, end, measure)
        yield _named(text, start, end, measure + counted.noun[:1])
        if f"一{measure}" in near and measure not in TIMES:
            yield shared(text, counted)
    if _FIRST_IN_TURN in near:
        yield _in_turn(text, start, end)


def _is_near(text: str, start: int, first: int) -> bool:
    """Return whether nothing but the rest of the count's sentence stands before ``first``."""
    between = text[start:first].rstrip("\n\u3000 ”")
    if first - start > _NEAR or _SENTENCE_END.search(between, 0, max(0, len(between) - 1)):
        return False
    return ANOTHER.search(between) is None


def _numbered(text: str, start: int, count: int) -> Sequence[Span]:
    """Return 一怨…二怨…三怨…: numbers that go with one and the same word."""
    for row in _numbered_rows(text, start, count + 1):
        if len(row) == count:
            return row
    return ()


def numbered_to_the_end(text: str, start: int) -> Sequence[Span]:
    """Return 一难…二难…三难…, all of them in the paragraph behind ``start``, or none."""
    line_end = text.find("\n", start, start + _REACH)
    for row in _numbered_rows(text, start, len(_NUMERALS)):
        # 一是, 一要 begin series of their own (parts.py).
        if (
            len(row) > 1
            and text[row[0].end - 1] not in "是要，、"
            and row[-1].end <= (line_end if line_end >= 0 else start + _REACH)
        ):
            return row
    return ()


def _numbered_rows(text: str, start: int, most: int) -> Iterator[Sequence[Span]]:
    """Yield the rows of numbers from one on with one word, ``most`` members looked at."""
    # They are told from single characters: beyond 十 there is none.
    if most > len(_NUMERALS) + 1 or text.find("二", start, start + _REACH + _NEAR) < 0:
        return
    for first in _FIRST.finditer(text, start, start + _NEAR):
        if not _is_near(text, start, first.start()):
            break
        word, last = first["word"], start + _REACH
        if text.find(f"二{word}", first.end(), last) < 0:
            continue
        row = list(islice(_row_of(word).finditer(text, first.start(), last), most))
        numbers = [parse_number(one["n"]) for one in row]
        if numbers == list(range(1, len(row) + 1)):
            yield [Span(*one.span()) for one in row]


@cache
def _row_of(word: str) -> re.Pattern[str]:
    # 一，不等。二，不靠。 — a bare numeral begins its sentence.
    place = _AT_BEFORE if word not in "，、" else "(?<=[。；：！？].)"
    return re.compile(f"(?P<n>[{_NUMERALS}]){place}{word}")


def _named(text: str, start: int, end: int, measure: str) -> Sequence[Span]:
    """Return 一类是…一类是…: the measure named with every member, in lines or in one line."""
    pattern = _one_of(measure)
    first = pattern.search(text, start, start + _NEAR)
    if first is None or not _is_near(text, start, first.start()):
        return ()
    if text[first.start() - 1] != "\n":
        row = [Span(*one.span()) for one in pattern.finditer(text, start, end)]
        return until_another(text, _told_alike(text, row))
    found = [first]
    while (line := text.find("\n", found[-1].end(), start + _LINES)) >= 0:
        following = pattern.match(text, line + 1)
        if following is None:
            break
        found.append(following)
    return [Span(*one.span()) for one in found]


def _told_alike(text: str, row: Sequence[Span]) -> Sequence[Span]:
    """Return the members told as the first one: 最后一样最难 behind 一样是…，一样是… is none."""
    # None where the first stands in an indented line below: the row ends with its own.
    if not row or not text.startswith("是", row[0].end):
        return row
    return [one for one in row if text[one.end : one.end + 1] in _TOLD]


def until_another(text: str, row: Sequence[Span]) -> Sequence[Span]:
    """Return the members up to the next count: 这两个项目，一个是… tells of other things."""
    for place, (one, following) in enumerate(pairwise(row), 1):
        between = text[one.end : following.start]
        if "。" in between and ANOTHER.search(between[between.index("。") :]):
            return row[:place]
    return row


@cache
def _one_of(measure: str) -> re.Pattern[str]:
    return re.compile(f"{_AT}{_ONE_MORE}{re.escape(measure)}(?!的)")


def shared(text: str, counted: Counted) -> Sequence[Span]:
    """Return 干部一股，党员一股，群众一股: clauses that end in one of what is counted."""
    start = counted.span.end
    line_end = text.find("\n", start + 1, start + _CLAUSES)
    end = line_end if line_end >= 0 else start + _CLAUSES
    form = _one_each(counted.measure, counted.noun)
    found = [Span(*one.span()) for one in form.finditer(text, start, end)]
    return found if found and _is_near(text, start, found[0].start) else ()


@cache
def _one_each(measure: str, noun: str) -> re.Pattern[str]:
    # 德的表现一张表，绩的排名一张表: the noun may go with every one.
    thing = f"一{re.escape(measure)}(?:{re.escape(noun)})?"
    return re.compile(f"(?<=[，。：；])[{HAN}]{{1,8}}{thing}(?=[，。；])")


def _in_turn(text: str, start: int, end: int) -> Sequence[Span]:
    """Return 首先…其次…最后…."""
    found = [Span(*one.span()) for one in _IN_TURN.finditer(text, start, end)]
    begun = bool(found) and found[0].of(text) == _FIRST_IN_TURN
    return found if begun and _is_near(text, start, found[0].start) else ()
