"""Patterns that are tried only where a line has a word of theirs find what they find everywhere."""

from __future__ import annotations

import random
import re

import pytest

from drafting.cleaning.lines import _folding, fold
from drafting.cleaning.tables import read_rows
from drafting.cleaning.web.patterns import patterns_of
from drafting.cleaning.web.worded_patterns import WordedPatterns, needed_words
from tests.cleaning.site_pages import SITES, SPEECHES

_ROWS = read_rows("cleaning_web_lines.tsv")
_PLACES = sorted({place for place, _, _ in _ROWS})


def _lines() -> list[str]:
    """Every line of our pages and speeches, and pieces of them glued at random."""
    lines = [
        line
        for path in (*SITES, *SPEECHES)
        for line in path.read_text(encoding="utf-8").split("\n")
        if 0 < len(line) <= 400
    ]
    chance = random.Random(20261128)  # noqa: S311 - test data
    pieces = [line[: chance.randrange(1, 30)] for line in lines]
    lines += [
        f"{chance.choice(pieces)}{chance.choice(': |>©.')}{chance.choice(pieces)}"
        for _ in range(500)
    ]
    return [fold(line) for line in lines]


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("点击(?:此处)?查看", {"点击"}),
        (".{0,80}(?:欢迎大家?(?:阅读|借鉴)|更多.{1,30}请看)", {"欢迎大", "更多"}),
        ("(?:文章|本文)?来源:.{0,9}", {"来源:"}),
        ("https?://.{1,9}", {"http"}),
        ("正文|.{0,9}(?:版权所有|©)", {"正文", "版权所有", "©"}),
        ("(?=.*(?:打印|关闭))[^】]{1,8}", {"打印", "关闭"}),
        (r"[^|]{1,9} ?[|│] ?.", {"|", "│"}),
        ("[|:]文", set()),  # a colon stands everywhere
        ("(?:今日|天)报", set()),  # 天 does
        ("(?:今日)?报", set()),
        ("(?!讲话)报", set()),
        (r"\d{4}年", set()),
        ("正?文 {0,3}名称", {"名称"}),
        ("正文?件", set()),
    ],
)
def test_words_are_needed_that_every_match_has(pattern: str, words: set[str]) -> None:
    assert needed_words(pattern) == words


def test_most_rows_need_words() -> None:
    needing = [bool(needed_words(pattern)) for place, pattern, _ in _ROWS if place == "edge"]
    assert sum(needing) > 0.8 * len(needing)


@pytest.mark.parametrize("place", _PLACES)
def test_a_line_matches_as_with_all_patterns_together(place: str) -> None:
    together = re.compile("|".join(f"(?:{pattern})" for one, pattern, _ in _ROWS if one == place))
    found = 0
    for line in _lines():
        whole = together.fullmatch(line) is not None
        found += whole
        assert patterns_of(place).match_whole(line) is whole, line
        inside = [match.span() for match in together.finditer(line)]
        assert [match.span() for match in patterns_of(place).find_in(line)] == inside, line
    assert found or place not in ("anywhere", "edge", "head", "list")


def test_one_pass_tells_which_lines_may_match() -> None:
    lines = ["同志们:", "见(www.example.com)", "", "谢谢", "(www.example.com)"]
    assert patterns_of("inline").may_be_in(lines) == [1, 4]
    assert list(WordedPatterns([r"\d{4}年"]).may_be_in(["正文"])) == [0]  # it needs no word


def test_nothing_is_found_without_patterns() -> None:
    assert not WordedPatterns([]).may_be_in("来源:")
    assert not WordedPatterns([]).match_whole("来源:")
    assert list(WordedPatterns(["来源:"]).find_in("正文")) == []


def test_folding_mark_by_mark_is_folding_by_the_table() -> None:
    marks = "，：；（）！？。、“”【】《》\u3000\tａＺ０９％－ aZ09,:縣县會会"
    chance = random.Random(20261128)  # noqa: S311 - test data
    for _ in range(2_000):
        line = "县" + "".join(chance.choices(marks, k=chance.randrange(6)))
        assert fold(line) == line.translate(_folding())
