"""The catalogue of rules as data, for “为什么” and for the command line."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from drafting.checks.catalogue import RULES, rule_by_code
from drafting.checks.runner import selected_rules, standing_rules
from drafting.model.rule_groups import GROUP_TITLES
from drafting.settings.catalogue import RULES_OFF, RULES_OFF_BY_TYPE, RULES_ON

if TYPE_CHECKING:
    from collections.abc import Collection

    from drafting.checks.base import Rule
    from drafting.settings.setting import Settings


def list_rules() -> list[dict[str, Any]]:
    """Return every rule as the contract's dictionary, in the order of the catalogue."""
    return [_described(rule) for rule in RULES]


def describe_rule(code: str) -> dict[str, Any]:
    """Return one rule as the contract's dictionary.

    Raises:
        UsageError: there is no rule of that code.
    """
    return _described(rule_by_code(code))


def require_rules(select: Collection[str] | None, ignore: Collection[str]) -> None:
    """See that these codes and groups exist, before anything is read.

    Raises:
        UsageError: there is no rule or group of that name.
    """
    selected_rules(select, ignore)


def grouped_rules() -> tuple[tuple[str, tuple[Rule, ...]], ...]:
    """Return the groups by their titles with their rules, in the order of the catalogue."""
    groups: dict[str, list[Rule]] = {}
    for rule in RULES:
        groups.setdefault(rule.group, []).append(rule)
    return tuple((GROUP_TITLES.get(code, code), tuple(rules)) for code, rules in groups.items())


def with_rules(
    settings: Settings, codes: Collection[str], *, is_on: bool, kind: str = ""
) -> Settings:
    """Return settings by which these rules run, or do not.

    ``kind`` names one kind of speech as the window calls it; without it all kinds are meant.
    """
    if kind:
        return _with_rules_of_kind(settings, codes, is_on=is_on, kind=kind)
    for code in codes:
        turned_off = tuple(one for one in settings.of(RULES_OFF) if one != code)
        turned_on = tuple(one for one in settings.of(RULES_ON) if one != code)
        settings = settings.with_value(RULES_OFF, turned_off).with_value(RULES_ON, turned_on)
        if (code in standing_rules(settings)) != is_on:
            setting, known = (RULES_ON, turned_on) if is_on else (RULES_OFF, turned_off)
            settings = settings.with_value(setting, (*known, code))
    return settings


def _with_rules_of_kind(
    settings: Settings, codes: Collection[str], *, is_on: bool, kind: str
) -> Settings:
    by_kind = dict(settings.of(RULES_OFF_BY_TYPE))
    named = by_kind.get(kind, ())
    # A group stands for its rules from now on, so that one of them can be told apart.
    off = [rule.code for rule in RULES if rule.code in named or rule.group in named]
    off = [one for one in off if one not in codes] + ([] if is_on else list(codes))
    by_kind[kind] = tuple(rule.code for rule in RULES if rule.code in off)
    kept = {name: words for name, words in by_kind.items() if words}
    return settings.with_value(RULES_OFF_BY_TYPE, MappingProxyType(kept))


def _described(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "summary": rule.summary,
        "group": rule.group,
        "severity": rule.severity.value,
        "default_on": rule.default_on,
        "why": rule.why,
        "source": rule.source,
        "flagged": list(rule.flagged),
        "clean": list(rule.clean),
    }
