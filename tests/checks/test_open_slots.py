"""Which placeholders are open slots of a template; to the command line all are what they were."""

from __future__ import annotations

import pytest

from drafting.checks.base import CheckContext
from drafting.checks.catalogue import rule_by_code
from drafting.checks.report import CheckReport
from drafting.commandline.shapes import finding_shape
from drafting.lexicons.lexicons import load_lexicons
from drafting.model.finding import Finding, Severity
from drafting.model.standing import Standing, standing_of
from drafting.parsing.parser import parse_draft
from drafting.text.edits import TextEdit
from drafting.text.span import Span
from drafting.workspace.checking.messages import report_from, report_to

TEXT = "同志们：\n今天召开{会议名称}，刚才XX县作了发言，完成产值【待补】亿元，{会议名称}很重要。"


@pytest.fixture(scope="module")
def found() -> tuple[Finding, ...]:
    context = CheckContext(load_lexicons())
    return tuple(rule_by_code("RS001").check(parse_draft(TEXT), context))


def test_slots_alone_are_open_slots(found: tuple[Finding, ...]) -> None:
    slots = {one.span.of(TEXT): one.is_open_slot for one in found}
    assert slots == {"{会议名称}": True, "XX": False, "【待补】": False}


def test_every_open_slot_stays_an_error_of_the_rule(found: tuple[Finding, ...]) -> None:
    assert {one.severity for one in found} == {Severity.ERROR}
    shapes = [finding_shape(one, TEXT) for one in found]
    assert {(one["code"], one["severity"]) for one in shapes} == {("RS001", "error")}
    assert not any("is_open_slot" in one for one in shapes)


def test_edits_and_other_processes_keep_what_is_a_slot(found: tuple[Finding, ...]) -> None:
    report = CheckReport(3, found, 0, (), 0.1)
    assert report_from(report_to(report)) == report
    slot = next(one for one in found if one.is_open_slot)
    moved = slot.after([TextEdit(Span(0, 0), "各位")])
    assert moved is not None
    assert standing_of(moved) is Standing.SLOT
