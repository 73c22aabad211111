"""Rules turned on and off by settings, one by one, by group, by kind of speech."""

from __future__ import annotations

from drafting.checks.catalogue import RULES
from drafting.checks.runner import standing_rules
from drafting.model.rule_groups import GROUP_TITLES
from drafting.settings.catalogue import RULES_OFF, RULES_OFF_BY_TYPE, RULES_ON
from drafting.settings.setting import Settings
from drafting.workspace.checking.rules import grouped_rules, with_rules


def test_every_rule_stands_in_a_group_with_a_name() -> None:
    groups = grouped_rules()
    assert sum(len(rules) for _, rules in groups) == len(RULES)
    assert {rule.group for rule in RULES} <= GROUP_TITLES.keys()
    assert len({title for title, _ in groups}) == len(groups)


def test_off_and_on_again_is_as_before() -> None:
    for code in ("ST001", next(rule.code for rule in RULES if not rule.default_on)):
        was_on = code in standing_rules(Settings())
        changed = with_rules(Settings(), [code], is_on=not was_on)
        assert (code in standing_rules(changed)) is not was_on
        assert with_rules(changed, [code], is_on=was_on) == Settings()


def test_one_rule_of_a_group_that_is_off() -> None:
    settings = Settings().with_value(RULES_OFF, ("ST",))
    settings = with_rules(settings, ["ST004"], is_on=True)
    assert {code for code in standing_rules(settings) if code.startswith("ST")} == {"ST004"}
    assert settings.of(RULES_ON) == ("ST004",)


def test_a_group_named_for_a_kind_becomes_its_rules() -> None:
    settings = Settings().with_value(RULES_OFF_BY_TYPE, {"主持词": ("SP",)})
    settings = with_rules(settings, ["SP001"], is_on=True, kind="主持词")
    standing = standing_rules(settings, "主持词")
    assert "SP001" in standing
    assert not {"SP002", "SP003"} & standing
    assert standing_rules(settings) == standing_rules(Settings())
    for rule in RULES:
        settings = with_rules(settings, [rule.code], is_on=True, kind="主持词")
    assert settings == Settings()
