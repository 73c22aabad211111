from __future__ import annotations

import pytest

from drafting.text.characters import count_characters, is_han, without_lone_surrogates


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("同志们：", 4),
        ("完成投资139.2亿元", 7),
        ("GDP 增长 8.1%，", 5),
        ("　　今天，\n我们", 5),
        ("“一把手”", 5),
    ],
)
def test_counts_as_word_does(text: str, count: int) -> None:
    assert count_characters(text) == count


def test_han_leaves_marks_and_latin_out() -> None:
    assert all(is_han(character) for character in "县〇㐀𠀀")
    assert not any(is_han(character) for character in "，A1 “")


def test_halves_of_pairs_are_stood_in_for_and_places_stay() -> None:
    text = without_lone_surrogates("\ud83d要\udc00抓紧😀")
    assert text == "\ufffd要\ufffd抓紧😀"
    assert text.encode() == "�要�抓紧😀".encode()
