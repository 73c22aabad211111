"""A day as somebody types it into a field: 2026年3月12日, 2026-3-12, 3月12日, in Han figures."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from drafting.text.dates import written_date
from drafting.text.numerals import parse_number

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIGURE = "[0-9〇零一二三四五六七八九十]"
_YEAR_ENDS, _MONTH_ENDS = "(?:年|[-./—]|\\s)", "(?:月|[-./—]|\\s)"
_DAY = re.compile(
    f"(?:(?P<year>{_FIGURE}{{4}}|[0-9]{{2}})\\s*{_YEAR_ENDS}\\s*)?"
    f"(?P<month>{_FIGURE}{{1,3}})\\s*{_MONTH_ENDS}\\s*(?P<day>{_FIGURE}{{1,3}})\\s*[日号]?"
)
_RUN_TOGETHER = re.compile("(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_WEEKDAY = re.compile("[\\s（(，,]*(?:星期|周|礼拜)(?P<name>[一二三四五六日天])[）)]?$")
_WEEK = "一二三四五六日"
# A bare 周三 may be past or to come; these are not.
_OF_WEEK = re.compile("(?P<week>本|这|下下?)个?(?:星期|周|礼拜)(?P<name>[一二三四五六日天])")
_WEEKS = {"本": 0, "这": 0, "下": 1, "下下": 2}
_NEAR = {"前天": -2, "昨天": -1, "今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3}
_PLAIN = str.maketrans("０１２３４５６７８９．／－○О" + "O" + "\u3000", "0123456789./-〇〇〇 ")
# Two figures of a year: up to this one they are of this century.
_LAST_OF_CENTURY = 69


class NoSuchDateError(ValueError):
    """What was typed is no day; ``reason`` says so to the user in a clause."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def typed_date(words: str, today: dt.date | None) -> dt.date:
    """Return the day that was typed; without a year it is the one nearest to ``today``.

    ``today`` is None where a year that is guessed would do harm: it has to be typed.

    Raises:
        NoSuchDateError: it is no day, does not exist, has another weekday or no year.
    """
    plain = words.translate(_PLAIN).strip().strip("（）() ")
    if today is not None and plain in _NEAR:
        return today + dt.timedelta(days=_NEAR[plain])
    if today is not None and (named := _OF_WEEK.fullmatch(plain)):
        days = 7 * _WEEKS[named["week"]] + _WEEK.index(named["name"].replace("天", "日"))
        return today + dt.timedelta(days=days - today.weekday())
    weekday = _WEEKDAY.search(plain)
    bare = plain[: weekday.start()] if weekday else plain
    match = _RUN_TOGETHER.fullmatch(bare) or _DAY.fullmatch(bare.strip())
    if match is None:
        raise NoSuchDateError("认不出这个日期，可写成 2026-3-12")
    day = _day(match, today)
    if weekday:
        _compare_weekday(day, weekday["name"])
    return day


def date_with_weekday(day: dt.date) -> str:
    """Return 2026年3月12日（星期四）."""
    return f"{written_date(day)}（星期{_WEEK[day.weekday()]}）"


def _day(match: re.Match[str], today: dt.date | None) -> dt.date:
    month, day = parse_number(match["month"]) or 0, parse_number(match["day"]) or 0
    if match["year"] is not None:
        found = _existing(_whole_year(match["year"]), month, day)
        years = match["year"] + "年"
    elif today is None:
        raise NoSuchDateError("请连年份一起写")
    else:
        near = (_existing(year, month, day) for year in _years_around(today))
        found = min(
            (one for one in near if one is not None),
            key=lambda one: abs(one - today),
            default=None,
        )
        years = ""
    if found is None:
        raise NoSuchDateError(f"没有{years}{month}月{day}日这一天")
    return found


def _whole_year(figures: str) -> int:
    year = parse_number(figures) or 0
    if len(figures) > 2:
        return year
    return year + (2000 if year <= _LAST_OF_CENTURY else 1900)


def _years_around(today: dt.date) -> Iterator[int]:
    """Yield this year and those beside it; a leap day may be four years away."""
    yield from range(today.year - 4, today.year + 5)


def _existing(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _compare_weekday(day: dt.date, name: str) -> None:
    told = _WEEK[day.weekday()]
    if name.replace("天", "日") != told:
        raise NoSuchDateError(f"{written_date(day)}是星期{told}，不是星期{name}")
