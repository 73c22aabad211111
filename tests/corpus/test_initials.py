"""First letters of pinyin agree with the shipped phrases'."""

from __future__ import annotations

import pytest

from drafting.corpus.initials import initials_of
from drafting.lexicons.lexicons import load_lexicons
from drafting.suggestions.frames import SLOT


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("凝心聚力", "nxjl"),
        ("银行行长", "yhhz"),
        ("重点工作", "zdgz"),
        ("重新部署", "cxbs"),
        ("a，1", ""),
        ("关键在行动", "gjzxd"),
        ("长三角", "csj"),
    ],
)
def test_readings_by_word(text: str, letters: str) -> None:
    assert initials_of(text) == letters


def test_shipped_phrases_have_the_same_letters() -> None:
    rows = [row for row in load_lexicons().table("phrases") if row["text"]]
    other = [
        row["text"] for row in rows if initials_of(SLOT.sub("", row["text"])) != row["initials"]
    ]
    assert other == []
