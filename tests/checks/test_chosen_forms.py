"""What the office has chosen between two right forms."""

from __future__ import annotations

import pytest

from drafting.checks.base import CheckContext
from drafting.checks.runner import run_checks
from drafting.lexicons.lexicons import load_lexicons
from drafting.model.finding import Finding, Severity
from drafting.parsing.parser import parse_draft
from drafting.settings.catalogue import COMMA_BETWEEN_QUOTES
from drafting.settings.setting import Settings
from drafting.text.edits import apply_edits

WITH = "同志们：\n抓好“厕所革命”、“清洁行动”，学好《条例》、《办法》。"
WITHOUT = "同志们：\n抓好“厕所革命”“清洁行动”，学好《条例》《办法》。"
MIXED = "同志们：\n抓好“厕所革命”、“清洁行动”“庭院评比”。"


def findings(text: str, chosen: str) -> tuple[Finding, ...]:
    settings = Settings().with_value(COMMA_BETWEEN_QUOTES, chosen)
    context = CheckContext(load_lexicons(), settings=settings)
    return run_checks(parse_draft(text), context, select=["PU005"]).findings


@pytest.mark.parametrize("text", [WITH, WITHOUT])
def test_without_a_choice_either_form_is_right(text: str) -> None:
    assert findings(text, "either") == ()


@pytest.mark.parametrize(("chosen", "text", "mended"),
                         [("without", WITH, WITHOUT), ("with", WITHOUT, WITH)])  # fmt: skip
def test_the_other_form_is_a_suggestion(chosen: str, text: str, mended: str) -> None:
    assert findings(mended, chosen) == ()
    found = findings(text, chosen)
    assert [one.severity for one in found] == [Severity.SUGGESTION] * 2
    edits = [edit for one in found for edit in one.fixes[0].edits]
    assert apply_edits(text, edits) == mended


@pytest.mark.parametrize(("chosen", "mended"), [
    ("either", "同志们：\n抓好“厕所革命”“清洁行动”“庭院评比”。"),
    ("without", "同志们：\n抓好“厕所革命”“清洁行动”“庭院评比”。"),
    ("with", "同志们：\n抓好“厕所革命”、“清洁行动”、“庭院评比”。"),
])  # fmt: skip
def test_both_forms_in_one_text_are_a_warning(chosen: str, mended: str) -> None:
    (found,) = findings(MIXED, chosen)
    assert found.severity is Severity.WARNING
    assert apply_edits(MIXED, found.fixes[0].edits) == mended
