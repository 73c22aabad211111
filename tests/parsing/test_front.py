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
        "各位企业家、各位朋友：", "各位领导，同志们，大家上午好！", "主席团、各位代表：",
    ],
)  # fmt: skip
def test_a_line_that_addresses_somebody(line: str) -> None:
    assert is_salutation(line)


@pytest.mark.parametrize(
    "line",
    [
        "", "表彰先进工作者", "一、把同志们组织起来", "在全县大会上的讲话", "县委书记",
        "今天，各位代表来到这里参观。", "同志们辛苦了，谢谢大家", "服务企业家", "大家好！",
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


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("在全县春季植树动员大会上的讲话", "动员"),
        ("在全县上半年经济工作会议上的讲话", "工作会议"),
        ("在全县二季度重点工作“赛龙舟”擂台比武大会上的讲话", "调研督查"),
        ("在全县安全生产（暨森林防火）工作会议上的讲话", "工作会议"),
        ("在全县防汛抗旱工作会议上的讲话", "工作会议"),
        ("在全县主题教育工作会议上的讲话", "工作会议"),
        ("在全县警示教育大会上的讲话", "警示教育"),
        ("在县纪委十四届三次全会上的讲话", "警示教育"),
        ("在全县人才工作会议上的讲话", "工作会议"),
        ("在全县乡村振兴现场推进会上的讲话", "调研督查"),
        ("在全县优化营商环境大会上的讲话", "工作会议"),
        ("全县人才工作会议主持词", "主持词"),
        ("在全县警示教育大会上的表态发言", "表态发言"),
        ("在全县领导干部大会上的任职发言", "表态发言"),
        ("在云汀县柑橘节开幕式上的致辞", "致辞"),
        ("在云汀县环城路开工仪式上的讲话", "致辞"),
        ("在全县工业总结表彰大会上的讲话", "工作会议"),
        ("在养老服务调研座谈会上的讲话", "调研督查"),
        ("本领从哪里来——在县委办支部的专题党课", "党课"),
        ("在县政府第五次全体会议上的讲话", "工作会议"),
        ("政府工作报告", "代表大会报告"),
        ("在政协云汀县第九届委员会第三次会议上的开幕词", "代表大会报告"),
        ("在全县平安建设工作会议上的讲话", "工作会议"),
        ("在云汀县（深圳）招商推介会上的讲话", "致辞"),
        ("在庆祝建军节座谈会上的讲话", "致辞"),
        ("关于防汛备汛情况的汇报", "汇报"),
        ("传达全市农业农村工作会议精神提纲", "传达"),
    ],
)
def test_the_title_tells_the_kind(title: str, kind: str) -> None:
    draft = parse_draft(f"{title}\n同志们：\n{BODY}")
    assert draft.particulars.kind == SpeechType(kind)
    place = next(one.span for one in draft.evidence if one.field == "kind")
    assert place.of(draft.text) in title


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("现在开会。今天的会议有四项议程，下面逐项进行。", "主持词"),
        ("现将我县防汛备汛情况汇报如下。", "汇报"),
        ("我坚决拥护市委的决定，今后一定尽心尽力。", "表态发言"),
        ("现在，我代表县人民政府向大会报告工作，请予审议。", "代表大会报告"),
        ("刚才，大家观看了警示教育片，心情都很沉重。", "警示教育"),
        ("值此新桥通车之际，我代表县委表示热烈的祝贺。", "致辞"),
        ("今天我们把大家请来，主要是议一议渡口改造的事。", None),
    ],
)
def test_the_opening_tells_the_kind_where_no_title_does(sentence: str, kind: str | None) -> None:
    draft = parse_draft(f"同志们：\n{sentence}\n大家有什么想法都说一说，时间不长。")
    assert draft.particulars.kind == (None if kind is None else SpeechType(kind))


