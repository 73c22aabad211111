"""Lines that were broken anywhere: headings and sentences come together again, lists stay."""

from __future__ import annotations

import pytest

from drafting.cleaning.cleaner import clean_text
from drafting.parsing.parser import parse_draft

RAGGED = """\
在全县养老服务工作会议上的讲话
同志们：
这次会议的主要任务，是把今年的养老服务
安排到村、落实到户。刚才，民政局通报了去年的情
况，三个乡镇谈了做法，讲得都很实
在，大家回去以后要对照着找差距。下面，我讲三
点意见。
一、如实看待走过的路，进一步增强把养老服务办好的责任
感
去年是养老服务打基础的一年，全县新建互助
幸福院四十一所，培训护理员六百多名，老人们的
笑脸就是最好的成绩单。这些成绩离不开上级的支
持，也离不开村里干部的辛
苦。
二、看准今年的新任务，把服务送到老人的床前，不留一户空
白
独居的、失能的，一户一户
要有人上门，谁去看、多久看一次，要写清楚。
"""
LIST = """\
县防汛抗旱指挥部成员单位
县应急管理局综合协调科
县水利局水旱灾害防御股
县自然资源局地质环境监测站
县气象局预报服务中心
县交通运输局公路养护中心
县住房和城乡建设局排水管理所
县农业农村局种植业管理股
县公安局治安管理大队
县消防救援大队指挥中心"""


def test_lines_that_tear_words_are_joined_at_any_width() -> None:
    draft = parse_draft(clean_text(RAGGED).text)
    assert [one.text for one in draft.headings] == [
        "如实看待走过的路，进一步增强把养老服务办好的责任感",
        "看准今年的新任务，把服务送到老人的床前，不留一户空白",
    ]
    assert [one.text for one in draft.promises] == ["三点意见"]


@pytest.mark.parametrize(
    "text",
    [
        LIST,
        "\n".join(f"请看第{one}张图，图上是今年新修的渠" for one in "一二三四五六七八"),
        (
            "管好山上的树，莫让火星进了林子里\n管好田里的水，莫让旱情误了插秧时\n"
            "管好路上的车，莫让超载压垮乡间桥\n管好圈里的猪，莫让疫病害了养殖户\n"
            "管好手里的权，莫让人情伤了公家事\n管好身边的人，莫让小错酿成大祸来"
        ),
        "一、把说过的话一件一件兑现好\n话说得再好，不如干出来。\n二、把欠下的账一笔一笔还上",
        "一、抓好春季的田间管理工作\n各乡镇要马上行动起来。",
    ],
)
def test_lines_that_end_where_words_end_stay(text: str) -> None:
    assert clean_text(text).text == text


def test_a_heading_alone_is_joined_where_it_tears_a_word() -> None:
    text = "我讲一点。\n一、看清形势，增强做好防汛工作的紧\n迫感\n今年的雨来得早。"
    assert "工作的紧迫感\n今年" in clean_text(text).text


def test_a_blank_within_a_word_ends_no_heading() -> None:
    text = (
        "在全县护林防火会议上的讲话\n同志们： 下面我讲两点意见。 "
        "一、认清形势，把握护林防火的新要 求 火险等级一直居高不下，"
        "进山的人又多。 二、压实责任，推动护林防火取得新成 效 各村的护林员今天就要上岗。"
    )
    draft = parse_draft(clean_text(text).text)
    assert [one.text for one in draft.headings] == [
        "认清形势，把握护林防火的新要求",
        "压实责任，推动护林防火取得新成效",
    ]


def test_pinyin_notes_may_hold_a_blank() -> None:
    assert clean_text("我强(qiáng )调(diào )四点(diǎn )意见。").text == "我强调四点意见。"
