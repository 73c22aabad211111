"""What a template says of the rules: which do not fit its kind, which matter more there."""

from __future__ import annotations

import pytest

from drafting.checks.catalogue import rule_by_code
from drafting.model.finding import Severity
from drafting.model.particulars import Particulars
from drafting.parsing.parser import parse_draft
from drafting.settings.catalogue import RULES_OFF, RULES_ON
from drafting.settings.setting import Settings
from drafting.templates.catalogue import list_templates, rules_of_template
from drafting.workspace.checking.draft import CheckOptions, check_draft
from drafting.workspace.writing.templating import particulars_for, slot_prompt

TALK = """在安全生产会上的讲话
同志们：
全县的隐患必须百分之百整改到位，绝不允许发生任何一起事故。会前已经把清单发给大家。
"""
UNCLOSED = """在全县招商会上的讲话
同志们：
今天的任务是部署招商，我强调两点。
一要盯住产业。围绕链条找项目。
二要盯住服务。手续有人代办。"""


def found(text: str, template: str | None, settings: Settings | None = None) -> dict[str, Severity]:
    draft = parse_draft(text, particulars=Particulars(template=template))
    report = check_draft(draft, CheckOptions(settings=settings or Settings()))
    return {one.code: one.severity for one in report.findings}


@pytest.mark.parametrize("template", list_templates(), ids=lambda one: one.id)
def test_the_rules_exist_and_strict_ones_are_suggestions(template) -> None:
    """A warning stays a warning: only what is sure is an error."""
    assert all(rule_by_code(code) for code in (*template.off, *template.strict))
    assert {rule_by_code(code).severity for code in template.strict} <= {Severity.SUGGESTION}
    assert not set(template.off) & set(template.strict)


def test_a_strict_rule_runs_and_its_suggestions_are_warnings() -> None:
    assert "WD011" not in found(TALK, None)
    turned_on = Settings().with_value(RULES_ON, ("WD011",))
    assert found(TALK, None, turned_on)["WD011"] is Severity.SUGGESTION
    assert found(TALK, "safety")["WD011"] is Severity.WARNING
    assert "WD011" not in found(TALK, "safety", Settings().with_value(RULES_OFF, ("WD",)))


def test_a_rule_that_is_off_is_silent_unless_the_office_turns_it_on() -> None:
    assert "ST013" in rules_of_template("pledge")[0]
    assert "ST013" in found(UNCLOSED, None)
    assert "ST013" not in found(UNCLOSED, "pledge")
    assert "ST013" in found(UNCLOSED, "pledge", Settings().with_value(RULES_ON, ("ST013",)))


def test_an_unknown_template_changes_nothing() -> None:
    assert found(TALK, "of-another-version") == found(TALK, None)
    assert slot_prompt("of-another-version", "日期") == ""


def test_a_new_draft_remembers_its_template() -> None:
    known = particulars_for("safety", Particulars(occasion="全县安全生产会"))
    assert (known.template, known.occasion) == ("safety", "全县安全生产会")
    assert known.kind is not None
    assert "2026年" in slot_prompt("safety", "日期")
    assert slot_prompt("safety", "没有这一空") == ""
