"""Set phrases side by side: parted only where they make a row."""

from __future__ import annotations

import pytest

from drafting.suggestions.joining import joined


@pytest.mark.parametrize(
    ("before", "phrase", "after", "expected"),
    [
        ("要凝心聚力", "真抓实干", "", "、真抓实干"),
        ("要", "真抓实干", "攻坚克难", "真抓实干、"),
        ("凝心聚力", "真抓实干", "攻坚克难", "、真抓实干、"),
        ("统一思想认识", "明确目标任务", "。", "、明确目标任务"),
        ("凝心聚力、", "真抓实干", "，", "真抓实干"),
        ("要凝聚力量", "真抓实干", "", "真抓实干"),  # no set phrase before it
        ("凝心聚力", "统一思想认识", "", "统一思想认识"),  # of another length
        ("凝心聚力", "确保", "", "确保"),
        ("", "今天，我们召开{会议名称}，主要任务是{主要任务}。", "凝心聚力", None),
    ],
)  # fmt: skip
def test_only_members_of_a_row_are_parted(
    before: str, phrase: str, after: str, expected: str | None
) -> None:
    assert joined(phrase, before, after) == (expected or phrase)
