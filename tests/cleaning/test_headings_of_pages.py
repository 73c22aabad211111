"""What parts a heading from its text on pages and in pasted drafts: blanks, stars, numbers."""

from __future__ import annotations

import pytest

from drafting.cleaning.cleaner import clean_text
from drafting.cleaning.emphasis import find_emphasis


def test_numbers_of_parts_behind_points_are_no_page_marks() -> None:
    text = (
        "在全县供销工作会议上的讲话\n同志们:\n春耕要到了,农资要备足.我讲三点意见.\n1、货要备齐\n"
        "化肥淡储去年少了两千吨,今年要补上.\n2、路要走通\n村里的店不能关门,关了的要开起来.\n"
        "3、账要算清\n赊销的款子,三年以上的逐笔核对."
    )
    assert "\n1、货要备齐\n" in clean_text(text).text
    assert "\n3、账要算清\n" in clean_text(text).text


def test_signs_that_set_headings_off_go() -> None:
    text = (
        "# 在全县林长制会议上的讲话\n\n**同志们：**\n\n今天开会，20**年**县的山绿了不少。\n\n"
        "### 一、把山看好\n\n**防火**是头等大事。\n\n**二、把账算清**林地一亩也不能少。\n\n"
        "【三、把人管住】\n护林员要天天上山。"
    )
    cleaned = clean_text(text).text
    assert not set(cleaned.replace("20**年**县", "")) & set("*#【】")
    assert "\n一、把山看好\n防火是头等大事。\n" in cleaned
    assert "\n二、把账算清\n林地一亩也不能少。\n三、把人管住\n" in cleaned


@pytest.mark.parametrize(
    "text",
    [
        "20**年，**县**镇的粮食增产一成，**同志作了发言。",
        "【新闻链接】本报讯",
        "5# 楼、6# 楼已经封顶。",
    ],
)
def test_stars_of_hidden_names_and_other_brackets_stay(text: str) -> None:
    assert not find_emphasis(text).edits


def test_the_second_page_alone_is_known_where_the_first_begins_with_the_title() -> None:
    text = (
        "1、在全镇河道清淤会议上的讲话 同志们: 今天开会。去年，我镇一项不少地完成上级\n\n"
        "2、交给的各项任务。去年清淤四十条。我讲两点意见。"
    )
    cleaned = clean_text(text).text
    assert cleaned.startswith("在全镇河道清淤会议上的讲话")
    assert "完成上级交给的各项任务" in cleaned


def test_short_pieces_of_a_line_broken_at_one_width_are_headings() -> None:
    pieces = (
        "在全县安居房建设会议上的讲话同志们:今天这个会开得很及时,",
        "议的是老百姓的安居房。刚才几个部门把情况都说清楚了,下一步",
        "怎么干也排好了,希望大家照着去办,不要打折扣。下面我再讲三",
        "点意见:",
        "一、把房子建结实",
        "安居房不是样子货,是要住几代人的。监理要天天在工地,一车不",
        "合格的沙子都不许进场。去年那个小区墙上裂了缝,住户找了半年",
        "才找到人,这样的事今年一件也不许再有。",
        "二、把房子分公平",
        "谁家该分,谁家不该分,张榜公布,让群众评。评过了还有意见的,",
        "一户一户上门去说,说到人家心里没有疙瘩为止。",
    )
    cleaned = clean_text(" ".join(pieces)).text
    assert "\n一、把房子建结实\n安居房不是样子货" in cleaned
    assert "\n二、把房子分公平\n谁家该分，谁家不该分，张榜公布，让群众评。" in cleaned
