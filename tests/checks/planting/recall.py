"""What share of the planted faults is found, per code and per form."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafting.checks.base import CheckContext
from drafting.checks.runner import run_checks
from drafting.lexicons.lexicons import load_lexicons
from drafting.model.overlap import OtherSpeech
from drafting.parsing.parser import parse_draft
from drafting.settings.profile import OfficeProfile
from drafting.workspace.checking.spelling import shared_speller
from tests.checks.beside import FewSpeeches
from tests.checks.planting.all_forms import ANYWHERE, TOGETHER, iter_planted, rule_exists
from tests.checks.planting.office import PROFILE

if TYPE_CHECKING:
    from tests.checks.planting.faults import Made, Planted


@dataclass(frozen=True, slots=True)
class Recall:
    """Outcomes of one code: by form how many were found of how many, and what was missed."""

    found: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    planted: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    missed: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    @property
    def share(self) -> float:
        """Return the share that was found, of all forms together."""
        return sum(self.found.values()) / sum(self.planted.values())

    @property
    def by_form(self) -> dict[str, float]:
        """Return the share that was found of each form."""
        return {form: round(self.found[form] / n, 3) for form, n in self.planted.items()}


# What the speller finds; it is loaded for no other.
_SPELT = frozenset(("WD002", "WD003"))


def context_of(made: Made, code: str = "") -> CheckContext:
    """Return what a rule may know beside a planted text."""
    lexicons = load_lexicons()
    past = [OtherSpeech("", text[: text.index("\n")], text) for text in made.library]
    return CheckContext(
        lexicons,
        profile=PROFILE if made.has_office else OfficeProfile(),
        date=made.date,
        source=parse_draft(made.source) if made.source else None,
        library=FewSpeeches(past, lexicons) if past else None,
        speller=shared_speller() if code in _SPELT else None,
        beside=tuple(parse_draft(text) for text in made.beside),
        locked=made.locked,
    )


def is_found(planted: Planted) -> bool:
    """Return whether a finding of the code touches the place (or names it as related)."""
    made = planted.made
    codes = [planted.code, *filter(rule_exists, TOGETHER.get(planted.code, ()))]
    draft = parse_draft(planted.text, particulars=made.particulars)
    context = context_of(made, planted.code)
    findings = run_checks(draft, context, select=codes).findings
    if planted.code in ANYWHERE or not planted.spans:
        return bool(findings)
    pointed = [
        span
        for one in findings
        for span in (one.span, *(related.span for related in one.related if not related.source))
    ]
    return any(
        span.start < end and start < span.end for span in pointed for start, end in planted.spans
    )


def measure(code: str, *, times: int = 1) -> Recall:
    """Return what is found of the faults of one code."""
    recall = Recall()
    for planted in iter_planted(code, times=times):
        recall.planted[planted.form] += 1
        if is_found(planted):
            recall.found[planted.form] += 1
        else:
            recall.missed[planted.form].append(planted.wording)
    return recall
