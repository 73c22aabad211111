"""Pages of web sites that lost their lines: passages of our own, made as such pages look."""

from __future__ import annotations

import re

import pytest

from drafting.parsing.parser import parse_draft
from tests.parsing.passages import agreed, compared, passages_of

_FIRST, _SECOND, _THIRD, _FOURTH = (
    passages_of(f"glued_pages_{name}") for name in ("first", "second", "third", "fourth")
)
_OPENINGS, _MORE_OPENINGS, _LAST_OPENINGS = (
    passages_of(f"page_openings_{name}") for name in ("first", "second", "third")
)


@pytest.mark.parametrize("cleaned", [False, True])
def test_headings_end_where_their_sense_ends(*, cleaned: bool) -> None:
    right, there = agreed(_FIRST, cleaned=cleaned)
    assert there == 38
    assert right >= 33


@pytest.mark.parametrize("cleaned", [False, True])
def test_headings_of_pages_written_afterwards(*, cleaned: bool) -> None:
    """Of these, 32 were right when they were first read."""
    right, there = agreed(_SECOND, cleaned=cleaned)
    assert there == 41
    assert right >= 35


@pytest.mark.parametrize("cleaned", [False, True])
def test_short_headings_of_one_length(*, cleaned: bool) -> None:
    """Of the first, 36 of 60 were right when they were first read; of the others, 46 of 64."""
    right, there = agreed(_THIRD, cleaned=cleaned)
    assert there == 60
    assert right >= 53
    right, there = agreed(_FOURTH, cleaned=cleaned)
    assert there == 64
    assert right >= 53


@pytest.mark.parametrize("cleaned", [False, True])
def test_openings_of_pages_of_all_kinds(*, cleaned: bool) -> None:
    """Of the first, 137 were right when they were first read; of the others, 30 of 39."""
    right, there = agreed(_OPENINGS, cleaned=cleaned)
    assert there == 170
    assert right >= 158
    right, there = agreed(_MORE_OPENINGS, cleaned=cleaned)
    assert there == 39
    assert right >= 32


def test_openings_of_pages_whose_headings_ran_into_their_text_or_are_spoken() -> None:
    """Of the first 211, 146 were right when they were first read, of the other 37, 30."""
    right, there = agreed(_LAST_OPENINGS, cleaned=True)
    assert there == 248
    assert right >= 218


def test_parts_numbered_as_spoken_run_into_their_text_too() -> None:
    right, there = agreed(passages_of("damaged_pages"), cleaned=True)
    assert there == 36
    assert right >= 32


@pytest.mark.parametrize("passage", _FIRST + _SECOND, ids=lambda one: one[:14])
def test_every_part_is_a_heading_and_nothing_else(passage: str) -> None:
    wanted, found = compared(passage, cleaned=False)
    markers = [re.match("[^、，：）]+[、，：）]", one) for one in (*wanted, *found)]
    names = [one.group() for one in markers if one is not None]
    assert names[: len(wanted)] == names[len(wanted) :]


@pytest.mark.parametrize(
    "sentence",
    [
        "全县一、二、三产业结构持续优化。",
        "下面，我讲三点意见：一、修路；二、架桥；三、通水，都要抓紧。",
        "主要抓三件事：一、修路；二、架桥；三、通水。",
        "十一、五一两个长假要值好班。",
        "关于《实施意见：一、总体要求；二、主要任务》的文件已经印发。",
        "会议共有三项议程：一、通报情况；二、表态发言；三、领导讲话。下面进行第一项。",
        "第一、第二产业要齐头并进。",
        "我县一、二期工程已经完工。",
        "今天会议的主要任务是：一、传达会议精神，二、安排工作。",
        "我讲两点要求：第一，要快。第二，要实。",
        "今年，我们要做好两项工作：（一）抓好春耕，（二）抓好防汛。",
        "下面，我讲三点意见：一是要快，不要等。二是要实，不要虚。",
        "去年我们办了两件大事：一是修通了路。路有九公里。二是架起了桥。桥有三座。",
        "会议有三项议程。一、通报情况。二、表态发言。三、请县长讲话。",
    ],
)
def test_no_marker_of_a_running_sentence_is_a_heading(sentence: str) -> None:
    fill = "这件事拖了三年，今年一定要见到结果，各单位都要拿出自己的办法来。"
    assert parse_draft(f"同志们：\n{fill}\n{sentence}{fill * 3}").headings == ()


