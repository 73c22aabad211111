from __future__ import annotations

import pytest

from drafting.text.characters import count_characters, is_han


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
