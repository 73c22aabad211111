"""The gazetteer knows its places, and the office's own ones never alarm."""

from __future__ import annotations

import pytest

from drafting.checks.base import CheckContext
from drafting.checks.kinds.gazetteer import gazetteer_of, short_name
from drafting.checks.kinds.places import deletion
from drafting.checks.runner import run_checks
from drafting.lexicons.lexicons import load_lexicons
from drafting.lexicons.tsv import split_values
from drafting.parsing.parser import parse_draft
from drafting.settings.profile import OfficeProfile, Part, Superior
from drafting.text.edits import apply_edits
from drafting.text.span import Span

PROFILE = OfficeProfile(
    place="清河湾县",
    short_name="清河湾",
    level="县",
    superiors=(Superior("商洛市", ("商洛",), "市"), Superior("陕西省", ("陕西",), "省")),
    parts=(Part("洛南镇"),),
)


def test_the_country_is_whole() -> None:
    table = load_lexicons().table("gazetteer")
    counties = [name for row in table for name in split_values(row["counties"])]
    prefectures = {row["prefecture"] for row in table if row["prefecture"]}
    assert len({row["province"] for row in table}) == 34
    assert len(prefectures) >= 333
    assert len(counties) >= 2840
    assert all(len(name) >= 2 and name[-1] in "县市区旗" for name in counties)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("成安县", "成安"), ("景宁畲族自治县", "景宁"), ("杭州", "杭州"),
        ("内蒙古自治区", "内蒙古"),
        ("双江拉祜族佤族布朗族傣族自治县", "双江"), ("隆林各族自治县", "隆林"),
        ("阿里地区", "阿里"),
    ],
)  # fmt: skip
def test_short_names(name: str, short: str) -> None:
    assert short_name(name) == short


def test_what_belongs_together() -> None:
    gazetteer = gazetteer_of(load_lexicons())
    assert gazetteer.are_related("成安", "河北省")
    assert gazetteer.are_related("陕西", "商洛")
    assert not gazetteer.are_related("成安", "商洛")
    assert gazetteer.is_county("成安")
    assert not gazetteer.is_county("商洛")
    assert gazetteer.is_province("北京")
    words = "平安建设，和平发展，适应城市变化，完成安全任务，长安街"
    assert [name for name, _ in gazetteer.iter_places(words) if name != "成安"] == []


def found(text: str) -> list[str]:
    draft = parse_draft(text)
    report = run_checks(draft, CheckContext(load_lexicons(), PROFILE), select=["RS002"])
    return [one.span.of(text) for one in report.findings]


def test_own_superior_and_part_are_no_foreign_places() -> None:
    assert (
        found("同志们：\n建设平安清河湾，推动商洛高质量发展，陕西省委有部署，洛南的发展很快。")
        == []
    )
    assert found("同志们：\n建设平安成安，推动商洛高质量发展。") == ["成安"]
    assert found("同志们：\n对标浙江，学习义乌经验，与成安县签约，到成安考察。") == []


def test_the_own_name_is_offered() -> None:
    text = "同志们：\n成安县委要带头，建设平安成安。"
    context = CheckContext(load_lexicons(), PROFILE)
    finding = run_checks(parse_draft(text), context, select=["RS002"]).findings[0]
    assert apply_edits(text, finding.fixes[0].edits).startswith("同志们：\n清河湾县委要带头")
    everywhere = apply_edits(text, finding.fixes[1].edits)
    assert everywhere == "同志们：\n清河湾县委要带头，建设平安清河湾。"


def test_a_wrong_level_is_mended_everywhere_at_once() -> None:
    text = "在全县会上的讲话\n同志们：\n全县上下要动，全县各级要带头。我市任务重，全市上下要抓。"
    (finding,) = run_checks(
        parse_draft(text), CheckContext(load_lexicons()), select=["RS004"]
    ).findings
    assert "我县任务重，全县上下" in apply_edits(text, finding.fixes[1].edits)


def test_a_deleted_bracket_leaves_one_mark() -> None:
    text = "这件事由乡镇牵头，（此处补充），月底前见效。"
    fix = deletion(text, Span(9, 15), "删去")
    assert apply_edits(text, fix.edits) == "这件事由乡镇牵头，月底前见效。"
