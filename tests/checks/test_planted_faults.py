"""Recall: faults written into clean speeches of our own are found, per rule and per form."""

from __future__ import annotations

import pytest

from drafting.checks.base import CheckContext
from drafting.checks.catalogue import RULES
from drafting.checks.runner import run_checks
from drafting.lexicons.lexicons import load_lexicons
from drafting.model.finding import Severity
from drafting.parsing.parser import parse_draft
from drafting.settings.profile import OfficeProfile
from tests.checks.planting.all_forms import (
    FORMS,
    iter_planted,
    measured_codes,
    wanted_share,
)
from tests.checks.planting.office import PROFILE
from tests.checks.planting.recall import measure
from tests.checks.planting.speeches import clean_speeches


@pytest.mark.parametrize("profile", [OfficeProfile(), PROFILE], ids=["unknown", "office"])
@pytest.mark.parametrize("text", clean_speeches(), ids=lambda text: text[:12])
def test_the_clean_speeches_are_clean(text: str, profile: OfficeProfile) -> None:
    report = run_checks(parse_draft(text), CheckContext(load_lexicons(), profile=profile))
    graver = [one for one in report.findings if one.severity is not Severity.SUGGESTION]
    assert [(one.code, one.span.of(text), one.message) for one in graver] == []
    assert report.failed_rules == ()


@pytest.mark.parametrize("code", FORMS)
def test_every_form_is_planted_often_enough(code: str) -> None:
    places: dict[str, int] = dict.fromkeys(FORMS[code], 0)
    for planted in iter_planted(code, times=2):
        places[planted.form] += 1
        assert planted.text not in clean_speeches() or planted.made.particulars
    assert min(places.values()) > 0, f"a form that found no place: {places}"
    assert len(places) >= 5
    assert sum(places.values()) >= 20


def test_no_rule_is_lost() -> None:
    assert set(FORMS) <= {rule.code for rule in RULES}


@pytest.mark.parametrize("code", measured_codes())
def test_recall(code: str) -> None:
    recall = measure(code)
    missed = {form: places[:3] for form, places in recall.missed.items()}
    assert recall.share >= wanted_share(code), (recall.by_form, missed)
