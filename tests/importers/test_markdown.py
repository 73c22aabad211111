"""Markdown's marks are taken away and counted; the words and lines stay."""

from __future__ import annotations

import pytest

from drafting.importers.markdown import without_marks
from drafting.importers.plain_text import read_plain_text

NOTE = "# 在全镇防火会上的讲话\n\n## 一、**看住火源** ##\n\n- 一是*管人*；\n> 二是管山。\n---\n"
PLAIN = "在全镇防火会上的讲话\n\n一、看住火源\n\n一是管人；\n二是管山。\n\n"


def test_marks_of_a_note() -> None:
    assert without_marks(NOTE) == PLAIN


def test_only_files_of_that_kind_are_read_so() -> None:
    data = NOTE.encode()
    noted = read_plain_text(data, "讲话.MD")
    assert noted.text == PLAIN
    assert [(one.kind, one.count, one.characters) for one in noted.omissions] == [
        ("Markdown 标记", 5, len(NOTE) - len(PLAIN))
    ]
    assert read_plain_text(data, "讲话.txt").text == NOTE


@pytest.mark.parametrize(
    "line",
    [
        "——致全县青年的一封信",
        "1. 抓进度",
        "3*4=12，5*6=30",
        "file_name_1 和 file_name_2",
        "#3楼会议室",
        "-5℃以下停工",
        "第十五届*",
    ],
)
def test_what_only_looks_like_a_mark_stays(line: str) -> None:
    assert without_marks(line) == line


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("见[方案](https://example.org/a)", "见方案"),
        ("***重要***和__必须__", "重要和必须"),
        ("- [ ] 待办", "[ ] 待办"),
        ("`代码`", "代码"),
        ("\\*星号\\*", "*星号*"),
    ],
)
def test_marks_inside_a_line(line: str, plain: str) -> None:
    assert without_marks(line) == plain


def test_a_long_line_of_marks_takes_no_time() -> None:
    assert without_marks("*a" * 20_000)
    assert without_marks("[" * 50_000)
    assert without_marks("> - " * 20_000) is not None
