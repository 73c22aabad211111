"""Skeletons of past speeches: the frame stays, the content goes."""

from __future__ import annotations

import re

import pytest

from drafting.cleaning.cleaner import clean_text
from drafting.model.draft import BlockKind
from drafting.parsing.parser import parse_draft
from drafting.templates.clause_frames import (
    closing_frame,
    opening_frame,
    spoken_frame,
)
from drafting.templates.derive import template_from_draft
from drafting.templates.heading_frames import heading_frames
from drafting.templates.skeleton import SLOT
from drafting.templates.title_frames import title_frame

SAMPLES = ("sample_mobilisation", "sample_economic", "sample_inspection")


@pytest.fixture(params=SAMPLES)
def sample(request, project):
    path = project / "resources" / "samples" / f"{request.param}.txt"
    return parse_draft(path.read_text(encoding="utf-8"))


def test_markers_salutation_and_title_frame_stay(sample):
    skeleton = template_from_draft(sample)
    again = parse_draft(skeleton.text)
    wanted = [heading.marker for heading in sample.headings if heading.marker]
    assert [heading.marker for heading in again.headings if heading.marker] == wanted
    assert again.text_of(BlockKind.SALUTATION) == "同志们："
    assert skeleton.text.startswith("在{会议名称}上的讲话\n")
    assert again.closing is not None


def test_nothing_of_the_content_stays(sample):
    skeleton = template_from_draft(sample)
    fixed = SLOT.sub("", skeleton.text)
    assert not re.search("[0-9]", fixed)
    for name in ("云岭", "青石", "石桥", "水利", "陈志和", "周明远", "农业农村局"):
        assert name not in fixed
    assert len(fixed) < len(sample.text) / 4


def test_derived_promise_is_kept(sample):
    again = parse_draft(template_from_draft(sample).text)
    assert [one.kept for one in again.promises if "下面" in again.text[: one.span.start]][:1] == [
        True
    ]


def test_broken_promise_is_mended():
    text = "在会上的讲话\n同志们：\n下面，我讲四点意见。\n" + "".join(
        f"{numeral}、要抓{thing}\n{thing}很要紧，各单位都要当回事办好。\n"
        for numeral, thing in zip("一二", ("栽树", "修路"), strict=True)
    )
    assert "我讲两点意见。" in template_from_draft(parse_draft(text)).text


def test_broken_promise_of_a_closing_is_mended():
    text = (
        "在会上的讲话\n同志们：\n下面，我讲两点意见。\n一、栽树\n栽树很要紧。\n二、修路\n修路很要紧。\n"
        "同志们，会就开到这里。我再强调两点：一是传达到村，二是责任到人，三是每周报告。"
    )
    assert "我再强调三点。一是" in template_from_draft(parse_draft(text)).text


def test_heading_frames_keep_what_siblings_share():
    texts = ["围绕春耕，务必抢住墒情", "围绕防汛，务必备足物资"]
    assert heading_frames(texts, ["甲", "乙"]) == [
        "围绕{甲标题一}，务必{甲标题二}",
        "围绕{乙标题一}，务必{乙标题二}",
    ]
    texts = ["心气要足，以更高的站位看水利", "步子要稳，以更实的举措修水利"]
    assert heading_frames(texts, ["甲", "乙"]) == [
        "{甲标题一}，以更{甲标题二}的{甲标题三}",
        "{乙标题一}，以更{乙标题二}的{乙标题三}",
    ]


def test_lone_heading_keeps_its_lead():
    assert heading_frames(["突出重点"], ["甲"]) == ["突出{甲标题}"]
    assert heading_frames(["云岭"], ["甲"]) == ["{甲标题}"]
    assert heading_frames([], []) == []


@pytest.mark.parametrize(
    ("title", "frame"),
    [
        ("在全县植树动员会上的讲话", "在{会议名称}上的讲话"),
        ("在全县植树动员会上的讲话 (2)", "在{会议名称}上的讲话"),
        ("全县防汛会议主持词", "{会议名称}主持词"),
        ("周明远同志在全县大会上的讲话要点", "{讲话人}在{会议名称}上的讲话"),
        ("实干争先——在全县大会结束时的讲话", "{主题}——在{会议名称}结束时的讲话"),
        ("政府工作报告", "政府工作报告"),
        ("县政府关于节水的讲话", "关于{主题}的讲话"),
        ("清河湾记事", "{标题}"),
        ("", "{标题}"),
    ],
)
def test_title_frames(title, frame):
    assert title_frame(title) == frame


