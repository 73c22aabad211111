"""Every planted code with its forms, and how grave the catalogue calls it."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from drafting.checks.catalogue import RULES
from drafting.model.finding import Severity
from tests.checks.planting import (
    beside,
    drafts,
    ear,
    expressions,
    fresh,
    names,
    numbers,
    punctuation,
    repetition,
    residue,
    structure,
    wording,
)
from tests.checks.planting.faults import Planted, unmarked
from tests.checks.planting.speeches import clean_speeches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.checks.planting.faults import Plant

GROUPS = (
    structure, repetition, beside, residue, wording, punctuation, numbers, expressions, names, ear,
    drafts,
)  # fmt: skip
FORMS: dict[str, dict[str, Plant]] = {
    code: {**forms, **fresh.FORMS.get(code, {})}
    for group in GROUPS
    for code, forms in group.FORMS.items()
}
# The catalogue's own words; a rule that were made milder is still measured by these.
ERRORS = {
    "ST001", "ST004", "ST009", "ST010", "RP002", "RP006", "RS001", "RS002",
    "RS005", "RS006", "WD001", "PU001", "PU002", "PU006", "NU001", "NU002",
    "NU006", "NU008", "EX001", "EX005", "NM001", "NM002", "NM003", "DR001",
}  # fmt: skip
SUGGESTIONS = {
    "ST007", "ST008", "ST012", "RP005", "RP007", "RP008", "RS008", "WD006",
    "WD008", "WD009", "WD010", "WD011", "PU009", "EX006", "SP002", "SP005",
    "SP006", "SP007", "SP008",
}  # fmt: skip
WANTED = {Severity.ERROR: 0.95, Severity.WARNING: 0.80, Severity.SUGGESTION: 0.60}
# Codes that share a kind of fault: a count that the text does not keep, an amount made approximate
# twice, a wrong character.
TOGETHER = {
    "ST004": ("ST005",),
    "ST005": ("ST004",),
    "WD005": ("NU010",),
    "WD002": ("WD001", "WD003"),
    "WD003": ("WD001", "WD002"),
}
# A fault of the whole text, or one that may be shown at the place that misses something.
ANYWHERE = {"ST001", "ST004", "ST006", "ST008", "ST013", "PU002", "RP001", "SP004"}


def severity_of(code: str) -> Severity:
    """Return how grave the catalogue calls a fault."""
    if code in ERRORS:
        return Severity.ERROR
    return Severity.SUGGESTION if code in SUGGESTIONS else Severity.WARNING


def wanted_share(code: str) -> float:
    """Return the share of the planted faults that must be found."""
    return WANTED[severity_of(code)]


def rule_exists(code: str) -> bool:
    return any(rule.code == code for rule in RULES)


def measured_codes() -> list[str]:
    """Return the planted codes whose rules are in the catalogue."""
    return [code for code in FORMS if rule_exists(code)]


def iter_planted(code: str, *, times: int = 1, seed: int = 2026) -> Iterator[Planted]:
    """Yield texts with one fault of a code each: every form, ``times`` in each clean text."""
    for form, plant in FORMS[code].items():
        dice = random.Random(f"{seed} {code} {form}")  # noqa: S311 - repeatable, nothing secret
        for index in range(times * len(clean_speeches())):
            text = clean_speeches()[index % len(clean_speeches())]
            made = plant(text, dice, index)
            if made is not None:
                faulty, spans = unmarked(made.marked)
                yield Planted(code, form, faulty, spans, made)
