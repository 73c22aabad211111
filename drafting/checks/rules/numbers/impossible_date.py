"""A day or an hour that the calendar and the clock have.

What it does:
    Reports months beyond 12, days beyond the end of their month (29 February by its year), dates
    in figures (2026.2.30) and times of day that no clock shows.
Why:
    A day changed by hand, or a range copied from another month, leaves 2月30日 behind.
Limits:
    Days of the farmers' calendar are left out; 29 February without a year is possible.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.checks.kinds.dates import iter_named_days
from drafting.model.finding import Severity
from drafting.text.numerals import parse_number
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_MONTHS = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_IN_FIGURES = re.compile(
    "20[0-9]{2}(?P<mark>[.\\-/])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})(?![0-9.])"
)
_LATIN = re.compile("[A-Za-z0-9.]")
# 13月 without a year, where nothing but a point in time can be meant.
_BARE_MONTH = re.compile("月(?=[底初末前后份]|[上中下]旬|[，。；、）])(?!份额)")
_BARE_NUMBER = re.compile(
    "(?<![0-9.．第一二三四五六七八九十百千万年—\\-至])(?:1[3-9]|[2-9][0-9]|十[三四五六七八九]|[二三四五六七八九]十[一二三四五六七八九]?)$"
)
_MONTH = re.compile("年(?P<month>[0-9]{1,2}|[一二三四五六七八九十]{1,3})月")
_YEAR = re.compile("(?<![0-9])[0-9]{4}$|[〇○零一二三四五六七八九]{4}$|[今去前明后本当同]$")
_CLOCK = re.compile(
    "(?:上午|下午|中午|晚上|早上|凌晨|当晚|当日|当天)(?P<time>(?P<hour>[0-9]{1,2})"
    "(?:[:：](?P<minute>[0-9]{2})|[时点](?P<minutes>[0-9]{1,2})分|[时点]))"
)


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    yield from _days(draft.text)
    yield from _months(draft.text)
    yield from _bare_months(draft.text)
    yield from _times(draft.text)


def _days(text: str) -> Iterator[Finding]:
    for day in iter_named_days(text):
        if not _exists(day.year, day.month, day.day):
            yield _finding(day.span, text)
    for match in _IN_FIGURES.finditer(text):
        year, month, day_of_month = (int(match.group()[:4]), int(match["month"]), int(match["day"]))
        if not _exists(year, month, day_of_month) and not _LATIN.match(
            text, max(0, match.start() - 1)
        ):
            yield _finding(Span(*match.span()), text)


def _exists(year: int | None, month: int, day: int) -> bool:
    if not 1 <= month <= 12 or not 1 <= day <= _MONTHS[month]:
        return False
    leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return leap or (month, day) != (2, 29)


def _months(text: str) -> Iterator[Finding]:
    for match in _MONTH.finditer(text):
        year = _YEAR.search(text, max(0, match.start() - 5), match.start())
        month = parse_number(match["month"])
        if year is None or month is None or 1 <= month <= 12:
            continue
        if _DAY_BEHIND.match(text, match.end()) is None:
            yield _finding(Span(year.start(), match.end()), text)


_DAY_BEHIND = re.compile("[0-9一二三四五六七八九十]{1,3}[日号]")


def _bare_months(text: str) -> Iterator[Finding]:
    for match in _BARE_MONTH.finditer(text):
        number = _BARE_NUMBER.search(text, max(0, match.start() - 4), match.start())
        if number is not None:
            yield _finding(Span(number.start(), match.end()), text)


def _times(text: str) -> Iterator[Finding]:
    for match in _CLOCK.finditer(text):
        minute = match["minute"] or match["minutes"] or "0"
        if int(match["hour"]) > 24 or int(minute) > 59:
            yield _finding(Span(*match.span("time")), text)


def _finding(span: Span, text: str) -> Finding:
    return RULE.finding(span, f"“{span.of(text)}”不存在，请核对日期")


RULE = Rule(
    code="NU001",
    name="impossible-date",
    summary="没有这样的日期",
    severity=Severity.ERROR,
    check=_check,
    why="日期在日历上不存在，多半是改动时看错了月份，会让参会的人无所适从。",
    source="公历；GB/T 7408.1-2023（日期和时间的表示法）",
    flagged=(
        "同志们：\n请各镇于2月30日前上报排查情况。",
        "同志们：\n项目要在2026年13月底前建成投用。",
        "同志们：\n会议定于四月三十一日召开，请提前安排。",
        "同志们：\n集中整治从9月25日至31日，为期一周。",
        "同志们：\n2026年2月29日前，各村要完成入户登记。",
        "同志们：\n请于明天下午2:75到会议室集合。",
    ),
    clean=(
        "同志们：\n请各镇于2月28日前上报排查情况。",
        "同志们：\n2028年2月29日前，各村要完成入户登记。",
        "同志们：\n农历二月三十是老街的庙会，要做好疏导。",
        "同志们：\n集中整治从9月25日至10月31日，请抓紧。",
        "同志们：\n增速为3.13，月均用电31万千瓦时，2026年12月要收口。",
        "同志们：\n请于明天下午2:30到会议室集合，晚上24时前报平安。",
    ),
    scope=Scope.LINE,
)
