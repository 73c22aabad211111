from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.text.numerals import format_han, parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三", 3),
        ("两", 2),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("一百零五", 105),
        ("二〇二六", 2026),
        ("14", 14),
        ("１４", 14),
        ("④", 4),
        ("几", None),
        ("", None),
        ("三个", None),
    ],
)
def test_parses(text: str, value: int | None) -> None:
    assert parse_number(text) == value


@given(st.integers(1, 9999))
def test_reads_back_what_it_writes(number: int) -> None:
    assert parse_number(format_han(number)) == number


def test_writes_as_headings_do() -> None:
    assert [format_han(n) for n in (1, 10, 11, 20, 101, 110)] == [
        "一",
        "十",
        "十一",
        "二十",
        "一百零一",
        "一百一十",
    ]


@given(st.text(max_size=30))
def test_never_raises(text: str) -> None:
    value = parse_number(text)
    assert value is None or value >= 0
