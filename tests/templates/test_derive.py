"""Skeletons of past speeches: the frame stays, the content goes."""

from __future__ import annotations

import re

import pytest

from drafting.cleaning.cleaner import clean_text
from drafting.model.draft import BlockKind
from drafting.parsing.parser import parse_draft
from drafting.templates.clause_frames import closing_frame, opening_frame, title_frame
from drafting.templates.derive import template_from_draft
from drafting.templates.heading_frames import heading_frames
from drafting.templates.skeleton import SLOT

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
