"""Headings: markers, levels by nesting, run-in and glued ones, unmarked leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.model.draft import BlockKind, Draft
from drafting.model.headings import MarkerKind
from drafting.parsing.parser import parse_draft
from drafting.text.numerals import format_han

if TYPE_CHECKING:
    from collections.abc import Callable

FILL = "这件事拖了三年，今年一定要见到结果，各单位都要拿出自己的办法来。"


def shape(draft: Draft) -> list[tuple[int, str, str, bool]]:
    return [(one.level, one.marker, one.text, one.run_in) for one in draft.headings]


def brief(text: str) -> list[tuple[int, str]]:
    return [(one.level, one.marker) for one in parse_draft(text).headings]


def test_standing_alone_and_run_in(speech: Callable[[str], Draft]) -> None:
    assert shape(speech("mobilisation")) == [
        (1, "一、", "认清形势，增强清障的紧迫感", False),
        (2, "（一）", "隐患还没有见底", True),
        (2, "（二）", "时间已经不多了", True),
        (1, "二、", "盯住重点，打好清障的攻坚战", False),
        (1, "三、", "压实责任，形成清障的大合力", False),
        (2, "1.", "河长要到场", True),
        (2, "2.", "部门要到边", True),
        (2, "3.", "群众要到位", True),
    ]


def test_blocks_that_hold_a_heading_alone_are_heading_blocks(
    speech: Callable[[str], Draft],
) -> None:
    draft = speech("mobilisation")
    for heading in draft.headings:
        kind = draft.blocks[heading.block].kind
        assert kind is (BlockKind.PARAGRAPH if heading.run_in else BlockKind.HEADING)


def test_glued_into_one_paragraph(speech: Callable[[str], Draft]) -> None:
    assert shape(speech("glued")) == [
        (1, "一、", "认清家底，看准差距敢比拼", True),
        (2, "1.", "家底薄", True),
        (2, "2.", "差距大", True),
        (1, "二、", "补齐短板，敢闯新路争一流", True),
        (1, "三、", "强化保障，上下同心抓落实", True),
    ]


def test_unmarked_parallel_leads(speech: Callable[[str], Draft]) -> None:
    assert shape(speech("leads")) == [
        (1, "一、", "半年来的变化", False),
        (2, "", "令人欣慰的是", True),
        (2, "", "令人振奋的是", True),
        (2, "", "令人感动的是", True),
        (1, "二、", "下半年的打算", False),
        (2, "", "县级班子要示范干", True),
        (2, "", "部门单位要协同干", True),
        (2, "", "乡镇干部要扎根干", True),
    ]


def test_displaced_ordinals_are_no_headings(speech: Callable[[str], Draft]) -> None:
    draft = speech("displaced")
    assert [one.marker for one in draft.headings] == ["一、", "二、"]
    assert draft.items == ()


@pytest.mark.parametrize(
    ("markers", "kind"),
    [
        (("一、", "二、"), MarkerKind.HAN_COMMA),
        (("一.", "二."), MarkerKind.HAN_COMMA),
        (("（一）", "（二）"), MarkerKind.HAN_BRACKET),
        (("(一)", "(二)"), MarkerKind.HAN_BRACKET),
        (("㈠", "㈡"), MarkerKind.HAN_BRACKET),
        (("1.", "2."), MarkerKind.ARABIC_DOT),
        (("⒈", "⒉"), MarkerKind.ARABIC_DOT),
        (("１．", "２．"), MarkerKind.ARABIC_DOT),
        (("1、", "2、"), MarkerKind.ARABIC_COMMA),
        (("（1）", "（2）"), MarkerKind.ARABIC_BRACKET),
        (("1）", "2）"), MarkerKind.ARABIC_BRACKET),
        (("⑴", "⑵"), MarkerKind.ARABIC_BRACKET),
        (("①", "②"), MarkerKind.CIRCLED),
        (("第一，", "第二，"), MarkerKind.ORDINAL),
        (("第一、", "第二、"), MarkerKind.ORDINAL),
        (("第一点，", "第二点，"), MarkerKind.ORDINAL),
        (("第一个问题：", "第二个问题："), MarkerKind.ORDINAL),
        (("其一，", "其二，"), MarkerKind.ORDINAL),
        (("首先，", "其次，"), MarkerKind.FIRST_THEN),
        (("一要", "二要"), MarkerKind.MUST),
        (("一是", "二是"), MarkerKind.IS),
        (("一抓", "二抓"), MarkerKind.LOOK),
        (("一方面，", "另一方面，"), MarkerKind.ON_ONE_HAND),
        (("——", "——"), MarkerKind.DASH),
        (("（一）、", "（二）、"), MarkerKind.HAN_BRACKET),
    ],
)
def test_every_marker(markers: tuple[str, str], kind: MarkerKind) -> None:
    text = f"{FILL}\n{markers[0]}认识要到位。{FILL}\n{markers[1]}行动要跟上。{FILL}"
    found = parse_draft(text).headings
    assert [(one.kind, one.level, one.run_in) for one in found] == [(kind, 1, True)] * 2
    assert [one.text.lstrip("，") for one in found] == ["认识要到位", "行动要跟上"]
    if kind is not MarkerKind.DASH:
        assert [one.number for one in found] == [1, 2]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # Numbering inside a part whose own row goes on afterwards.
        ("（一）甲乙\n一、丙丁\n二、戊己\n（二）庚辛", [1, 2, 2, 1]),
        # The deepest chain that offices use.
        (
            "一、甲乙\n（一）丙丁\n1.戊己\n（1）庚辛\n（2）壬癸\n2.子丑\n二、寅卯",
            [1, 2, 3, 4, 4, 3, 1],
        ),
        # 一、 straight to 1. is level 2.
        ("一、甲乙\n1.丙丁\n2.戊己\n二、庚辛\n1.壬癸\n2.子丑", [1, 2, 2, 1, 2, 2]),
        # Spoken rows below a written one, restarting in each part.
        ("一、甲乙\n一是丙丁。\n二是戊己。\n二、庚辛\n一是壬癸。\n二是子丑。", [1, 2, 2, 1, 2, 2]),
        # A gap stays in its row.
        ("一、甲乙\n三、丙丁\n四、戊己", [1, 1, 1]),
        # A list of lines ended by ； stands inside its part.
        ("一、甲乙\n1.丙丁；\n2.戊己；\n二、庚辛", [1, 2, 2, 1]),
        (
            "第一部分 甲乙\n一、丙丁\n二、戊己\n第二部分 庚辛\n一、壬癸\n二、子丑",
            [1, 2, 2, 1, 2, 2],
        ),
    ],
)
def test_levels_by_nesting(lines: str, expected: list[int]) -> None:
    text = "\n".join(line + "\n" + FILL if line[-1] not in "。；" else line + FILL * 0
                     for line in lines.split("\n"))  # fmt: skip
    assert [level for level, _ in brief(text)] == expected


def test_a_paragraph_of_its_own_ends_a_row_of_single_paragraphs() -> None:
    text = (
        f"一、半年回顾\n（一）路修通了。{FILL}\n（二）水引来了。{FILL}\n"
        f"在肯定成绩的同时，也要看到问题：\n一是进度不平衡。{FILL}\n二是作风不扎实。{FILL}"
    )
    assert [level for level, _ in brief(text)] == [1, 2, 2, 2, 2]


@pytest.mark.parametrize(
    "paragraph",
    [
        "发展是第一要务，我们要在第一方阵里站稳脚跟，谁也不能掉队。",
        "全市第三，争第一。这是去年的名次和今年的目标，大家心里要有数。",
        "二、三产业占比提高了五个点，三、五年内还要再提高十个点。",
        "一九九八，那年发大水，全县上下都在堤上，没有一个人退下来。",
        "统一要求、统一标准、统一是关键，三个乡镇不能各搞一套。",
        "一定要把好事办好，一是一二是二，不许打折扣。",
        "首先，我代表县委向大家表示慰问，祝各位身体健康。",
        "1.8亿元的资金已经到位，2.5公里的管网月底开工建设。",
    ],
)
def test_what_is_no_marker(paragraph: str) -> None:
    draft = parse_draft(f"{FILL}\n{paragraph}\n{FILL}")
    assert draft.headings == ()
    assert draft.items == ()


def test_row_that_begins_inside_a_paragraph() -> None:
    text = f"下步做三件事：一是修路。{FILL}\n二是引水。{FILL}\n三是种树。{FILL}"
    assert [one.text for one in parse_draft(text).headings] == ["修路", "引水", "种树"]


def test_long_first_sentence_keeps_only_its_lead() -> None:
    long = "一是加强组织领导，" + "各乡镇各部门都要把这件事摆上重要位置，" * 4 + "抓出成效。"
    other = long.replace("一是加强组织领导", "二是加强资金保障")
    draft = parse_draft(f"{FILL}\n{long}\n{other}")
    assert [one.text for one in draft.headings] == ["加强组织领导", "加强资金保障"]
    assert all(one.run_in for one in draft.headings)


def test_bare_lines_where_nothing_is_numbered() -> None:
    text = f"{FILL}\n关于山林\n{FILL * 2}\n关于水面\n{FILL * 2}\n关于道路\n{FILL * 2}"
    assert shape(parse_draft(text)) == [
        (1, "", "关于山林", False), (1, "", "关于水面", False), (1, "", "关于道路", False),
    ]  # fmt: skip


def test_glued_heading_among_standing_ones() -> None:
    text = (
        f"一、巩固成果，稳住增收势头\n{FILL}\n"
        f"二、补齐短板，守住安全底线今年的短板主要在山塘，{FILL * 2}\n"
        f"三、压实责任，抓住落实关键\n{FILL}"
    )
    assert [one.text for one in parse_draft(text).headings] == [
        "巩固成果，稳住增收势头", "补齐短板，守住安全底线", "压实责任，抓住落实关键",
    ]  # fmt: skip


def test_half_width_and_traditional_text_is_cut_as_it_stands(
    speech: Callable[[str], Draft],
) -> None:
    draft = speech("narrow")
    assert draft.text_of(BlockKind.SALUTATION) == "同志们:"
    assert [(one.level, one.marker, one.text) for one in draft.headings] == [
        (1, "一、", "收购要敞开"),
        (1, "二、", "服务要到家"),
        (2, "(1)", "要早开门"),
        (2, "(2)", "要备足水"),
    ]
    old = parse_draft(f"同志們：\n下面，我講兩點意見。\n一、認清形勢\n{FILL}\n二、落實責任\n{FILL}")
    assert [one.text for one in old.headings] == ["認清形勢", "落實責任"]
    assert [(one.text, one.kept) for one in old.promises] == [("兩點意見", True)]


def test_numbers_above_twenty_go_on_with_their_row() -> None:
    lines = "\n".join(f"{format_han(one)}、抓好渠口。\n{FILL}" for one in range(1, 24))
    draft = parse_draft(f"同志们：\n下面，我讲二十三点意见。\n{lines}")
    assert [(one.level, one.number) for one in draft.headings] == [(1, n) for n in range(1, 24)]
    assert [(one.count, one.found) for one in draft.promises] == [(23, 23)]


def test_the_name_of_a_part_is_a_marker_without_a_mark_behind_it() -> None:
    parts = "第一部分2025年工作回顾\n去年办了三件实事。\n第二部分2026年工作任务\n今年再办五件。"
    text = f"讲话\n同志们：\n我讲两个部分。\n{parts}"
    assert [(one.marker, one.text) for one in parse_draft(text).headings] == [
        ("第一部分", "2025年工作回顾"),
        ("第二部分", "2026年工作任务"),
    ]
    assert not parse_draft("讲话\n同志们：\n第一部分的任务已经完成\n大家辛苦了。").headings


def test_first_may_be_the_only_part_yet() -> None:
    said = "第一，要认清形势，绷紧安全之弦。今年以来，全县发生事故十一起，形势不容乐观。"
    text = f"讲话\n同志们：\n刚才，应急局通报了情况。我强调几点意见。\n{said}"
    assert [one.text for one in parse_draft(text).headings] == ["要认清形势，绷紧安全之弦"]


def test_a_number_of_the_heading_behind_its_own_is_no_pair() -> None:
    text = (
        "讲话\n同志们：\n一、一季度的回顾\n还好。\n二、存在的问题\n不少。\n三、二季度的安排\n要快。"
    )
    assert [one.number for one in parse_draft(text).headings] == [1, 2, 3]