def test_opening_and_closing_clauses():
    assert (
        opening_frame("今天，我们召开清河湾县植树会，主要任务是部署造林。")
        == "今天，我们召开{会议名称}，主要任务是{主要任务}。"
    )
    assert (
        opening_frame("刚才，李明同志通报了120亩造林情况，我完全同意，请大家抓好落实。")
        == "刚才，{会议议程回顾}，我完全同意，请大家抓好落实。"
    )
    assert opening_frame("下面，我再强调三点要求。") == "下面，我再强调三点要求。"
    assert closing_frame("同志们，让我们栽好树！") == "同志们，让我们{号召行动}！"


def test_a_subtitle_keeps_its_frame():
    text = (
        "实干争先谱新篇\n——在全县三级干部大会上的讲话\n同志们：\n今天开会。\n一、抓好落实\n要抓。"
    )
    lines = template_from_draft(parse_draft(text)).text.split("\n")
    assert lines[:2] == ["{标题}", "——在{会议名称}上的讲话"]


def test_speech_without_headings():
    text = "在座谈会上的讲话\n同志们：\n很高兴和大家见面。\n今年种树300亩。\n明年再种。\n谢谢大家！"
    skeleton = template_from_draft(parse_draft(text))
    assert "300" not in skeleton.text
    assert skeleton.slots[0] == "会议名称"
    assert len(skeleton.slots) >= 3


@pytest.mark.parametrize(
    "odd",
    [
        "",
        "\n",
        "一、",
        "一、\n二、\n",
        "{会议名称}",
        "同志们：",
        "，" * 500,
        "一是" * 300,
        "（一）\0",
    ],
)
def test_odd_text_never_raises(odd):
    assert isinstance(template_from_draft(parse_draft(odd)).text, str)


def test_real_speeches(shared):
    for path in sorted((shared / "seeds").glob("*.txt")):
        draft = parse_draft(clean_text(path.read_text(encoding="utf-8")).text)
        skeleton = template_from_draft(draft)
        fixed = SLOT.sub("", skeleton.text)
        again = parse_draft(skeleton.text)
        top = [heading.marker for heading in draft.headings if heading.level == 1]
        assert [heading.marker for heading in again.headings if heading.level == 1] == top
        assert len(fixed) < len(draft.text) / 5
        body = draft.text[draft.headings[0].span.start :]
        passages = {body[i : i + 15] for i in range(len(body) - 14)}
        assert not [
            fixed[i : i + 15] for i in range(len(fixed) - 14) if fixed[i : i + 15] in passages
        ]


def test_places_shared_by_headings_are_no_frame() -> None:
    text = (
        "在清河湾县河长制工作会上的讲话\n清河湾县的乡亲们：\n今天我们开会。\n"
        "一、看成绩，清河湾县的水更清了\n治理了河道。\n二、找差距，清河湾县的河还不美\n还有排口。\n"
        "三、抓落实，清河湾县的人要更勤\n（一）南坪镇上半年要清淤。镇长抓。\n"
        "（二）南坪镇下半年要截污。书记抓。\n请全县人民监督。\n清河湾县委办公室\n2026年4月9日"
    )
    skeleton = template_from_draft(parse_draft(text)).text
    assert not [name for name in ("清河湾", "南坪", "2026") if name in skeleton]
    assert skeleton.split("\n")[1] == "{称谓}："
    assert skeleton.split("\n")[-2:] == ["{落款}", "{日期}"]


def test_generic_words_of_place_stay_in_the_frame() -> None:
    text = (
        "在全县会上的讲话\n同志们：\n今天开会。\n一、城乡面貌要有新变化\n修路。\n"
        "二、城乡产业要有新起色\n招商。\n三、城乡治理要有新办法\n网格。"
    )
    assert "一、城乡{第一部分标题一}要有新" in template_from_draft(parse_draft(text)).text


@pytest.mark.parametrize(
    ("headings", "frames"),
    [
        (("增强建设美丽云岭的责任感", "凝聚建设美丽云岭的合力"), ("{甲标题}", "{乙标题}")),
        (
            ("云岭要发展，必须解放思想", "云岭要发展，必须真抓实干"),
            ("{甲标题一}，必须{甲标题二}", "{乙标题一}，必须{乙标题二}"),
        ),
        (
            ("像志和那样干，就要对党忠诚", "像志和那样干，就要心系群众"),
            ("{甲标题一}，就要{甲标题二}", "{乙标题一}，就要{乙标题二}"),
        ),
        (("看清樱桃产业的意义", "补上樱桃产业的短板"), ("{甲标题}", "{乙标题}")),
        (("切实增强创卫的紧迫感", "务必守牢创卫的底线"), ("切实{甲标题}", "务必{乙标题}")),
        (
            ("在抓项目上争先进、创一流", "在抓作风上争先进、创一流"),
            ("在抓{甲标题}上争先进、创一流", "在抓{乙标题}上争先进、创一流"),
        ),
        (
            ("认清形势，做到心中有数", "突出责任，做到肩上有担"),
            ("{甲标题一}，做到{甲标题二}", "突出{乙标题一}，做到{乙标题二}"),
        ),
    ],
)
def test_what_the_speech_is_about_is_no_frame(headings, frames):
    """A skeleton for a new speech keeps neither the place, the man nor the campaign of the old."""
    assert heading_frames(headings, ("甲", "乙")) == list(frames)


