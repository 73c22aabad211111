"""File names that every system takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.files.names import MAX_BYTES, UNNAMED, safe_file_name


@pytest.mark.parametrize(
    ("wish", "name"),
    [
        ("在全县大会上的讲话.docx", "在全县大会上的讲话.docx"),
        ("2026/10/20：讲话?*.docx", "2026-10-20：讲话？＊.docx"),
        ('a:b<c>d|e"f\\g', "a：b＜c＞d｜e”f-g"),
        ("CON", "CON_"),
        ("con.docx", "con_.docx"),
        ("nul .txt", "nul_.txt"),
        ("COM1.tar.gz", "COM1_.tar.gz"),
        ("COM10.txt", "COM10.txt"),
        ("LPT².txt", "LPT²_.txt"),
        ("讲话.", "讲话"),
        ("讲话. . .", "讲话"),
        ("讲话\u202excod.exe", "讲话xcod.exe"),
        ("讲\u200b话\ufeff", "讲话"),
        ("..", UNNAMED),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("", UNNAMED),
        (" \t\n", UNNAMED),
        ("第一行\n第二行", "第一行 第二行"),
        ("甲\r\x1b\r乙", "甲 乙"),
        ("a\0b\x07c\x7f", "abc"),
        ("坏\ud800名", "坏名"),
    ],
)
def test_known_names(wish: str, name: str) -> None:
    assert safe_file_name(wish) == name


def test_long_names_keep_their_suffix() -> None:
    name = safe_file_name("讲" * 300 + ".jianggao")
    assert name.endswith("讲.jianggao")
    assert MAX_BYTES - 3 < len(name.encode()) <= MAX_BYTES
    assert len(safe_file_name("x." + "y" * 300).encode()) <= MAX_BYTES


@given(st.text(max_size=400))
def test_any_text_gives_a_usable_name(wish: str) -> None:
    name = safe_file_name(wish)
    assert name
    assert len(name.encode()) <= MAX_BYTES
    assert not set(name) & set('\\/:*?"<>|\n\r\t\0')
    assert name == name.strip(" .")
    assert name.split(".")[0].strip().upper() not in {"CON", "NUL", "AUX", "PRN", "COM1"}
    assert safe_file_name(name) == name
