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


def test_where_a_report_was_given_stands_below_its_title() -> None:
    rest = "各位代表、同志们：\n现在，我代表县委向大会作报告。"
    title = "奋力谱写云山发展新篇章"
    said = "在中国共产党云山县第十四次代表大会上的报告"
    assert parse_draft(f"{title}\n{said}\n{rest}").title == title
    assert parse_draft(f"中共云山县委书记\n{said}\n{rest}").title.endswith(said)