def test_every_guess_names_its_place() -> None:
    text = (
        "在全县渡口改造工作会议上的讲话\n（2026年4月8日）\n县长　何山\n同志们：\n"
        f"{BODY}各单位要把我县的渡口一处一处看到。"
    )
    draft = parse_draft(text)
    assert {one.field: one.span.of(text) for one in draft.evidence} == {
        "kind": "工作会",
        "occasion": "全县渡口改造工作会议",
        "level": "全县",
        "date": "（2026年4月8日）",
        "speaker": "县长　何山",
        "role": "县长　何山",
    }
    # What the user gave needs no evidence.
    given = parse_draft(text, particulars=Particulars(level="乡"))
    assert given.particulars.level == "乡"
    assert "level" not in {one.field for one in given.evidence}


def test_title_and_subtitle_name_speaker_date_and_occasion() -> None:
    draft = parse_draft(
        f"政府工作报告\n——2026年1月12日在云汀县第十九届人民代表大会第一次会议上\n各位代表：\n{BODY}"
    )
    assert draft.particulars.date == dt.date(2026, 1, 12)
    assert draft.particulars.occasion == "云汀县第十九届人民代表大会第一次会议"
    named = parse_draft(f"何山同志在全县渡口改造工作会议上的讲话\n同志们：\n{BODY}").particulars
    assert (named.speaker, named.occasion) == ("何山", "全县渡口改造工作会议")
    host = parse_draft(f"全县渡口改造大会主持词\n同志们：\n{BODY}").particulars
    assert host.occasion == "全县渡口改造大会"


def test_a_long_title_is_known_by_its_last_words() -> None:
    title = (
        "在全县贯彻落实粮食安全责任制暨高标准农田建设、农村人居环境整治提升、乡村建设示范创建"
        "和村级集体经济发展壮大工作现场推进会议上的讲话"
    )
    draft = parse_draft(f"{title}\n（2026年3月1日）\n同志们：\n{BODY}")
    assert len(title) > 60
    assert draft.title == title
    assert draft.particulars.occasion == title[1:-4]


@pytest.mark.parametrize("lead", ["主持人：", "讲话人:", "（主持人：", ""])
def test_a_line_that_says_who_speaks_is_no_title(lead: str) -> None:
    end = "）" if lead.startswith("（") else ""
    draft = parse_draft(f"在全县大会上的主持讲话\n{lead}县长　闵昭阳{end}\n同志们：\n现在开会。")
    assert draft.title == "在全县大会上的主持讲话"
    assert (draft.particulars.speaker, draft.particulars.role) == ("闵昭阳", "县长")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (["（2025年3月8日，县礼堂）"], ["date"]),
        (["（2025年3月8日上午 在云汀宾馆）"], ["date"]),
        (["时间：2025年3月8日", "地点：县委礼堂"], ["date", "note"]),
        (["（2025年3月8日，根据录音整理）"], ["note"]),
        (["县委书记 王 某 某", "（根据录音整理，未经本人审阅）"], ["speaker", "note"]),
        (["县委书记　×××", "（2025年×月×日）"], ["speaker", "date"]),
        (["王××"], ["speaker"]),
        (["×××"], ["speaker"]),
        (["县委副书记、县长　陈  立（2025年3月8日）"], ["speaker"]),
        (["（2025年3月8日　陈立）"], ["speaker"]),
        (["（2025年3月8日晚）", "县政府党组成员  何 明 山"], ["date", "speaker"]),
        (
            ["（2025年3月8日·云汀茶叶园）", "县委常委、副县长，县普查领导小组组长  宋 明"],
            ["date", "speaker"],
        ),
    ],
)
def test_speaker_and_date_in_all_forms(head: list[str], expected: list[str]) -> None:
    draft = parse_draft("\n".join(["在全县三级干部会上的讲话", *head, "同志们：", BODY]))
    assert [kind for kind, _ in kinds(draft)] == ["title", *expected, "salutation"]
    assert draft.title == "在全县三级干部会上的讲话"


