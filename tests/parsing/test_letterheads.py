"""What stands above a title: the head of an official document, the speaker."""

from __future__ import annotations

import pytest

from drafting.model.draft import BlockKind
from drafting.parsing.parser import parse_draft

BODY = "今天我们把大家请来，主要是议一议渡口改造的事，时间不长，请大家畅所欲言。"


@pytest.mark.parametrize(
    "above",
    [
        ("云岭县人民政府办公室文件", "云政办发〔2026〕17号"),
        ("中共云岭县委", "云岭县人民政府", "文件", "云委发[2026]3号　　签发人：周远山"),
        ("云委办【2026】第8号",),
        ("内部资料　注意保存", "云岭县委办公室通报", "云办通（2026）2号"),
    ],
)
def test_a_letterhead_is_no_part_of_the_title(above: tuple[str, ...]) -> None:
    title = "在全县冬修水利会议上的讲话"
    draft = parse_draft("\n".join((*above, title, "县长　沈知远", "同志们：", BODY)))
    assert draft.title == title
    assert draft.particulars.speaker == "沈知远"
    notes = [one.span.of(draft.text) for one in draft.blocks if one.kind is BlockKind.NOTE]
    assert notes == list(above)


@pytest.mark.parametrize(
    "title",
    [
        "在学习贯彻省委〔2026〕1号文件宣讲会上的讲话",
        "云岭县文件工作会议主持词",
        "学习2026年1号文件座谈会上的讲话",
    ],
)
def test_a_title_that_names_a_document_is_one(title: str) -> None:
    assert parse_draft(f"{title}\n同志们：\n{BODY}").title == title


@pytest.mark.parametrize("title", ["在全县冬修水利会议上的讲话", "全县水利大会主持词"])
def test_a_speaker_above_the_title(title: str) -> None:
    draft = parse_draft(f"县委副书记、县长　沈知远\n{title}\n（2026年3月12日）\n同志们：\n{BODY}")
    assert draft.title == title
    assert draft.particulars.speaker == "沈知远"
