"""Syllables are counted as a text is read aloud."""

from __future__ import annotations

import pytest

from drafting.text.spoken import count_syllables


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("要抓好落实。", "要抓好落实"),
        ("2026年10月20日", "二零二六年十月二十日"),
        ("1280亩", "一千二百八十亩"),
        ("1008人", "一千零八人"),
        ("10万人", "十万人"),
        ("110", "一百一十"),
        ("12.5%", "百分之十二点五"),
        ("100%", "百分之一百"),
        ("27,203,319,000", "二百七十二亿零三百三十一万九千"),
        ("100000001", "一亿零一"),
        ("1234567.89", "一百二十三万四千五百六十七点八九"),
        ("GDP 增长 6.1%", "ＧＤＰ增长百分之六点一"),
        ("-5℃", "五摄氏度"),
        ("0.5", "零点五"),
        ("3，5", "三五"),
        ("", ""),
        ("——……《》", ""),
    ],
)
def test_as_it_is_read(written: str, read: str) -> None:
    assert count_syllables(written) == len(read)
