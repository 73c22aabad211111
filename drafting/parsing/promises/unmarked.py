"""Rows whose numbers lost the mark behind them, or stand further off than their count's sentence.

两点：⏎第一眼睛要往外看。⏎第二力气要往里使。 · 三个硬仗。时间只剩九十天。头一个硬仗是征地，…. — the
numbers run on in one form from the first to as many as were announced, and not beyond.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafting.parsing.promises.counts import ANOTHER
from drafting.text.characters import HAN
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.parsing.promises.counts import Counted

_NUMERALS = "一二三四五六七八九十"
# The rest of the count's sentence, up to where the first number may stand.
_TAIL = re.compile("”?[^。；：！？\\n]{0,20}?(?P<mark>[。：，！]?)(?=\\s*第?一)")
# 一窑口为什么要关, 第二力气要往里使; 一是 and 第一条 number rows of other kinds.
_IN_LINES = re.compile(
    f"(?<=\n)[ \u3000]*(?P<form>第?)(?P<n>[{_NUMERALS}])(?=(?![是要来{_NUMERALS}])[{HAN}])"
)
_OF_THINGS = "个条项点种类件句层步样名位家批次方张把本年月季期轮届线"
_IN_ONE = re.compile(
    f"(?<=[。：；！？，])(?P<form>第)(?P<n>[{_NUMERALS}])(?=(?![{_OF_THINGS}{_NUMERALS}])[{HAN}])"
)
_FAR, _REACH, _LINES = 160, 3_000, 8_000
_MOST, _FEWEST, _KEY = len(_NUMERALS), 2, 2


def iter_unmarked(text: str, counted: Counted) -> Iterator[Sequence[Span]]:
    """Yield the numbers behind a count that run on from 一 in one form, up to the last."""
    near = text[counted.span.end : counted.span.end + _FAR]
    if "一" not in near or (counted.count or 0) > _MOST:
        return
    tail = _TAIL.match(text, counted.span.end)
    if tail is not None and ANOTHER.search(tail.group()) is None:
        yield _row(text, tail.end())
    if f"一{counted.measure}" in near and counted.measure:
        yield _by_its_name(text, counted)


def _row(text: str, start: int) -> Sequence[Span]:
    """Return 第一眼睛…第二力气… from ``start`` on, in lines or sentence by sentence."""
    if text.startswith("\n", start):
        form, end = _IN_LINES, start + _LINES
    else:
        line_end = text.find("\n", start, start + _REACH)
        form, end = _IN_ONE, line_end if line_end >= 0 else start + _REACH
    row: list[re.Match[str]] = []
    for one in form.finditer(text, start, end):
        if not row and text[start : one.start()].strip():
            break
        if row and one["form"] != row[0]["form"]:
            continue
        if one["n"] != _NUMERALS[len(row) : len(row) + 1]:
            break
        row.append(one)
    return [Span(*one.span()) for one in row] if len(row) >= _FEWEST else ()


def _by_its_name(text: str, counted: Counted) -> Sequence[Span]:
    """Return 头一个硬仗…第二个硬仗…, though sentences stand before the first of them."""
    thing = counted.measure + counted.noun.strip("“”")[:_KEY]
    form = _named(thing)
    start = counted.span.end
    first = form.search(text, start, start + _FAR)
    if first is None:
        return ()
    row = [first, *form.finditer(text, first.end(), start + _LINES)]
    numbers = "".join(one["n"] for one in row)
    return [Span(*one.span()) for one in row] if _NUMERALS.startswith(numbers) else ()


@cache
def _named(thing: str) -> re.Pattern[str]:
    number = f"(?:第|头(?=一))(?P<n>[{_NUMERALS}])"
    return re.compile(f"(?<=[，。；：！？\n\u3000]){number}{re.escape(thing)}(?!的)")
