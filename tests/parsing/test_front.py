"""Title, subtitle, speaker, date, salutation: what stands before the speech."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from drafting.model.draft import BlockKind, Draft
from drafting.model.particulars import Particulars, SpeechType
from drafting.parsing.parser import parse_draft
from drafting.parsing.salutations import is_salutation

if TYPE_CHECKING:
    from collections.abc import Callable

BODY = "今天我们把大家请来，主要是议一议渡口改造的事，时间不长，请大家畅所欲言。"


def kinds(draft: Draft) -> list[tuple[str, str]]:
    return [
        (block.kind.value, block.span.of(draft.text))
        for block in draft.blocks
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING)
    ]


@pytest.mark.parametrize(
    "line",
    [
        "同志们：", "同志们", "同志们！", "各位代表：", "各位代表！", "各位委员、同志们：",
        "老师们、同学们：", "尊敬的各位领导、各位来宾：", "女士们、先生们，",
        "尊敬的王书记、各位领导，", "父老乡亲们：", "同志们、企业家朋友们：",
        "各位老领导、同志们：", "尊敬的各位领导，各位来宾，同志们、朋友们：", "同志们:",
        "各位企业家、各位朋友：",
    ],
)  # fmt: skip
def test_a_line_that_addresses_somebody(line: str) -> None:
    assert is_salutation(line)


@pytest.mark.parametrize(
    "line",
    [
        "", "表彰先进工作者", "一、把同志们组织起来", "在全县大会上的讲话", "县委书记",
        "今天，各位代表来到这里参观。", "同志们辛苦了，谢谢大家", "服务企业家",
    ],
)  # fmt: skip
def test_a_line_that_addresses_nobody(line: str) -> None:
    assert not is_salutation(line)


def test_all_front_lines(speech: Callable[[str], Draft]) -> None:
    draft = speech("mobilisation")
    assert kinds(draft) == [
        ("title", "在清河湾县河道清障动员大会上的讲话"),
        ("date", "（2026年3月12日）"),
        ("speaker", "县委书记　周远山"),
        ("salutation", "同志们："),
        ("note", "（根据录音整理）"),
    ]
    assert draft.particulars == Particulars(
        kind=SpeechType.MOBILISATION,
        occasion="清河湾县河道清障动员大会",
        level="县",
        date=dt.date(2026, 3, 12),
        speaker="周远山",
        role="县委书记",
    )


def test_given_particulars_stand() -> None:
    text = f"在临溪县春耕工作会议上的讲话\n同志们：\n{BODY}"
    draft = parse_draft(text, particulars=Particulars(speaker="何山", occasion="春耕会"))
    assert draft.particulars.speaker == "何山"
    assert draft.particulars.occasion == "春耕会"
    assert draft.particulars.kind is SpeechType.WORK_MEETING


def test_several_salutation_lines(speech: Callable[[str], Draft]) -> None:
    found = [one for one in kinds(speech("greeting")) if one[0] == "salutation"]
    assert [line for _, line in found] == [
        "尊敬的各位领导、各位来宾，", "女士们、先生们，", "父老乡亲们：",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("在全县渡口改造座谈会上的讲话", ["title"]),
        ("真抓实干 务求实效\n——在全县渡口改造座谈会上的讲话", ["title", "subtitle"]),
        ("在全县渡口改造\n座谈会上的讲话\n二〇二六年五月六日", ["title", "title", "date"]),
        (
            "在全县渡口改造座谈会上的讲话\n（讨论稿）\n县长\n王 明",
            ["title", "note", "speaker", "speaker"],
        ),
        (
            "在座谈会上的讲话\n县委副书记、县长　沈立言\n（2026年5月6日）",
            ["title", "speaker", "date"],
        ),
    ],
)
def test_front_with_salutation(head: str, expected: list[str]) -> None:
    draft = parse_draft(f"{head}\n同志们：\n{BODY}")
    assert [kind for kind, _ in kinds(draft)] == [*expected, "salutation"]


def test_front_without_salutation() -> None:
    draft = parse_draft(f"渡口改造工作情况汇报\n（2026年5月6日）\n{BODY}\n{BODY}")
    assert [kind for kind, _ in kinds(draft)] == ["title", "date"]


@pytest.mark.parametrize("text", [BODY, f"{BODY}\n{BODY}", "一、抓好渡口改造\n" + BODY, "今天"])
def test_no_title_is_invented(text: str) -> None:
    assert parse_draft(text).title == ""


def test_salutation_that_opens_its_paragraph() -> None:
    draft = parse_draft(f"在座谈会上的讲话\n同志们：{BODY}")
    assert kinds(draft) == [("title", "在座谈会上的讲话"), ("salutation", "同志们：")]
    body = draft.first(BlockKind.PARAGRAPH)
    assert body is not None
    assert body.span.of(draft.text) == BODY


def test_title_that_runs_into_the_salutation() -> None:
    draft = parse_draft(f"在全县渡口改造座谈会上的讲话同志们：\n{BODY}")
    assert kinds(draft) == [
        ("title", "在全县渡口改造座谈会上的讲话"), ("salutation", "同志们："),
    ]  # fmt: skip


def test_signature_and_date_at_the_end() -> None:
    draft = parse_draft(f"渡口改造情况汇报\n{BODY}\n{BODY}\n临溪县交通运输局\n2026年5月6日")
    assert kinds(draft)[1:] == [("signature", "临溪县交通运输局"), ("date", "2026年5月6日")]


def test_a_line_being_typed_is_no_signature() -> None:
    draft = parse_draft(f"在座谈会上的讲话\n同志们：\n{BODY}\n二、抓好工作落实")
    assert BlockKind.SIGNATURE not in {block.kind for block in draft.blocks}


def test_salutation_in_mid_speech() -> None:
    draft = parse_draft(f"工作报告\n各位代表：\n{BODY}\n各位代表！\n{BODY}")
    assert [line for kind, line in kinds(draft) if kind == "salutation"] == [
        "各位代表：", "各位代表！",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "（{日期}）",
        "（2026年X月X日）",
        "{讲话日期}",
        "（2026年×月×日）",
        "2026年__月__日",
        "（{年}年{月}月{日}日）",
    ],
)
def test_a_date_still_to_be_filled_in(line: str) -> None:
    draft = parse_draft(
        f"在全县渡口改造座谈会上的讲话\n{line}\n同志们：\n今天开个会，安排渡口改造。"
    )
    assert [kind for kind, _ in kinds(draft)][:3] == ["title", "date", "salutation"]
    assert draft.particulars.date is None


def test_offices_below_the_title_are_no_title() -> None:
    draft = parse_draft(
        "关于渡口改造情况的汇报\n中共临溪县委 临溪县人民政府\n各位领导：\n现将有关情况汇报如下。"
    )
    assert [kind for kind, _ in kinds(draft)][:3] == ["title", "speaker", "salutation"]
    assert draft.particulars.speaker is None


def test_the_salutation_holds_all_its_lines() -> None:
    draft = parse_draft(
        "致辞\n尊敬的各位来宾，\n同志们：\n今天欢聚一堂，共话发展。\n同志们！谢谢。"
    )
    assert draft.salutation == "尊敬的各位来宾，\n同志们："
    assert parse_draft("今天欢聚一堂，共话发展。").salutation is None
