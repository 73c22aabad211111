"""Counts announced and counts beside their members."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.model.draft import Draft, Promise, PromiseKind
from drafting.parsing.parser import parse_draft

if TYPE_CHECKING:
    from collections.abc import Callable

FILL = "各单位都要把自己的事办好，不等不靠。"
PARTS, LISTED = PromiseKind.PARTS, PromiseKind.LISTED


def found(text: str) -> list[tuple[PromiseKind, str, int | None, int | None]]:
    return [(one.kind, one.text, one.count, one.found) for one in parse_draft(text).promises]


def by_text(draft: Draft) -> dict[str, Promise]:
    return {one.text: one for one in draft.promises}


def test_nested_promises_each_against_its_own_level(speech: Callable[[str], Draft]) -> None:
    draft = speech("mobilisation")
    assert [(one.kind, one.text, one.found, one.kept) for one in draft.promises] == [
        (PARTS, "三点意见", 3, True),
        (PARTS, "四个方面的工作", 4, True),
        (LISTED, "“三到位”", 3, True),
        (LISTED, "三个部门", 3, True),
    ]
    assert [one.of(draft.text) for one in draft.promises[0].members] == [
        f"{one.marker}{one.text}" for one in draft.headings if one.level == 1
    ]


def test_broken_promises(speech: Callable[[str], Draft]) -> None:
    draft = speech("broken")
    assert [(one.text, one.count, one.found, one.kept) for one in draft.promises] == [
        ("三点要求", 3, 2, False),
        ("“四难”", 4, 3, False),
        ("三个环节", 3, 2, False),
    ]


def test_against_unmarked_leads_and_glued_parts(speech: Callable[[str], Draft]) -> None:
    assert by_text(speech("leads"))["三个层面"].kept is True
    assert by_text(speech("glued"))["三点意见"].kept is True
    assert by_text(speech("displaced"))["两点意见"].kept is True


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The list stands before its count.
        ("抓住种、管、收、储四个环节。", (LISTED, "四个环节", 4, 4)),
        ("落实人员、资金、责任“三到位”的要求。", (LISTED, "“三到位”", 3, 3)),
        ("按照标准化、绿色化、品牌化的“三化”要求推进。", (LISTED, "“三化”要求", 3, 3)),
        ("做强茶叶、油茶、竹木“三大产业”。", (LISTED, "“三大产业”", 3, 3)),
        ("包括农业、水利和林业三个部门。", (LISTED, "三个部门", 3, 3)),
        ("涉及教育、卫生、人口和计划生育三个方面。", (LISTED, "三个方面", 3, 3)),
        ("茶叶、油茶、竹木等3项产业走在前列。", (LISTED, "3项产业", 3, 3)),
        ("市、县两级都要动起来。", (LISTED, "两级", 2, 2)),
        ("落实“快和实”两大要求。", (LISTED, "两大要求", 2, 2)),
        ("大家认为青溪和白沙两个镇干得好。", (LISTED, "青溪和白沙两个镇", 2, 2)),
        ("搞好修路、引水、种树、架桥四场“攻坚战”。", (LISTED, "四场“攻坚战”", 4, 4)),
        ("搞好修路、引水、种树、架桥四个“攻坚战”。", (LISTED, "四个“攻坚战”", 4, 4)),
        # The list follows.
        ("突出三个重点：产业、项目、民生。", (LISTED, "三个重点", 3, 3)),
        ("做到“三个坚持”：坚持标准、坚持进度、坚持质量。", (LISTED, "三个坚持", 3, 3)),
        ("要抓好三件事（修路、引水、种树）。", (LISTED, "三件事", 3, 3)),
        # Beyond certainty.
        ("大（小）口径、总量、增速“四个”全县第一。", (LISTED, "“四个”全县第一", 4, None)),
        ("8项主要经济指标全部过半。", (LISTED, "8项主要经济指标", 8, None)),
    ],
)
def test_members_beside_the_count(
    text: str, expected: tuple[PromiseKind, str, int, int | None] | None
) -> None:
    assert found(f"{FILL}\n{FILL}{text}") == ([expected] if expected else [])


@pytest.mark.parametrize(
    "text",
    [
        "落实人员、资金、责任“四到位”的要求。",
        "突出三个重点：产业、项目、民生、环境。",
        "做到“四个坚持”：坚持标准、坚持进度、坚持质量。",
        "做强茶叶、油茶、竹木“四大产业”。",
        "抓住春耕、夏管、秋收、冬储三个环节。",
        "要抓好三项工作：一是修路；二是引水。",
        "要把好四个关口：一要把好人口关，二要把好车辆关，三要把好物资关。",
    ],
)
def test_members_that_are_not_as_many(text: str) -> None:
    promises = parse_draft(f"{FILL}\n{FILL}{text}").promises
    assert [one.kept for one in promises] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "坚持四项基本原则，反对一切错误言行。",
        "增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
        "茶叶、油茶等6项产业走在前列。",
        "新建、改扩建学校12所。",
        "推动产业发展、改善群众生活的十项措施已经出台。",
        "财政、发改、住建等部门提出了三条建议。",
        "这三点意见很好，大家要认真研究。",
        "产值占比由百分之二十一点四升到百分之三十三点六。",
        "连续3个月保持两位数增长。",
        "最后，我再强调一点，安全不能放松。",
        "荣获“五个一工程”奖，治理了“三河三湖”（淮河海河辽河、太湖巢湖滇池）。",
    ],
)
def test_no_false_alarm(text: str) -> None:
    assert [one for one in parse_draft(f"{FILL}\n{FILL}{text}").promises if one.kept is False] == []


@pytest.mark.parametrize(
    ("announcement", "text", "count"),
    [
        ("下面，我讲三点意见。", "三点意见", 3),
        ("围绕今天的主题，我强调三个方面。", "三个方面", 3),
        ("下面，我就抓好秋收提三点要求：", "三点要求", 3),
        ("我重点讲清三个问题。", "三个问题", 3),
        ("下面，我讲几点意见。", "几点意见", None),
        ("借这个机会，我谈三点体会。", "三点体会", 3),
        ("我着重强调以下3点意见。", "3点意见", 3),
        ("我对全县红十字工作提四点希望。", "四点希望", 4),
    ],
)
def test_announcements_of_parts(announcement: str, text: str, count: int | None) -> None:
    parts = "\n".join(f"{marker}抓实工作\n{FILL}" for marker in ("一、", "二、", "三、"))
    speech = f"同志们：\n{FILL}{announcement}\n{parts}"
    assert found(speech) == [(PARTS, text, count, 3)]


def test_one_more_point_behind_the_parts_does_not_count() -> None:
    parts = f"一、认清形势\n{FILL}\n二、抓住重点\n{FILL}"
    speech = f"同志们：\n下面，我讲两点意见。\n{parts}\n最后，我再强调一点，{FILL}"
    assert [one.kept for one in parse_draft(speech).promises] == [True]


def test_parts_of_a_part() -> None:
    speech = (
        f"同志们：\n下面，我讲两点意见。\n一、认清形势\n{FILL}\n二、抓住重点\n重点抓好三项工作：\n"
        f"（一）修路。{FILL}\n（二）引水。{FILL}"
    )
    assert [(one.text, one.found, one.kept) for one in parse_draft(speech).promises] == [
        ("两点意见", 2, True), ("三项工作", 2, False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "同志们：\n一、抓紧。各镇要动。\n二、抓实。各局要动。\n最后提三点希望：一是带头学，学深些；二是带头干，干实些。祝同志们工作顺利！",
            ("三点希望", 3, 2),
        ),
        (
            "同志们：\n下面，我从四个方面谈谈看法。\n一、形势\n好。\n二、任务\n重。\n三、作风\n实。",
            ("四个方面", 4, 3),
        ),
        (
            "同志们：\n下面，我从三个方面谈谈看法。\n一、形势\n好。\n二、任务\n重。\n三、作风\n实。",
            ("三个方面", 3, 3),
        ),
    ],
)
def test_a_series_is_counted_and_not_its_commas(text: str, expected: tuple[str, int, int]) -> None:
    (promise,) = parse_draft(text).promises
    assert (promise.text, promise.count, promise.found) == expected
