"""From findings to a report: selection, broken rules, suppression, duplicates, order, limit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from drafting.checks import runner
from drafting.checks.base import CheckContext
from drafting.checks.catalogue import RULES, rule_by_code
from drafting.checks.runner import (
    drop_suppressed,
    in_order,
    limited,
    run_checks,
    selected_rules,
    without_duplicates,
)
from drafting.checks.suppressions import suppression_for
from drafting.errors import UsageError
from drafting.lexicons.lexicons import load_lexicons
from drafting.model.draft import Draft
from drafting.model.finding import Finding, IgnoreReach, Severity
from drafting.parsing.parser import parse_draft
from drafting.settings.profile import OfficeProfile
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = "同志们：\n要按照布署抓好二个层面。设备要按装到位，再按布署办。"


@pytest.fixture
def context() -> CheckContext:
    return CheckContext(load_lexicons())


def codes_of(text: str, context: CheckContext, **options: object) -> list[str]:
    report = run_checks(parse_draft(text), context, **options)  # type: ignore[arg-type]
    return [one.code for one in report.findings]


def test_selection(context: CheckContext) -> None:
    assert codes_of(TEXT, context) == ["WD001", "WD007", "WD001", "WD001"]
    assert codes_of(TEXT, context, select=["WD007"]) == ["WD007"]
    assert codes_of(TEXT, context, select=["wd"], ignore=["WD001"]) == ["WD007"]
    assert codes_of(TEXT, context, select=["ST"]) == []
    for option in ("select", "ignore"):
        with pytest.raises(UsageError, match="ZZ001"):
            codes_of(TEXT, context, **{option: ["ZZ001"]})


def test_of_several_speeches_each_is_judged_alone(context: CheckContext, project: Path) -> None:
    """What both say is no repetition, and what the second leaves out is told of it."""
    names = ("sample_mobilisation", "sample_economic")
    folder = project / "resources" / "samples"
    texts = [(folder / f"{name}.txt").read_text(encoding="utf-8").strip() for name in names]
    cut = texts[0].replace("同志们：\n", "", 1)
    cut = "\n".join(cut.split("\n")[:-1])  # without salutation and closing
    texts.append(cut.replace("\n", "\n（2026年3月5日）\n", 1))
    whole = "\n\n".join(texts)
    draft = parse_draft(whole)
    assert len(draft.speeches) == len(texts)
    groups = ("ST", "RP", "SP", "NM")
    found = [
        (one.code, one.span, [edit.span for fix in one.fixes for edit in fix.edits])
        for one in run_checks(draft, context, select=groups).findings
    ]
    wanted = []
    for speech in draft.speeches:
        start = speech.span.start
        for one in run_checks(parse_draft(speech.span.of(whole)), context, select=groups).findings:
            edits = [edit.span.shifted(start) for fix in one.fixes for edit in fix.edits]
            wanted.append((one.code, one.span.shifted(start), edits))
    assert found == wanted
    assert {code for code, *_ in found} >= {"ST006"}


def test_rules_that_are_off_run_only_when_named(monkeypatch: pytest.MonkeyPatch) -> None:
    off = replace(rule_by_code("WD007"), default_on=False)
    monkeypatch.setattr(runner, "RULES", (off,))
    assert selected_rules(None, ()) == ()
    assert selected_rules(["WD007"], ()) == (off,)


def test_a_broken_rule_harms_no_other(
    context: CheckContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(draft: Draft, context: CheckContext) -> Iterator[Finding]:
        yield RULES[0].finding(Span(0, 1), "half a result")
        raise RuntimeError(draft.text)

    broken = replace(rule_by_code("ST001"), check=breaks)
    monkeypatch.setattr(runner, "RULES", (broken, rule_by_code("WD007")))
    report = run_checks(parse_draft(TEXT, revision=7), context)
    assert report.failed_rules == ("ST001",)
    assert [one.code for one in report.findings] == ["WD007"]
    assert report.revision == 7
    assert report.seconds >= 0


def test_three_reaches(context: CheckContext) -> None:
    draft = parse_draft(TEXT)
    first = run_checks(draft, context, select=["WD001"]).findings[0]
    here = suppression_for(first, TEXT, IgnoreReach.PLACE)
    assert (here.text, here.before, here.after) == ("布署", "同志们：\n要按照", "抓好二个层面。设")
    report = run_checks(draft, context, select=["WD001"], suppressions=[here])
    assert [one.span.of(TEXT) for one in report.findings] == ["按装", "布署"]
    assert report.suppressed == 1
    for reach in (IgnoreReach.DRAFT, IgnoreReach.OFFICE):
        wide = suppression_for(first, TEXT, reach)
        assert (wide.before, wide.after) == ("", "")
        report = run_checks(draft, context, select=["WD001"], suppressions=[wide])
        assert [one.span.of(TEXT) for one in report.findings] == ["按装"]
        assert report.suppressed == 2


def test_a_place_is_found_again_after_edits_elsewhere(context: CheckContext) -> None:
    first = run_checks(parse_draft(TEXT), context, select=["WD001"]).findings[0]
    here = suppression_for(first, TEXT, IgnoreReach.PLACE)
    longer = "在全县动员会上的讲话\n" + TEXT + "\n请大家抓紧。"
    beside = longer.replace("抓好二个", "抓实二个")
    for text in (longer, beside):
        report = run_checks(parse_draft(text), context, select=["WD001"], suppressions=[here])
        assert [one.span.of(text) for one in report.findings] == ["按装", "布署"]
    elsewhere = "同志们：\n完全是另一段话，布署这个词也在里面。"
    report = run_checks(parse_draft(elsewhere), context, select=["WD001"], suppressions=[here])
    assert len(report.findings) == 1


def test_tolerated_wording_of_the_office(context: CheckContext) -> None:
    tolerant = replace(context, profile=OfficeProfile(tolerated=("布署",)))
    report = run_checks(parse_draft(TEXT), tolerant, select=["WD001"])
    assert [one.span.of(TEXT) for one in report.findings] == ["按装"]
    assert report.suppressed == 2


def made(code: str, start: int, severity: Severity = Severity.ERROR) -> Finding:
    return Finding(code, code.lower(), severity, Span(start, start + 2), "m", "w")


def test_the_small_functions() -> None:
    a, b, c = made("ST001", 5), made("ST001", 5), made("WD001", 5)
    assert without_duplicates([a, b, c]) == [a, c]
    guess, elsewhere = made("WD003", 6), made("WD002", 7)
    assert without_duplicates([guess, c, elsewhere]) == [c, elsewhere]
    late, mild = made("ST001", 9), made("RP001", 5, Severity.SUGGESTION)
    assert in_order([late, mild, a]) == [a, mild, late]
    assert limited([mild, late, a], most=2) == (late, a)
    assert drop_suppressed([a], "0123456789", [], ()) == [a]


def test_suppressed_before_limited(context: CheckContext, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner.limited, "__defaults__", (1,))
    draft = parse_draft(TEXT)
    first = run_checks(draft, context, select=["WD001"]).findings[0]
    here = suppression_for(first, TEXT, IgnoreReach.DRAFT)
    report = run_checks(draft, context, select=["WD001"], suppressions=[here])
    assert [one.span.of(TEXT) for one in report.findings] == ["按装"]


def test_a_draft_without_structure(context: CheckContext) -> None:
    bare = Draft(text="要按照布署抓好二个层面，")
    report = run_checks(bare, context)
    assert report.failed_rules == ()
    assert [one.code for one in report.findings] == ["WD001", "WD007"]
    assert run_checks(Draft(text=""), context).findings == ()


def test_an_annex_is_no_part_of_the_speech(context: CheckContext) -> None:
    """What is appended is not said, and its lines are no parts; wrong words in it are told."""
    speech = "在会上的讲话\n同志们：\n一、早动手\n抓紧清淤。\n二、严验收\n谢谢大家！\n"
    line = "干渠按布署清淤（注：数据截至十月底）。"
    assert codes_of(speech + line, context, select=["SP003", "WD001"]) == ["WD001", "SP003"]
    appended = f"{speech}附件：任务表\n一、北干渠\n{line}"
    assert codes_of(appended, context, select=["SP003", "WD001"]) == ["WD001"]
    draft = parse_draft(appended)
    assert draft.annex == Span(len(speech), len(appended))
    assert parse_draft(speech + line).annex is None
    assert parse_draft(speech + "附件已经印发，请大家照着落实。").annex is None
