"""The wording nearest to one that was locked: whole, so that the locked one can take its place."""

from __future__ import annotations

import pytest

from drafting.checks.kinds.locked_wordings import lost_wordings, nearest_wording
from drafting.text.edits import TextEdit, apply_edits


@pytest.mark.parametrize(
    ("text", "wording", "mended"),
    [
        (
            "同志们，今年我县要收购稻谷三千五百吨以上，确保完成。",
            "收购稻谷四千吨",
            "同志们，今年我县要收购稻谷四千吨，确保完成。",
        ),
        (
            "各镇各部门都要把责任扛起来，把措施落实下去。",
            "各镇各部门要把责任扛在肩上",
            "各镇各部门要把责任扛在肩上，把措施落实下去。",
        ),
        ("再说一句，谁的孩子谁抱走。", "谁家的孩子谁抱走", "再说一句，谁家的孩子谁抱走。"),
        (
            "要逐户登记，不漏一户、不漏一人。",
            "要逐户登记造册，不漏一户、不落一人",
            "要逐户登记造册，不漏一户、不落一人。",
        ),
        ("会要短。\n话要实在，事要办好。", "话要实，事要办好。", "会要短。\n话要实，事要办好。"),
    ],
)
def test_the_nearest_can_be_replaced(text: str, wording: str, mended: str) -> None:
    assert list(lost_wordings(text, [wording])) == [wording]
    span = nearest_wording(text, wording)
    assert span is not None
    assert apply_edits(text, [TextEdit(span, wording)]) == mended


def test_nothing_like_it() -> None:
    assert nearest_wording("会就开到这里。", "谁家的孩子谁抱走") is None
    assert nearest_wording("", "谁家的孩子谁抱走") is None
    assert list(lost_wordings("一是早。\n二是 快。", ["一是早。二是快。", "　"])) == []
