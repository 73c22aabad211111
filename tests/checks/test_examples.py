"""Every rule speaks in its flagged examples and is silent in its clean ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.checks.base import CheckContext, Rule
from drafting.checks.catalogue import RULES
from drafting.lexicons.lexicons import load_lexicons
from drafting.pagination.layout_files import load_layout
from drafting.parsing.parser import parse_draft
from drafting.text.edits import apply_edits
from drafting.workspace.checking.spelling import shared_speller
from tests.checks.beside import with_texts_beside

if TYPE_CHECKING:
    from drafting.model.draft import Draft

FLAGGED = [(rule, text) for rule in RULES for text in rule.flagged]
CLEAN = [(rule, text) for rule in RULES for text in rule.clean]


def draft_of(rule: Rule, text: str) -> Draft:
    return parse_draft(text, particulars=rule.examples_with.particulars)


def context_of(rule: Rule) -> CheckContext:
    known = rule.examples_with
    speller = shared_speller() if known.needs_speller else None
    return CheckContext(
        load_lexicons(),
        profile=known.profile,
        date=known.date,
        speller=speller,
        layout=None if known.layout_id is None else load_layout(known.layout_id),
        faces=known.faces,
    )


def judged(rule: Rule, text: str) -> tuple[Draft, CheckContext]:
    own, context = with_texts_beside(text, context_of(rule))
    return draft_of(rule, own), context


def name_of(value: object) -> str:
    return value.code if isinstance(value, Rule) else str(value)[:24].replace("\n", "|")


@pytest.mark.parametrize(("rule", "text"), FLAGGED, ids=name_of)
def test_flagged(rule: Rule, text: str) -> None:
    draft, context = judged(rule, text)
    text = draft.text
    findings = list(rule.check(draft, context))
    assert findings, text
    for finding in findings:
        assert finding.code == rule.code
        assert 0 <= finding.span.start < finding.span.end <= len(text)
        assert finding.severity.rank >= rule.severity.rank
        assert finding.message
        assert finding.why == rule.why
        for related in finding.related:
            assert related.note
            assert related.source is not None or related.span.end <= len(text)
        for fix in finding.fixes:
            assert fix.title
            assert apply_edits(text, fix.edits) != text
    assert any(finding.severity is rule.severity for finding in findings)


@pytest.mark.parametrize(("rule", "text"), CLEAN, ids=name_of)
def test_clean(rule: Rule, text: str) -> None:
    draft, context = judged(rule, text)
    findings = list(rule.check(draft, context))
    assert [(one.span.of(draft.text), one.message) for one in findings] == []


@pytest.mark.parametrize("rule", RULES, ids=name_of)
def test_safe_fixes_mend(rule: Rule) -> None:
    context = context_of(rule)
    for text in rule.flagged:
        for finding in rule.check(draft_of(rule, text), context):
            safe = [fix for fix in finding.fixes if fix.applicability.value == "safe"]
            if safe:
                fixed = apply_edits(text, safe[0].edits)
                again = list(rule.check(draft_of(rule, fixed), context))
                before = list(rule.check(draft_of(rule, text), context))
                assert len(again) < len(before)


# The severities of the whole catalogue: E error, W warning, S suggestion, o off by default.
CONTRACT = """
ST E001 W002 W003 E004 W005 W006 S007 S008 E009 E010 W011 S012 W013
RP W001 E002 W003 W004 S005 E006 S007 S008 W009
RS E001 E002 W003 W004 E005 E006 W007 S008
WD E001 W002 W003 W004 W005 S006 W007 S008 S009 S010o S011o
PU E001 E002 W003 W004 W005 E006 W007 W008 S009 W010 W011 W012
NU E001 E002 W003 W004 W005 E006 W007 E008 W009 W010 W011 W012
EX E001 W002 W003 W004 E005 S006
NM E001 E002 E003 W004 W005
SP W001 S002 W003 W004 S005 S006o S007 S008
LA W001 S002 W003 W004 S005
DR E001 E002
"""


def test_severities_are_the_contract() -> None:
    contract = {
        line[:2] + entry[1:4]: (entry[0], entry.endswith("o"))
        for line in CONTRACT.split("\n")
        for entry in line[3:].split()
    }
    for rule in RULES:
        if rule.code in contract:
            found = (rule.severity.value[0].upper(), not rule.default_on)
            assert found == contract[rule.code], rule.code