@pytest.mark.parametrize(
    ("opening", "frame"),
    [
        (
            "今天，我们在云岭召开樱桃产业大会，目的就是做大樱桃产业。",
            "今天，我们召开{会议名称}，目的就是{主要任务}。",
        ),
        ("这次会议的主要任务是分析形势，部署春耕。", "这次会议的主要任务是{主要任务}。"),
        ("这次大会的主题是：栽树、护水。", "这次大会的主题是：{会议主题}。"),
        ("经县委研究决定，今天召开防汛会。", "经县委研究决定，今天召开{会议名称}。"),
        ("下面，就做好造林，我讲三点意见。", "下面，就{主题}，我讲三点意见。"),
        ("看了南坪村的点。刚才，又听了通报。", "{开头内容}。刚才，{会议议程回顾}。"),
        (
            "我代表县委、县政府，向八位劳模致以崇高的敬意！",
            "我代表{机关}，向{对象}致以崇高的敬意！",
        ),
        ("现在开会。出席会议的领导有：周明远同志。", "现在开会。出席会议的领导有：{出席领导}。"),
    ],
)
def test_openings_keep_what_every_speech_says(opening, frame):
    assert opening_frame(opening) == frame


@pytest.mark.parametrize(
    ("closing", "frame"),
    [
        ("最后，预祝樱桃节圆满成功！谢谢大家！", "最后，预祝{会议名称}圆满成功！谢谢大家！"),
        ("我就讲这些，供大家参考。", "我就讲这些，供大家参考。"),
        ("今天的会议到此结束，散会。", "今天的会议到此结束，散会。"),
        ("祝大家新春愉快！祝云岭更美！", "祝{祝愿}！祝{祝愿}！"),
        ("责任如山。请守住清河，以平安迎接国庆！", "{结尾内容}。{结尾要求}，以{精神状态或成果}！"),
        ("希望大家守好清河。", "希望大家{希望}。"),
    ],
)
def test_closings_keep_what_every_speech_says(closing, frame):
    assert closing_frame(closing) == frame


def test_a_hosts_words_keep_their_agenda():
    assert (
        spoken_frame("首先，进行第一项，请水利局通报。", "甲") == "首先，进行第一项，{第一项议程}。"
    )
    text = (
        "全县造林会议主持词\n同志们：\n现在开会。今天的会议有两项议程。\n"
        "进行第一项，请林业局通报。\n进行第二项，请周书记讲话。\n"
        "同志们，会开得很好。就落实会议精神，我再强调两点：一是传达，二是报告。\n散会。"
    )
    lines = template_from_draft(parse_draft(text)).text.split("\n")
    assert lines[2:5] == [
        "现在开会。今天的会议有两项议程。",
        "进行第一项，{第一项议程}。",
        "进行第二项，{第二项议程}。",
    ]
    assert lines[5].endswith("我再强调两点。一是{结尾要点一}；二是{结尾要点二}。")
    assert lines[6] == "散会。"


def test_slots_for_several_things_have_several_names():
    """Who fills one slot fills its namesakes: the meeting is one, the greeted are several."""
    text = (
        "在樱桃节开幕式上的致辞\n各位来宾：\n樱桃红了。今天，我们召开樱桃节。\n"
        "我代表县委，向各位来宾表示热烈的欢迎！向果农表示衷心的感谢！\n云岭有樱桃八万亩。\n"
        "最后，祝各位来宾身体健康！祝云岭樱桃越来越红！"
    )
    lines = template_from_draft(parse_draft(text)).text.split("\n")
    assert lines[0] == "在{会议名称}上的致辞"
    assert lines[2] == "{开头内容}。今天，我们召开{会议名称}。"
    assert lines[3] == "我代表{机关}，向{对象}表示热烈的欢迎！向{对象二}表示衷心的感谢！"
    assert lines[-1] == "最后，祝{祝愿}！祝{祝愿二}！"
