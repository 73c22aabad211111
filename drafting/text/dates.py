"""Dates as official texts write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.text.numerals import format_han

if TYPE_CHECKING:
    import datetime as dt

_DIGITS = "〇一二三四五六七八九"


def today() -> dt.date:
    """Return the day on this machine's calendar."""
    import datetime as dt

    return dt.datetime.now(tz=dt.UTC).astimezone().date()


def written_date(day: dt.date) -> str:
    """Return 2026年10月20日 (GB/T 9704-2012, 7.3.5.4: Arabic figures, no leading zeros)."""
    return f"{day.year}年{day.month}月{day.day}日"


def han_date(day: dt.date) -> str:
    """Return 二〇二六年十月二十日; the year digit by digit with 〇 (GB/T 15835-2011, 5.2)."""
    year = "".join(_DIGITS[int(digit)] for digit in str(day.year))
    return f"{year}年{format_han(day.month)}月{format_han(day.day)}日"
