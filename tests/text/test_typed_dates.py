"""Days as secretaries type them."""

from __future__ import annotations

import datetime as dt

import pytest

from drafting.text.typed_dates import NoSuchDateError, date_with_weekday, typed_date

TODAY = dt.date(2026, 11, 28)
DAY = dt.date(2026, 3, 12)


@pytest.mark.parametrize(
    "words",
    [
        "2026年3月12日", "2026年03月12日", "2026-3-12", "2026-03-12", "2026/3/12", "2026.3.12",
        "2026 3 12", "20260312", "26年3月12日", "26.3.12", "2026年3月12号", "2026年3月12",
        "二〇二六年三月十二日", "二零二六年三月十二日", "二○二六年三月十二日",
        "二O二六年三月十二日",
        "２０２６年３月１２日", "２０２６－３－１２", " 2026年3月12日 ", "（2026年3月12日）",
        "2026年3月12日星期四", "2026年3月12日（星期四）", "2026-3-12 周四", "2026 年 3 月 12 日",
        "2026—3—12",
    ],
)  # fmt: skip
def test_every_form_is_read(words: str) -> None:
    assert typed_date(words, TODAY) == DAY


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("3月12日", dt.date(2027, 3, 12)),  # 104 days ahead, the last one is 261 days ago
        ("12月3日", dt.date(2026, 12, 3)),
        ("11.20", dt.date(2026, 11, 20)),
        ("1-5", dt.date(2027, 1, 5)),
        ("十二月二十八号", dt.date(2026, 12, 28)),
        ("2月29日", dt.date(2028, 2, 29)),
        ("今天", TODAY),
        ("明天", dt.date(2026, 11, 29)),
        ("本周日", dt.date(2026, 11, 29)),
        ("下周三", dt.date(2026, 12, 2)),
        ("下下个星期一", dt.date(2026, 12, 7)),
        ("12月1日周二", dt.date(2026, 12, 1)),
        ("98年5月4日", dt.date(1998, 5, 4)),
    ],
)
def test_without_a_year_it_is_the_nearest_such_day(words: str, day: dt.date) -> None:
    assert typed_date(words, TODAY) == day


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("2026年2月30日", "没有2026年2月30日这一天"),
        ("13月1日", "没有13月1日这一天"),
        ("2026-0-5", "没有2026年0月5日这一天"),
        ("2026年3月12日星期五", "2026年3月12日是星期四，不是星期五"),
        ("下周", "认不出这个日期，可写成 2026-3-12"),
    ],
)
def test_what_is_no_day_is_told(words: str, reason: str) -> None:
    with pytest.raises(NoSuchDateError) as caught:
        typed_date(words, TODAY)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    "words",
    [
        "", "2026", "2026年", "3月", "2026年3月", "202603", "2026031", "12日", "2026-3-12-5",
        "二千零二十六年三月十二日", "2026年3月12日上午", "1234567890123", "3月12日3月12日", "-3-12",
    ],
)  # fmt: skip
def test_half_a_day_is_none(words: str) -> None:
    with pytest.raises(NoSuchDateError):
        typed_date(words, TODAY)


def test_where_no_year_may_be_guessed_it_has_to_be_typed() -> None:
    assert typed_date("26.3.12", None) == DAY
    for words in ("3月12日", "今天"):
        with pytest.raises(NoSuchDateError):
            typed_date(words, None)


def test_a_day_is_shown_with_its_weekday() -> None:
    assert date_with_weekday(DAY) == "2026年3月12日（星期四）"
