"""Counts whose members stand beside them in loose forms: believed only in the exact number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.parsing.parser import parse_draft

if TYPE_CHECKING:
    from drafting.model.draft import Draft

FILL = "各单位都要把自己的事办好，不等不靠。"


def parsed(text: str) -> Draft:
    return parse_draft(f"{FILL}\n{FILL}{text}")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("对象、路线、责任人，三张表都要上墙。", 3),
        ("村级、组级、户级责任人这三个责任人要到岗。", 3),
        ("承诺的三件实事，修路、引水、架桥，年底前全部办完。", 3),
        ("开展“三比”活动，比学习、比干劲、比实绩。", 3),
        ("这得益于三个方面的支撑：开工早，回暖快，订单稳。", 3),
        ("有两个苗头值得警惕：一是用电，二是用气。", 2),
        ("项目分三个阶段推进：一季度开工，二、三季度快干，四季度验收。", 3),
        ("责任有三个层面。党委政府负总的责任；行业部门负监管责任；企业负主体责任。", 3),
        ("夜里不妨问自己三句话：对得起工资吗？对得起良心吗？对得起群众吗？", 3),
        ("统筹好发展和安全两件大事。", 2),
        ("做到“三个一律”：欠薪一律查处，违建一律拆除，超限一律劝返。", 3),
        ("坚持两手抓：一手抓化解，一手抓教育。", 2),
        ("短板是“三个不够”。一是后劲不够。二是储备不够。三是保障不够。", 3),
        ("上班不准打牌，中午不准饮酒，开会不准早退，这三条是铁规矩。", 3),
        ("一是链条不长。二是产业不大。这两个问题要对号入座。", 2),
    ],
)
def test_members_in_the_number_announced(text: str, count: int) -> None:
    promises = parsed(text).promises
    assert [(one.count, one.found) for one in promises if one.kept is not None] == [(count, count)]


@pytest.mark.parametrize(
    "text",
    [
        "对象、路线、责任人，四张表都要上墙。",
        "村级、组级、户级责任人这五个责任人要到岗。",
        "承诺的六件实事，修路、引水、架桥，年底前全部办完。",
        "开展“四比”活动，重点是比学习、比干劲、比实绩。",
        "责任有四个层面。党委政府负总的责任；行业部门负监管责任。",
        "做到“五个一律”：欠薪一律查处，违建一律拆除。",
        "推广“三个一批”。一是新建一批。二是改建一批。",
        "要把“两客一危一重”管死，农村道路也要管住。",
        "分赴三个方向驻点，年底前见到结果。",
        "这三条路，村民走了几十年，今年要全部修通。",
    ],
)
def test_nothing_is_broken_where_the_form_is_loose(text: str) -> None:
    assert [one for one in parsed(text).promises if one.kept is False] == []


@pytest.mark.parametrize("things", ["三层意思", "三句话", "三个问题", "三件事", "三张名片"])
def test_parts_that_are_numbered_with_their_name(things: str) -> None:
    thing = things[1:]
    parts = "\n".join(f"第{number}{thing}，抓好水利。{FILL}" for number in "一二三")
    draft = parse_draft(f"同志们：\n{FILL}下面，我讲{things}。\n{parts}")
    assert [(one.level, one.text) for one in draft.headings] == [(1, "抓好水利")] * 3
    assert [(one.count, one.found) for one in draft.promises] == [(3, 3)]
    broken = parse_draft(f"同志们：\n{FILL}下面，我讲四{thing}。\n{parts}")
    assert [one.kept for one in broken.promises] == [False]


def test_parts_below_a_named_part() -> None:
    text = (
        f"同志们：\n下面，我讲两层意思。\n第一层意思，认清形势。{FILL}\n（一）看远一些。{FILL}\n"
        f"（二）看深一些。{FILL}\n第二层意思，抓住重点。{FILL}\n"
        f"（一）建好库。{FILL}\n（二）修好渠。{FILL}"
    )
    assert [one.level for one in parse_draft(text).headings] == [1, 2, 2, 1, 2, 2]


@pytest.mark.parametrize("word", ["第一书记", "第一季度", "第一时间", "第一要务"])
def test_a_rank_is_no_part(word: str) -> None:
    text = f"同志们：\n{FILL}\n{word}，大家都要记住。{FILL}\n第二产业，也不能放松。{FILL}"
    assert parse_draft(text).headings == ()


def test_a_list_begun_inside_a_part_ends_with_it() -> None:
    text = (
        f"一、认清形势\n{FILL}\n二、抓住重点\n（一）做大产业。{FILL}\n一、种好稻。{FILL}\n"
        f"二、养好鱼。{FILL}\n（二）建好乡村。{FILL}\n三、压实责任\n{FILL}"
    )
    levels = [(one.level, one.marker) for one in parse_draft(text).headings]
    assert levels == [
        (1, "一、"), (1, "二、"), (2, "（一）"), (3, "一、"), (3, "二、"), (2, "（二）"),
        (1, "三、"),
    ]  # fmt: skip


def test_short_sections_whose_line_breaks_were_lost() -> None:
    text = (
        f"一、守住底线。{FILL}（一）看决心。有案必查、绝不手软，这是一贯的态度。"
        "（二）看手段。数据会说话，一比对就一清二楚。"
    )
    assert [(one.level, one.text) for one in parse_draft(text).headings] == [
        (1, "守住底线"), (2, "看决心"), (2, "看手段"),
    ]  # fmt: skip


def test_one_hand_and_the_other_at_a_line_s_beginning() -> None:
    text = f"{FILL}\n一方面，合理的要办好。另一方面，无理的要讲清。"
    assert [one.markers for one in parse_draft(text).items] == [("一方面", "另一方面")]


def test_a_second_row_of_parts_keeps_what_announces_it() -> None:
    text = (
        f"同志们：\n下面，我讲两点意见。\n一、抓早\n{FILL}\n二、抓实\n{FILL}\n"
        f"下面，我再强调三件事。\n一、备种\n{FILL}\n二、备肥\n{FILL}\n三、备水\n{FILL}"
    )
    promises = parse_draft(text).promises
    assert [(one.text, one.found) for one in promises] == [("两点意见", 2), ("三件事", 3)]


def test_a_word_behind_a_colon_is_the_heading_s_own() -> None:
    text = f"一、关键词之一：改革。{FILL}\n二、抓工业：全年新增规上企业二十户，一户一策。{FILL}"
    assert [one.text for one in parse_draft(text).headings] == ["关键词之一：改革", "抓工业"]


def test_an_amount_is_looked_for_in_no_row_but_characters_are() -> None:
    said = "送大家二十四个字：守土有责、守土尽责、善作善成、敢打敢拼、从严从实、常抓常新。"
    assert [(one.count, one.found) for one in parsed(said).promises] == [(24, 24)]
    assert parsed("走访了三十个村，听了意见，记了账本，办了实事。").promises == ()


def test_a_row_that_the_text_breaks_off_in_is_not_called_broken() -> None:
    whole = (
        "归纳起来，做到了“四个变化”。\n“四个变化”：一是园区面貌有了变化，新开工十七个项目，入园企业"
        "四十一家。二是城镇面貌有了变化，老城改造拆了十一万平方米。三是农村面貌有了变化。种"
    )
    assert [one.kept for one in parse_draft(whole).promises] == [None, None]