@pytest.mark.parametrize(
    ("line", "name", "day"),
    [
        ("县委副书记、县长　陈  立（2025年3月8日）", "陈立", dt.date(2025, 3, 8)),
        ("（2025年3月8日　陈立）", "陈立", dt.date(2025, 3, 8)),
        ("陈 立　县委副书记、县长（2025年3月8日）", "陈立", dt.date(2025, 3, 8)),
        ("县委书记　×××（2025年3月8日）", None, dt.date(2025, 3, 8)),
    ],
)
def test_a_speaker_line_with_the_day(line: str, name: str | None, day: dt.date) -> None:
    draft = parse_draft(f"在全县三级干部会上的讲话\n{line}\n同志们：\n{BODY}")
    assert (draft.particulars.speaker, draft.particulars.date) == (name, day)


@pytest.mark.parametrize("dash", ["——", "──", "—", "─", "--", "――", "－－"])
def test_a_subtitle_with_any_dash(dash: str) -> None:
    text = f"实干争先谱新篇\n{dash}在全县三级干部大会上的讲话\n同志们：\n{BODY}"
    draft = parse_draft(text)
    assert draft.title == "实干争先谱新篇"
    assert draft.particulars.occasion == "全县三级干部大会"


def test_where_a_report_was_given_stands_below_its_title_without_a_dash() -> None:
    where = "2026年1月12日在云汀县第十八届人民代表大会第五次会议上"
    draft = parse_draft(f"政府工作报告\n{where}\n云汀县人民政府县长　周立诚\n各位代表：\n{BODY}")
    assert draft.title == "政府工作报告"
    assert draft.first(BlockKind.SUBTITLE) is not None
    assert draft.particulars.date == dt.date(2026, 1, 12)
    named = parse_draft(f"周立诚同志\n在全县三级干部大会上的讲话\n同志们：\n{BODY}")
    assert named.first(BlockKind.SUBTITLE) is None


@pytest.mark.parametrize(
    "lines",
    [
        ["在全县农村人居环境整治提升百日攻坚", "动员大会上的讲话"],
        ["在全县深入推进水库移民后期扶持", "和避险解困工作总结暨干部作风建设", "会议上的讲话"],
    ],
)
@pytest.mark.parametrize("salutation", ["同志们：\n", ""])
def test_a_title_broken_over_lines_names_its_occasion(lines: list[str], salutation: str) -> None:
    title = "".join(lines)
    text = "\n".join(lines) + f"\n（2025年3月8日）\n{salutation}{BODY}"
    draft = parse_draft(text)
    assert draft.title == title
    occasion = title.removeprefix("在").removesuffix("上的讲话")
    assert draft.particulars.occasion == occasion
    (span,) = [one.span for one in draft.evidence if one.field == "occasion"]
    assert span.of(text).replace("\n", "") == occasion


@pytest.mark.parametrize("length", [60, 90, 120])
@pytest.mark.parametrize("below", ["（2026年3月8日）\n同志们：\n", "县委书记　陆景川\n", ""])
def test_a_title_of_many_words(length: int, below: str) -> None:
    end = "暨春季农业生产现场推进会上的讲话"
    meeting = "全县巩固脱贫成果乡村振兴高标准农田建设冬修水利秸秆综合利用农村人居环境整治提升" * 4
    title = f"在{meeting[: length - len(end) - 1]}{end}"
    assert len(title) == length
    draft = parse_draft(f"{title}\n{below}{BODY}")
    assert draft.title == title
    assert draft.particulars.occasion == title.removeprefix("在").removesuffix("上的讲话")


@pytest.mark.parametrize("stage", ["送审稿", "征求意见稿", "三稿", "第二次稿"])
def test_how_far_a_draft_has_come_is_no_title(stage: str) -> None:
    draft = parse_draft(f"{stage}\n在全县三级干部会上的讲话\n同志们：\n{BODY}")
    assert draft.title == "在全县三级干部会上的讲话"


def test_the_numbers_of_a_table_are_no_title() -> None:
    lines = [
        "在全县三级干部会上的讲话",
        "2",
        "（2025年3月8日）",
        "3",
        "县长　陈立",
        "4",
        "同志们：",
    ]
    draft = parse_draft("\n".join([*lines, BODY]))
    assert draft.title == lines[0]
    assert (draft.particulars.speaker, draft.particulars.date) == ("陈立", dt.date(2025, 3, 8))
