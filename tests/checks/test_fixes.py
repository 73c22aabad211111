"""What the fixes make of a text, and which places stand beside a finding."""

from __future__ import annotations

import pytest

from drafting.checks.base import CheckContext
from drafting.checks.runner import run_checks
from drafting.lexicons.lexicons import load_lexicons
from drafting.model.finding import Applicability, Finding
from drafting.parsing.parser import parse_draft
from drafting.settings.profile import OfficeProfile
from drafting.text.edits import apply_edits


def findings_of(text: str, code: str, profile: OfficeProfile | None = None) -> tuple[Finding, ...]:
    context = CheckContext(load_lexicons(), profile=profile or OfficeProfile())
    return run_checks(parse_draft(text), context, select=[code]).findings


def fixed(text: str, code: str, number: int = 0, profile: OfficeProfile | None = None) -> str:
    return apply_edits(text, findings_of(text, code, profile)[0].fixes[number].edits)


def test_one_placeholder_finding_with_all_places() -> None:
    text = "同志们：\nXX县去年有起色，XX镇走在前面，XX的经验要推广。*同志讲了意见。"
    found = findings_of(text, "RS001")
    assert [len(one.related) for one in found] == [2, 0]
    assert fixed(text, "RS001").count("{待填}") == 3
    office = OfficeProfile(place="清河湾县")
    assert "清河湾县去年" in fixed(text, "RS001", profile=office)
    assert "清河湾县的经验" in fixed(text, "RS001", profile=office)
    assert "XX镇走在前面" in fixed(text, "RS001", profile=office)


def test_renumbering_one_or_all() -> None:
    text = "一、形势\n任务很重。\n三、任务\n各镇要动。\n四、保障\n经费到位。"
    assert "\n二、任务" in fixed(text, "ST001")
    assert "\n四、保障" in fixed(text, "ST001", 0)
    assert "\n二、任务\n各镇要动。\n三、保障" in fixed(text, "ST001", 1)
    assert findings_of(text, "ST001")[0].related[0].note == "前一个序号在此"


def test_circled_and_bracketed_numbers() -> None:
    text = "一、任务\n（一）抓学习。先学一步。\n（三）抓落实。跟上来。\n二、保障\n经费到位。"
    assert "（二）抓落实" in fixed(text, "ST001")


def test_the_promise_is_mended_in_its_own_numerals() -> None:
    body = "\n一、认识\n任务很重。\n二、措施\n各镇要动。"
    assert "两点意见" in fixed("同志们：\n我讲三点意见。" + body, "ST004")
    assert "2点意见" in fixed("同志们：\n我讲3点意见。" + body, "ST004")
    found = findings_of("同志们：\n我讲三点意见。" + body, "ST004")[0]
    assert [one.note for one in found.related] == ["第 1 个在此", "第 2 个在此"]
    assert "一级标题" in found.message


def test_crowded_phrase_offers_its_sense_group() -> None:
    text = "同志们：\n要攻坚克难。再攻坚克难。还要攻坚克难。\n更要攻坚克难。"
    found = findings_of(text, "RP001")[0]
    assert len(found.related) == 3
    assert found.fixes
    assert {fix.applicability for fix in found.fixes} == {Applicability.ASK}
    assert len(found.fixes[0].edits[0].replacement) == len("攻坚克难")


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("PU001", "同志们：\n抓紧行动,不等不靠。", "同志们：\n抓紧行动，不等不靠。"),
        ("PU001", '同志们：\n抓好"一件事"改革。', '同志们：\n抓好“一件事"改革。'),
        ("PU010", "讲话\n同志们！\n今天开会。", "讲话\n同志们：\n今天开会。"),
        ("WD007", "同志们：\n抓好二个层面。", "同志们：\n抓好两个层面。"),
        ("RP006", "同志们：\n要加强加强管理。", "同志们：\n要加强管理。"),
        ("WD001", "同志们：\n设备按装好了。", "同志们：\n设备安装好了。"),
        ("RS005", "同志们：\n要抓紧。\n相关推荐", "同志们：\n要抓紧。"),
        ("RS005", "同志们：\n要抓紧。\n　相关推荐\n要抓实。", "同志们：\n要抓紧。\n要抓实。"),
        ("RS005", "同志们：\n要抓紧。点击查看更多。要抓实。", "同志们：\n要抓紧。要抓实。"),
        (
            "RP002",
            "同志们：\n种子要一户一户地送到田头。\n肥要足。\n种子要一户一户地送到田头。\n水要够。",
            "同志们：\n种子要一户一户地送到田头。\n肥要足。\n水要够。",
        ),
        ("WD004", "同志们：\n心裏有数。", "同志们：\n心里有数。"),
    ],
)
def test_fix(code: str, before: str, after: str) -> None:
    assert fixed(before, code) == after


