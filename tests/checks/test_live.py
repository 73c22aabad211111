"""After an edit the live checks find what a check of the whole draft finds."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from drafting.checks.base import CheckContext, Rule, Scope
from drafting.checks.catalogue import RULES
from drafting.checks.live import LiveChecks, TouchedPlace, mover
from drafting.checks.paragraphs import draft_of, iter_paragraphs
from drafting.checks.runner import run_checks, run_rules
from drafting.lexicons.lexicons import load_lexicons
from drafting.parsing.parser import parse_draft
from drafting.text.span import Span
from tests.checks.planting.all_forms import FORMS, iter_planted
from tests.checks.planting.office import PROFILE
from tests.checks.planting.speeches import clean_speeches

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

DATE = dt.date(2026, 3, 5)
RULES_BY_CODE = {rule.code: rule for rule in RULES}
LINE_RULES = tuple(rule for rule in RULES if rule.scope is Scope.LINE)


CONTEXT = CheckContext(load_lexicons(), profile=PROFILE, date=DATE)


def placed(findings: Iterable[Finding], by: int = 0) -> list[str]:
    return sorted(repr(one.relocated(lambda span: span.shifted(by))) for one in findings)


def paragraph_by_paragraph(
    draft: Draft, rules: tuple[Rule, ...], context: CheckContext
) -> list[str]:
    found: list[str] = []
    for one in iter_paragraphs(draft):
        alone, starts = draft_of([one], draft)
        result = run_rules(alone, context, rules)
        assert result.failed == ()
        found += placed(result.findings, one.start - starts[0])
    return sorted(found)


def prove(text: str, rules: tuple[Rule, ...], context: CheckContext = CONTEXT) -> int:
    draft = parse_draft(text)
    whole = run_rules(draft, context, rules)
    assert placed(whole.findings) == paragraph_by_paragraph(draft, rules, context), text[:40]
    return len(whole.findings)


@pytest.mark.parametrize("rule", LINE_RULES, ids=lambda rule: rule.code)
def test_a_paragraph_alone_is_enough_for_what_is_planted(rule: Rule) -> None:
    known = rule.examples_with
    examples = CheckContext(load_lexicons(), profile=known.profile, date=known.date)
    assert sum(prove(text, (rule,), examples) for text in (*rule.flagged, *rule.clean))
    for planted in iter_planted(rule.code, times=1) if rule.code in FORMS else ():
        prove(planted.text, (rule,))


@pytest.mark.parametrize("text", clean_speeches(), ids=lambda text: text[:12])
def test_a_paragraph_alone_is_enough_in_clean_speeches(text: str) -> None:
    prove(text, LINE_RULES)


def test_a_paragraph_alone_is_enough_in_speeches(project: Path) -> None:
    paths = sorted((project / "tests" / "acceptance" / "speeches").glob("*.txt"))
    texts = [path.read_bytes().decode("utf-8-sig", "replace") for path in paths]
    assert sum(prove(text, LINE_RULES) for text in texts) > 10


def test_a_paragraph_alone_is_enough_in_reports(shared: Path) -> None:
    paths = sorted((shared / "data" / "speeches_dev").glob("*2026*.txt"))
    paths += sorted((shared / "seeds").glob("*.txt"))
    assert sum(prove(path.read_text(encoding="utf-8"), LINE_RULES) for path in paths) > 50


def edited(text: str, chance: random.Random) -> str:
    """Return the text with one edit as a writer makes it, and now and then a larger one."""
    start = chance.randrange(len(text))
    end = min(len(text), start + chance.choice((0, 0, 0, 1, 2, 30, 400)))
    pieces = ("", "。", "，", "\n", "的的", "一、", "发展", "“", "真抓实干", "三是要抓落实。")
    other = chance.randrange(len(text))
    piece = chance.choice((*pieces, text[other : other + 60]))
    return text[:start] + piece + text[end:]


def codes_of(findings: Iterable[Finding], scope: Scope) -> list[str]:
    codes = {rule.code for rule in RULES if rule.scope is scope}
    return placed(one for one in findings if one.code in codes)


@pytest.mark.parametrize("number", range(4))
def test_after_every_edit_nothing_is_missed(number: int) -> None:
    chance = random.Random(number)  # noqa: S311 - the same on every run
    text = "\n".join(clean_speeches()[number : number + 3])
    live = LiveChecks()
    for _ in range(25):
        quick = live.check(parse_draft(text, has_promises=False), CONTEXT, upto=Scope.LINE)
        report = live.check(parse_draft(text), CONTEXT, upto=Scope.LATER)
        whole = run_checks(parse_draft(text), CONTEXT)
        assert report.findings == whole.findings
        assert report.failed_rules == quick.failed_rules == ()
        assert codes_of(quick.findings, Scope.LINE) == codes_of(whole.findings, Scope.LINE)
        text = edited(text, chance)


def test_what_stands_untouched_keeps_its_findings() -> None:
    text = "同志们：\n项目要真抓实干。招商要真抓实干。\n干部要真抓实干。作风要真抓实干。\n今后要干"
    live = LiveChecks()
    before = live.check(parse_draft(text), CONTEXT, upto=Scope.DRAFT).findings
    kept = {one.code for one in before if RULES_BY_CODE[one.code].scope is Scope.DRAFT}
    assert kept
    longer = text.replace("\n项目", "\n会前看了现场，很受启发。\n项目")
    after = live.check(parse_draft(longer), CONTEXT, upto=Scope.LINE).findings
    assert kept <= {one.code for one in after}
    for one in after:
        if one.code in kept:
            old = next(two for two in before if two.code == one.code)
            assert one.span.of(longer) == old.span.of(text)


def test_a_change_of_the_profile_or_the_date_is_seen() -> None:
    draft = parse_draft("同志们：\n要大力推进工作。")
    live = LiveChecks()
    banning = CheckContext(load_lexicons(), profile=replace(PROFILE, banned=("大力",)), date=DATE)
    codes = [
        {one.code for one in live.check(draft, known, upto=Scope.LINE).findings}
        for known in (CONTEXT, banning, CONTEXT)
    ]
    assert ["WD012" in one for one in codes] == [False, True, False]


def test_a_place_is_told_from_what_was_touched() -> None:
    move = mover("一二三四五六", "一二甲乙四五六")
    assert move(Span(0, 2)) == Span(0, 2)
    assert move(Span(3, 6)) == Span(4, 7)
    with pytest.raises(TouchedPlace):
        move(Span(1, 3))
