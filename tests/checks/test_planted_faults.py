"""Recall: faults written into clean speeches of our own are found, per rule and per form."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from drafting.checks.base import CheckContext
from drafting.checks.catalogue import rule_by_code
from drafting.checks.runner import run_checks
from drafting.lexicons.lexicons import load_lexicons
from drafting.model.finding import Severity
from drafting.parsing.parser import parse_draft
from tests.checks.planting import FORMS, Planted, iter_planted

FOLDER = Path(__file__).resolve().parents[1] / "fixtures" / "checks"
TEXTS = tuple(
    path.read_text(encoding="utf-8").rstrip("\n") for path in sorted(FOLDER.glob("clean_*.txt"))
)
PLANTED = list(iter_planted(TEXTS))


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[:12])
def test_the_clean_speeches_are_clean(text: str) -> None:
    report = run_checks(parse_draft(text), CheckContext(load_lexicons()))
    assert [(one.code, one.span.of(text), one.message) for one in report.findings] == []
    assert report.failed_rules == ()


def is_found(planted: Planted) -> bool:
    """Return whether a finding of the code covers the place (or names it as related)."""
    report = run_checks(
        parse_draft(planted.text), CheckContext(load_lexicons()), select=[planted.code]
    )
    # A lost part or partner is reported at the place that misses it.
    anywhere = planted.code in {"ST001", "ST004", "PU002", "RP001"}
    return any(
        anywhere
        or any(
            span.start < planted.end and planted.start < span.end
            for span in (one.span, *(related.span for related in one.related))
        )
        for one in report.findings
    )


@pytest.mark.parametrize("code", FORMS)
def test_recall(code: str) -> None:
    by_form: dict[str, list[bool]] = defaultdict(list)
    missed: dict[str, str] = {}
    for planted in PLANTED:
        if planted.code == code:
            found = is_found(planted)
            by_form[planted.form].append(found)
            if not found:
                missed[planted.form] = planted.text[max(0, planted.start - 20) : planted.end + 20]
    assert set(by_form) == set(FORMS[code]), "a form that found no place to be planted"
    outcomes = [found for form in by_form.values() for found in form]
    wanted = 0.95 if rule_by_code(code).severity is Severity.ERROR else 0.80
    assert sum(outcomes) / len(outcomes) >= wanted, (by_form, missed)