def test_many_half_width_marks_are_one_finding() -> None:
    text = "同志们：\n" + "各镇要抓紧,部门要跟上。" * 30
    found = findings_of(text, "PU001")
    assert len(found) == 1
    assert len(found[0].related) == 29
    assert "," not in fixed(text, "PU001")


def test_the_noun_behind_the_count_is_part_of_the_promise() -> None:
    text = "同志们：\n我讲五个方面的意见。\n一、认识\n任务很重。\n二、措施\n各镇要动。"
    assert findings_of(text, "ST004")


def test_a_missing_part_is_put_where_it_is_missing() -> None:
    parts = ("一、认识\n任务很重。", "二、措施\n各镇要动。", "三、保障\n经费要到位。")
    opening = "同志们：\n我讲三点意见。\n"
    cut = opening + "\n".join(parts[:2])
    assert fixed(cut, "ST004").startswith("同志们：\n我讲两点意见。")
    assert fixed(cut, "ST004", 1).endswith("各镇要动。\n三、{待补}")
    title = findings_of(cut, "ST004")[0].fixes[1].title
    assert title == "补上缺少的“三、”"
    middle = opening + "\n".join((parts[0], parts[2]))
    assert "任务很重。\n二、{待补}\n三、保障" in fixed(middle, "ST001", 1)
    inside = "同志们：\n具体办好四件实事。一是修好桥。二是装好灯。三是通好水。请各镇抓紧。"
    assert "三是通好水。四是{待补}。请各镇" in fixed(inside, "ST004", 1)


NESTED = (
    "在全县春耕现场会上的讲话\n同志们：\n我讲三点意见。\n一、认识要到位\n要看清三个方面的形势。\n"
    "（一）农时不等人。再过十天就要下种，秧田要先整好。\n"
    "（二）市场不等人。订单已经来了，品种要早定。\n（三）天气不等人。倒春寒年年有，薄膜要备足。\n"
    "二、措施要到位\n重点办好四件实事。一是修通渠道。二是备足种子。三是检修农机。四是培训农户。\n"
    "三、责任要到位\n要抓好两项工作。\n（一）干部包村。每个村有人管，每块田有人问。\n"
    "（二）部门包片。每个片有人跑，每件事有人办。\n同志们，农时不等人，让我们马上行动起来！"
)


PARTS = (
    "一、认识要到位·（一）农时不等人·（二）市场不等人·（三）天气不等人·一是修通渠道。·二是备足种子。"
    "·三是检修农机。·四是培训农户。·（一）干部包村·（二）部门包片·三、责任要到位"
)


@pytest.mark.parametrize("part", PARTS.split("·"))
def test_no_part_is_lost_unseen(part: str) -> None:
    codes = {"ST001", "ST002", "ST004", "ST005", "ST007"}
    found = run_checks(parse_draft(NESTED), CheckContext(load_lexicons()), select=sorted(codes))
    assert found.findings == ()
    start = NESTED.index(part)
    ends = {"一、认识要到位": "\n二、", "三、责任要到位": "\n同志们，"}
    if part.endswith("。"):
        end = start + len(part)
    else:
        end = NESTED.index(ends.get(part, "\n"), start) + 1
    cut = NESTED[:start] + NESTED[end:]
    report = run_checks(parse_draft(cut), CheckContext(load_lexicons()), select=sorted(codes))
    assert report.findings, cut
