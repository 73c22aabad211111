"""Skeletons of new speeches: shape, promise, slots."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from drafting.checks.base import CheckContext
from drafting.checks.rules.structure.heading_number_gap import RULE as GAP
from drafting.checks.rules.structure.listed_count_differs import RULE as LISTED
from drafting.checks.rules.structure.promise_not_kept import RULE as PROMISE
from drafting.errors import ResourceError, UsageError
from drafting.lexicons.lexicons import load_lexicons
from drafting.model.draft import Move, PromiseKind
from drafting.model.particulars import Particulars, SpeechType
from drafting.parsing.parser import parse_draft
from drafting.templates.catalogue import (
    TEMPLATE_IDS,
    list_templates,
    read_template,
    template_by_id,
)
from drafting.templates.skeleton import SLOT
from drafting.templates.template import HeadingFrame

POINTED = [one for one in list_templates() if one.has_points]
FREE = [one for one in list_templates() if not one.has_points]
CASES = [(one.id, points) for one in POINTED for points in range(one.points[0], one.points[1] + 1)]
NUMERALS = ("一", "二", "三", "四", "五", "六")


def test_the_kinds_in_order():
    ids = [one.id for one in list_templates()]
    assert ids == list(TEMPLATE_IDS)
    assert ids[:3] == ["mobilisation", "economic_work", "inspection"]
    assert {one.kind for one in list_templates()} >= set(SpeechType) - {
        SpeechType.OTHER, SpeechType.CONGRESS,
    }  # fmt: skip
    assert all(one.names for one in list_templates())


@pytest.mark.parametrize(("template_id", "points"), CASES)
def test_skeleton_parses_back_to_its_headings_and_keeps_its_promise(template_id, points):
    skeleton = template_by_id(template_id).skeleton(points)
    draft = parse_draft(skeleton.text)
    top = [heading for heading in draft.headings if heading.level == 1]
    assert [heading.marker for heading in top] == [f"{one}、" for one in NUMERALS[:points]]
    promises = [one for one in draft.promises if one.kind is PromiseKind.PARTS]
    announces = "{点数}" in "".join(one.text for one in template_by_id(template_id).moves)
    assert ((points, True) in [(one.count, one.kept) for one in promises]) is announces
    assert not [one for one in draft.promises if one.kept is False]
    assert draft.opening is not None
    template = template_by_id(template_id)
    if {one.move for one in template.moves} == set(Move):
        assert Move.ANNOUNCE in draft.opening.moves
    assert draft.closing is not None
    assert draft.salutation == template.salutation
    context = CheckContext(load_lexicons())
    for rule in (GAP, PROMISE, LISTED):
        assert [one.message for one in rule.check(draft, context)] == []


@pytest.mark.parametrize(("template_id", "points"), CASES)
@pytest.mark.parametrize("frame", [HeadingFrame.MORE, HeadingFrame.MUST])
def test_headings_of_another_frame_keep_the_promise_too(template_id, points, frame):
    draft = parse_draft(template_by_id(template_id).skeleton(points, frame=frame).text)
    top = [heading for heading in draft.headings if heading.level == 1]
    ending = "要" if frame is HeadingFrame.MUST else "、"
    assert [heading.marker for heading in top] == [f"{one}{ending}" for one in NUMERALS[:points]]
    assert not [one for one in draft.promises if one.kept is False]


@pytest.mark.parametrize("template", FREE, ids=lambda one: one.id)
def test_a_kind_without_points_has_salutation_and_closing(template):
    draft = parse_draft(template.skeleton(3).text)
    assert draft.salutation == template.salutation
    assert not [one for one in draft.headings if one.marker.endswith("、")]
    assert template.skeleton(2) == template.skeleton(5)


@pytest.mark.parametrize(("template_id", "points"), CASES)
def test_slots_are_those_of_the_text(template_id, points):
    skeleton = template_by_id(template_id).skeleton(points)
    assert set(skeleton.slots) == set(SLOT.findall(skeleton.text))
    assert len(set(skeleton.slots)) == len(skeleton.slots)
    assert "日期" in skeleton.slots
    assert "点数" not in skeleton.slots
    assert "级" not in skeleton.slots


def test_described_slots_occur():
    for template in list_templates():
        used = set(template.skeleton(template.points[1]).slots)
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
    texts = [one.skeleton(one.points[1]).text.split("：\n", 1)[1] for one in list_templates()]
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