def test_one_part_in_sight_is_enough_where_the_speech_announces_it() -> None:
    said = "同志们：下面，我讲三点意见：一、认清形势，绷紧防汛这根弦今年以来，我县已经下了六场大雨"
    page = f"防汛会议讲话\n{said}"
    assert [one.text for one in parse_draft(page).headings] == ["认清形势，绷紧防汛这根弦"]


def test_headings_of_one_length_are_not_cut_at_a_shorter_one() -> None:
    """Every row of one build has beginnings of one length, too (抓好山塘, 抓好乡村, 抓好危旧)."""
    rows = [
        "一、抓好山塘水库的巡查汛期一到，小塘先出事，去年两处险情都在没人看的地方。",
        "二、抓好乡村公路的养护路基有三处已经悬空，雨后要一段一段走到。",
        "三、抓好危旧房屋的排查人在里面住着，谁也大意不得，该搬的当天就搬。",
        "四、抓好值班队伍的管理电话响三声没人接，就是失职。",
    ]
    page = "防汛会议讲话\n同志们：下面讲四点意见。" + "".join(rows)
    assert [one.text for one in parse_draft(page).headings] == [
        "抓好山塘水库的巡查", "抓好乡村公路的养护", "抓好危旧房屋的排查", "抓好值班队伍的管理",
    ]  # fmt: skip


def test_words_said_twice_are_not_torn() -> None:
    draft = parse_draft(
        "在冬修水渠动员会上的讲话\n同志们：\n今天开个短会，讲三点。\n"
        "一、渠段要一段一段清今年秋天雨水多，淤泥比往年厚，各村要按各自的地界分段包干。\n"
        "二、闸门要一扇一扇修去年有三座闸关不严，白白跑了半个月的水。\n"
        "三、管水员要一个一个定我们去年吃过没有人管的亏，今年名单要贴到村口。\n"
        "同志们，天气转冷，大家抓紧干。\n"
    )
    assert [heading.text for heading in draft.headings] == [
        "渠段要一段一段清", "闸门要一扇一扇修", "管水员要一个一个定",
    ]  # fmt: skip


def test_what_a_meeting_does_is_no_part_of_a_speech() -> None:
    draft = parse_draft(
        "在开工仪式上的主持词\n同志们：\n现在，我宣布，农贸市场改造工程开工仪式正式开始：\n"
        "第一项，鸣炮奏乐；\n第二项，请住建局负责同志介绍工程情况；\n第三项，请副县长讲话；\n"
        "仪式到此结束，请各位到工地看一看，给施工的同志鼓鼓劲。\n"
    )
    assert draft.headings == ()


def test_a_heading_of_two_halves_is_read_to_its_end() -> None:
    draft = parse_draft(
        "在水利工作会上的讲话\n同志们：\n一、理清思路；压实责任\n先把水源找好，再把管子铺好。\n"
        "二、管好资金；管住质量\n钱要花在渠道上，一分也不能乱用。\n"
    )
    assert [one.text for one in draft.headings] == ["理清思路；压实责任", "管好资金；管住质量"]


def test_a_sentence_that_has_its_line_for_itself_is_not_cut() -> None:
    lines = [
        "一、开春以后，乡里拿出三十万元，把四口老井都淘一遍，明年再旱，人畜先有水吃。",
        "二、全乡的茶青价格已经定下来，本乡的农户优先交售，但是谁掺老叶，谁就别来过秤。",
        "三、化肥补贴加上运费补助，十月底以前全部打到卡上，不用跑腿，不用请客。",
    ]
    said = "在茶农大会上的讲话\n乡亲们：\n大家关心的三件事，我当面答复。\n"
    draft = parse_draft(f"{said}{chr(10).join(lines)}\n话说到这里，大家监督。\n")
    assert [f"{one.marker}{one.text}。" for one in draft.headings] == lines
