"""What is annexed to a speech stands behind it: no headings, no closing, nothing said."""

from __future__ import annotations

import pytest

from drafting.model.draft import BlockKind
from drafting.parsing.parser import parse_draft

LAST = "同志们，让我们抓紧行动，把渡口改造这件事办好！"
SPEECH = f"""在全县渡口改造推进会上的讲话
同志们：
今天的会议主要研究渡口改造。下面，我讲两点意见。
一、把底数摸清
各乡镇都要到现场去看。
二、把责任压实
交通局要每周通报一次。
{LAST}"""


@pytest.mark.parametrize(
    "annex",
    [
        "附件：1.渡口改造分工表\n2.渡口改造进度表",
        "附件：渡口改造分工表\n\n附件\n渡口改造分工表\n序号\t任务\t单位\n1\t勘测\t交通局",
        "附件1\n渡口改造实施方案\n一、总体要求\n今年全部改完。\n二、主要任务\n分三批改造。",
        "附件一：渡口改造分工表",
        "2026年4月8日\n附件：\n1.渡口改造分工表",
    ],
)
def test_annexes_are_no_part_of_the_speech(annex: str) -> None:
    draft = parse_draft(f"{SPEECH}\n{annex}\n")
    alone = parse_draft(SPEECH)
    assert draft.headings == alone.headings
    assert draft.closing == alone.closing
    assert draft.promises == alone.promises
    behind = [one for one in draft.blocks if one.span.start > len(SPEECH) and len(one.span)]
    assert {one.kind for one in behind} <= {BlockKind.NOTE, BlockKind.DATE}


@pytest.mark.parametrize(
    "line",
    [
        "附件1已经印发大家，请对照清单抓好落实。",
        "附件里写明了各乡镇的任务。",
        "附件的数字还要再核一遍",
    ],
)
def test_what_is_said_of_an_annex_is_speech(line: str) -> None:
    draft = parse_draft(f"{SPEECH.removesuffix(LAST)}{line}\n{LAST}")
    (block,) = [one for one in draft.blocks if one.span.of(draft.text) == line]
    assert block.kind is BlockKind.PARAGRAPH


def test_a_speech_that_goes_on_below_keeps_its_headings() -> None:
    text = f"{SPEECH}\n附件：1.渡口改造分工表\n{SPEECH}"
    assert len(parse_draft(text).headings) > len(parse_draft(SPEECH).headings)
