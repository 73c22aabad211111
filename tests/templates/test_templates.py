"""Skeletons of new speeches: shape, promise, slots."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from drafting.errors import ResourceError, UsageError
from drafting.model.draft import BlockKind, Move, PromiseKind
from drafting.model.particulars import Particulars
from drafting.parsing.parser import parse_draft
from drafting.templates.catalogue import list_templates, read_template, template_by_id
from drafting.templates.skeleton import SLOT

CASES = [(one.id, points) for one in list_templates() for points in range(2, 7)]
NUMERALS = ("一", "二", "三", "四", "五", "六")


def test_the_three_kinds_in_order():
    assert [one.id for one in list_templates()] == ["mobilisation", "economic_work", "inspection"]
    assert all(one.name.endswith("讲话") and one.names for one in list_templates())


@pytest.mark.parametrize(("template_id", "points"), CASES)
def test_skeleton_parses_back_to_its_headings_and_keeps_its_promise(template_id, points):
    skeleton = template_by_id(template_id).skeleton(points)
    draft = parse_draft(skeleton.text)
    top = [heading for heading in draft.headings if heading.level == 1]
    assert [heading.marker for heading in top] == [f"{one}、" for one in NUMERALS[:points]]
    promises = [one for one in draft.promises if one.kind is PromiseKind.PARTS]
    assert [(one.count, one.kept) for one in promises] == [(points, True)]
    assert not [one for one in draft.promises if one.kept is False]
    assert draft.opening is not None
    assert draft.opening.moves == tuple(Move)
    assert draft.closing is not None
    assert draft.text_of(BlockKind.SALUTATION) == "同志们："


@pytest.mark.parametrize(("template_id", "points"), CASES)
def test_slots_are_those_of_the_text(template_id, points):
    skeleton = template_by_id(template_id).skeleton(points)
    assert set(skeleton.slots) == set(SLOT.findall(skeleton.text))
    assert len(set(skeleton.slots)) == len(skeleton.slots)
    assert {
        "会议名称",
        "日期",
        "总体目标" if template_id != "economic_work" else "年度目标",
    } <= set(skeleton.slots)
    assert "点数" not in skeleton.slots
    assert "级" not in skeleton.slots


def test_described_slots_occur():
    for template in list_templates():
        used = set(template.skeleton(6).slots)
        assert {slot.name for slot in template.slots} <= used


def test_two_points_are_written_as_one_says_it():
    assert "我讲两点意见" in template_by_id("mobilisation").skeleton(2).text


def test_particulars_fill_what_is_known():
    known = Particulars(occasion="全市春耕动员会", level="市", date=dt.date(2026, 3, 5))
    skeleton = template_by_id("mobilisation").skeleton(3, known)
    assert skeleton.text.startswith("在全市春耕动员会上的讲话\n（2026年3月5日）\n同志们：")
    assert "动员全市上下" in skeleton.text
    assert not {"会议名称", "日期"} & set(skeleton.slots)


@pytest.mark.parametrize("points", [-1, 0, 1, 7, 100])
def test_number_of_points_out_of_range(points):
    with pytest.raises(UsageError, match="2 至 6 点"):
        template_by_id("inspection").skeleton(points)


def test_unknown_template_names_the_known_ones():
    with pytest.raises(UsageError, match="mobilisation（动员部署会讲话）"):
        template_by_id("nope")


def test_prose_of_the_templates_is_not_shared():
    texts = [one.skeleton(6).text.split("：\n", 1)[1] for one in list_templates()]
    for first, second in itertools.combinations(texts, 2):
        grams = {first[i : i + 25] for i in range(len(first) - 24)}
        assert not [
            second[i : i + 25] for i in range(len(second) - 24) if second[i : i + 25] in grams
        ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("from_points = 6", "from_points = 5"),
        ('kind = "动员"', 'kind = "聚餐"'),
        ('type = "date"', 'type = "colour"'),
        ('name = "动员部署会讲话"', ""),
        ("[closing]", "[ending]"),
        ("length = [2000, 4000]", "length = 2000"),
    ],
)
def test_faulty_template_is_reported(project, tmp_path, old, new):
    source = (project / "resources" / "templates" / "mobilisation.toml").read_text(encoding="utf-8")
    assert old in source
    path = tmp_path / "bad.toml"
    path.write_text(source.replace(old, new), encoding="utf-8")
    with pytest.raises(ResourceError, match="bad"):
        read_template(path)
