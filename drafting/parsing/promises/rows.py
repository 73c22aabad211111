"""Counts that climb from one: 一个目标、两条主线、三项任务, named in a row and told one by one."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.model.draft import Promise, PromiseKind
from drafting.text.characters import HAN
from drafting.text.numerals import parse_number
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# No 级: a first level is no one thing.
_MEASURE = "[个条项张大套支座片本种件篇场]"
_MORE = "两二三四五六七八九十"
_WORD = "[^，。；：、！？“”\\s是一二三四五六七八九十两]"
# What tells of a member: 一个目标，就是…; 一个目标：….
_TOLD = "(?:：|，?(?:就|即)?是|，?即|，?指)"
# 一个目标、两条主线; 围绕一个目标，突出两条主线; 一个目标：全部清零。两个重点：….
_STEP = f"(?:[、，；。]“?{_WORD}{{0,5}}?|，?{_TOLD}[^。；\\n]{{1,80}}[。；]“?{_WORD}{{0,5}}?)"
# Two alone stand side by side by chance; a third one, a colon behind them (一个确保、
# 两个力争：…) or the first of them told of later (突出三个重点。一条主线，就是…) makes a row.
_ROW = re.compile(
    f"(?P<one>一(?<![一二三四五六七八九十百第每这那某另同各任之].){_MEASURE}(?![是叫]){_WORD}{{1,6}}?)"
    f"{_STEP}(?P<second>[{_MORE}])(?:大|{_MEASURE}){_WORD}{{1,10}}?"
    f"(?P<surely>{_STEP}(?P<third>[{_MORE}])(?:大|{_MEASURE}){_WORD}|”?[：:]|(?=[。，”]))"
)
# A row is one sentence; what is told of its members follows in the same paragraph or the next.
_ROW_REACH, _TOLD_REACH = 160, 800
_NAMES_END = re.compile("[。；：\\n]|$")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its first member with the place where it is told of, and how far it reaches.

    Up to ``names_end`` its members are named; what is told of them may follow.
    """

    one: Span
    told: Span | None
    names_end: int
    end: int


class Rows:
    """The rows of a text, to be asked whether a count stands in one."""

    def __init__(self, text: str) -> None:
        self._rows = list(_iter_rows(text))
        self._starts = [row.one.start for row in self._rows]
        self._text = text

    def holds(self, position: int) -> bool:
        """Return whether a count at ``position`` is a member of a row."""
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and position < self._rows[index].end

    def names(self, position: int) -> bool:
        """Return whether a count at ``position`` is merely named in a row."""
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and position < self._rows[index].names_end

    def firsts(self) -> Iterator[Promise]:
        """Yield the promise of every 一个目标 that opens a row."""
        for row in self._rows:
            yield Promise(
                kind=PromiseKind.LISTED,
                text=row.one.of(self._text),
                span=row.one,
                count_span=Span(row.one.start, row.one.start + 1),
                count=1,
                found=None if row.told is None else 1,
                members=() if row.told is None else (row.told,),
            )


def _iter_rows(text: str) -> Iterator[Row]:
    seen: set[str] = set()
    for match in _ROW.finditer(text):
        name = match["one"]
        if name in seen or not _climbs(match):
            continue
        seen.add(name)
        told = re.compile(f"{name}{_TOLD}").match(text, match.start()) or re.compile(
            f"(?<![{HAN}]){name}{_TOLD}"
        ).search(text, match.start(), match.start() + _TOLD_REACH)
        if told is None and not match["surely"]:
            continue
        span = None if told is None else Span(told.start(), told.start() + len(name))
        end = _sentence_end(text, match.end())
        names_end = _NAMES_END.search(text, match.end("one"))
        yield Row(Span(*match.span("one")), span, names_end.start() if names_end else end, end)


def _climbs(match: re.Match[str]) -> bool:
    """Return whether the numbers rise; two alone stand side by side, parted by 、."""
    second, third = parse_number(match["second"]) or 0, match["third"]
    if third is None:
        return not match["surely"] or match.string[match.end("one")] == "、"
    return (parse_number(third) or 0) > second


def _sentence_end(text: str, start: int) -> int:
    newline = text.find("\n", start, start + _ROW_REACH)
    return newline if newline >= 0 else min(len(text), start + _ROW_REACH)
