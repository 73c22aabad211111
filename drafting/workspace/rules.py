"""The catalogue of rules as data, for “为什么” and for the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafting.checks.catalogue import RULES, rule_by_code

if TYPE_CHECKING:
    from drafting.checks.base import Rule


def list_rules() -> list[dict[str, Any]]:
    """Return every rule as the contract's dictionary, in the order of the catalogue."""
    return [_described(rule) for rule in RULES]


def describe_rule(code: str) -> dict[str, Any]:
    """Return one rule as the contract's dictionary.

    Raises:
        UsageError: there is no rule of that code.
    """
    return _described(rule_by_code(code))


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
