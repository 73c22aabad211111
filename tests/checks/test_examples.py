"""Every rule speaks in its flagged examples and is silent in its clean ones."""

from __future__ import annotations

import pytest

from drafting.checks.base import CheckContext, Rule
from drafting.checks.catalogue import RULES
from drafting.lexicons.lexicons import load_lexicons
from drafting.model.finding import Severity
from drafting.parsing.parser import parse_draft
from drafting.text.edits import apply_edits

FLAGGED = [(rule, text) for rule in RULES for text in rule.flagged]
CLEAN = [(rule, text) for rule in RULES for text in rule.clean]


def name_of(value: object) -> str:
    return value.code if isinstance(value, Rule) else str(value)[:24].replace("\n", "|")


@pytest.mark.parametrize(("rule", "text"), FLAGGED, ids=name_of)
def test_flagged(rule: Rule, text: str) -> None:
    findings = list(rule.check(parse_draft(text), CheckContext(load_lexicons())))
    assert findings, text
    for finding in findings:
        assert finding.code == rule.code
        assert 0 <= finding.span.start < finding.span.end <= len(text)
        assert finding.severity.rank >= rule.severity.rank
        assert finding.message
        assert finding.why == rule.why
        for related in finding.related:
            assert related.note
            assert related.span.end <= len(text)
        for fix in finding.fixes:
            assert fix.title
            assert apply_edits(text, fix.edits) != text
    assert any(finding.severity is rule.severity for finding in findings)


@pytest.mark.parametrize(("rule", "text"), CLEAN, ids=name_of)
def test_clean(rule: Rule, text: str) -> None:
    findings = list(rule.check(parse_draft(text), CheckContext(load_lexicons())))
    assert [(one.span.of(text), one.message) for one in findings] == []


@pytest.mark.parametrize("rule", RULES, ids=name_of)
def test_safe_fixes_mend(rule: Rule) -> None:
    context = CheckContext(load_lexicons())
    for text in rule.flagged:
        mended = text
        for finding in rule.check(parse_draft(text), context):
            safe = [fix for fix in finding.fixes if fix.applicability.value == "safe"]
            if safe:
                fixed = apply_edits(text, safe[0].edits)
                again = list(rule.check(parse_draft(fixed), context))
                before = list(rule.check(parse_draft(text), context))
                assert len(again) < len(before)
        assert mended == text


def test_severities_are_the_contract() -> None:
    warnings = {"ST005", "RP001", "WD004", "WD007", "PU010"}
    for rule in RULES:
        wanted = Severity.WARNING if rule.code in warnings else Severity.ERROR
        assert rule.severity is wanted, rule.code
