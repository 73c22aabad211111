"""Dates in both forms."""

from __future__ import annotations

import datetime as dt

import pytest

from drafting.text.dates import han_date, written_date


@pytest.mark.parametrize(
    ("day", "written", "han"),
    [
        (dt.date(2026, 10, 20), "2026年10月20日", "二〇二六年十月二十日"),
        (dt.date(2025, 1, 1), "2025年1月1日", "二〇二五年一月一日"),
        (dt.date(2030, 12, 31), "2030年12月31日", "二〇三〇年十二月三十一日"),
    ],
)
def test_both_forms(day, written, han):
    assert (written_date(day), han_date(day)) == (written, han)
