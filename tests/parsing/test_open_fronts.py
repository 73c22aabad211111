"""Lines before the speech that are still to be filled in."""

from __future__ import annotations

import pytest

from drafting.model.draft import BlockKind
from drafting.parsing.parser import parse_draft


@pytest.mark.parametrize("line", ["{讲话人}", "县长　{姓名}", "{讲话人职务} {姓名}"])
def test_a_speaker_still_to_be_named_is_no_part_of_the_title(line: str) -> None:
    draft = parse_draft(f"在{{会议名称}}上的讲话\n{line}\n（{{日期}}）\n同志们：\n今天开会。")
    assert draft.title == "在{会议名称}上的讲话"
    assert [block.kind for block in draft.blocks][1] is BlockKind.SPEAKER
    assert draft.particulars.speaker is None
