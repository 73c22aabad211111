"""From a draft to a report: run the rules, then pass what they found through small functions."""

from __future__ import annotations

import time
from bisect import bisect_right
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from drafting.checks.base import Scope
from drafting.checks.catalogue import RULES, rule_codes
from drafting.checks.matching import look_together
from drafting.checks.report import CheckReport
from drafting.checks.suppressions import suppressed_indexes
from drafting.errors import DraftingError, UsageError
from drafting.model.finding import Severity
from drafting.parsing.each_speech import taken_apart
from drafting.settings.catalogue import RULES_OFF, RULES_OFF_BY_TYPE, RULES_ON

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from drafting.checks.base import CheckContext, Rule
    from drafting.checks.matching import Matcher
    from drafting.lexicons.lexicons import Lexicons
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding, Suppression
    from drafting.settings.setting import Settings
    from drafting.text.span import Span

# More than anybody walks through; keeps the window quick on a text that is no speech.
MOST_FINDINGS = 2000
# What a word list knows for certain, and what is guessed from its surroundings.
_LISTED, _GUESSED = "WD001", ("WD002", "WD003")
# Groups that judge how a speech is built and sounds.
_OF_SPEECHES = {"ST", "RP", "SP"}
# Those whose rules look at a speech as a whole, and at each where a text holds several.
_OF_EACH_SPEECH = _OF_SPEECHES | {"NM"}
# Groups whose findings an office can tolerate by their wording.
_TOLERABLE_GROUPS = {"RP", "WD", "EX"}


@dataclass(frozen=True, slots=True)
class Found:
    """What rules found, not yet sorted out, and the codes of those that broke down."""

    findings: tuple[Finding, ...] = ()
    failed: tuple[str, ...] = ()

    def plus(self, other: Found) -> Found:
        """Return both together."""
        return Found(self.findings + other.findings, self.failed + other.failed)


def run_checks(
    draft: Draft,
    context: CheckContext,
    *,
    select: Collection[str] | None = None,
    ignore: Collection[str] = (),
    suppressions: Sequence[Suppression] = (),
) -> CheckReport:
    """Return what the rules find in ``draft``.

    ``select`` and ``ignore`` hold codes or groups (``RS``); without ``select`` all rules run that
    are on by default or by the settings, for a speech of this kind. A rule that breaks down is
    named in the report and harms no other.

    Raises:
        UsageError: ``select`` or ``ignore`` names a code that does not exist.
    """
    started = time.perf_counter()
    found = run_rules(draft, context, rules_for(draft, context, select, ignore))
    return report_on(draft, context, found, suppressions, started)


def rules_for(
    draft: Draft,
    context: CheckContext,
    select: Collection[str] | None = None,
    ignore: Collection[str] = (),
) -> tuple[Rule, ...]:
    """Return the rules that run on a speech of this kind, as :func:`run_checks` tells.

    Raises:
        UsageError: a code or group does not exist.
    """
    kind = draft.particulars.kind
    standing = standing_rules(context.settings, kind.value if kind else "")
    # What the office turns on or off itself goes before what suits the kind.
    standing -= context.off.difference(context.settings.of(RULES_ON))
    turned_off = context.settings.of(RULES_OFF)
    standing |= {one for one in context.strict if not {one, one[:2]} & set(turned_off)}
    return selected_rules(select, ignore, standing)


def run_rules(draft: Draft, context: CheckContext, rules: Iterable[Rule]) -> Found:
    """Return what ``rules`` find, and those that broke down."""
    found: list[Finding] = []
    failed: list[str] = []
    rules = tuple(rules)
    look_together(_iter_words(rules, context.lexicons))
    alone = taken_apart(draft)
    for rule in rules:
        is_apart = rule.group in _OF_EACH_SPEECH and rule.scope is Scope.DRAFT
        try:
            if alone and is_apart:
                found += _found_apart(rule, draft, alone, context)
            else:
                found += list(rule.check(draft, context))
        except Exception:  # noqa: BLE001 - a broken rule must not take the others with it
            failed.append(rule.code)
    return Found(tuple(found), tuple(failed))


def _found_apart(
    rule: Rule, draft: Draft, alone: Sequence[Draft], context: CheckContext
) -> Iterator[Finding]:
    """Yield what a rule finds in each of several speeches, placed where it stands in all."""
    for speech, one in zip(draft.speeches, alone, strict=True):
        start = speech.span.start

        def move(span: Span, by: int = start) -> Span:
            return span.shifted(by)

        for finding in rule.check(one, context):
            yield finding.relocated(move)


def _iter_words(rules: Iterable[Rule], lexicons: Lexicons) -> Iterator[Matcher]:
    """Yield what looks for the lists of ``rules``; a faulty list is told by its rule."""
    for rule in rules:
        if rule.words is not None:
            with suppress(DraftingError):
                yield from rule.words(lexicons)


def report_on(
    draft: Draft,
    context: CheckContext,
    found: Found,
    suppressions: Sequence[Suppression],
    started: float,
) -> CheckReport:
    """Return the report on what was found since ``started`` (of ``time.perf_counter``)."""
    every = without_annex(found.findings, draft)
    wanted = drop_suppressed(every, draft.text, suppressions, context.profile.tolerated)
    findings = limited(in_order(without_duplicates(taken_strictly(wanted, context.strict))))
    seconds = time.perf_counter() - started
    hidden = len(every) - len(wanted)
    return CheckReport(draft.revision, findings, hidden, found.failed, seconds)


def without_annex(findings: Sequence[Finding], draft: Draft) -> Sequence[Finding]:
    """Return the findings without those that take what is appended to the speech for said."""
    annex = draft.annex
    if annex is None:
        return findings
    return [
        one for one in findings if one.span.start < annex.start or one.code[:2] not in _OF_SPEECHES
    ]


def standing_rules(settings: Settings, kind: str = "") -> set[str]:
    """Return the codes that run unless others are asked for.

    ``kind`` is the kind of speech as the window calls it. Where a setting names both a rule and
    its group, the rule decides; codes that do not exist are left out, for the settings may come
    from another version.
    """
    turned_off = settings.of(RULES_OFF)
    turned_on = settings.of(RULES_ON)
    codes = {rule.code for rule in RULES if rule.default_on}
    codes -= {rule.code for rule in RULES if rule.group in turned_off}
    codes |= {rule.code for rule in RULES if rule.group in turned_on}
    codes -= {rule.code for rule in RULES if rule.code in turned_off}
    codes |= {rule.code for rule in RULES if rule.code in turned_on}
    of_kind = settings.of(RULES_OFF_BY_TYPE).get(kind, ())
    return codes - {rule.code for rule in RULES if rule.code in of_kind or rule.group in of_kind}


def selected_rules(
    select: Collection[str] | None, ignore: Collection[str], standing: Collection[str] | None = None
) -> tuple[Rule, ...]:
    """Return the rules to run, in the order of the catalogue.

    ``standing`` are the codes that run without ``select``; None: those that are on by default.

    Raises:
        UsageError: a code or group does not exist.
    """
    if standing is None:
        standing = {rule.code for rule in RULES if rule.default_on}
    chosen = standing if select is None else _known_codes(select)
    left_out = _known_codes(ignore)
    return tuple(rule for rule in RULES if rule.code in chosen and rule.code not in left_out)


def _known_codes(names: Collection[str]) -> set[str]:
    codes: set[str] = set()
    for name in names:
        known = rule_codes(name.strip().upper())
        if not known:
            raise UsageError(f"没有编号为“{name}”的规则，可用 rules 命令查看全部规则。")
        codes |= known
    return codes


def drop_suppressed(
    findings: Sequence[Finding],
    text: str,
    suppressions: Sequence[Suppression],
    tolerated: Collection[str] = (),
) -> list[Finding]:
    """Return the findings that neither the user nor the office wants to keep from sight."""
    hidden = suppressed_indexes(findings, text, suppressions)
    return [
        finding
        for index, finding in enumerate(findings)
        if index not in hidden
        and not (finding.code[:2] in _TOLERABLE_GROUPS and finding.span.of(text) in tolerated)
    ]


def without_duplicates(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings, of several of one rule at one place only the first.

    A wrong character that the word list knows for certain (WD001) is not guessed at once more.
    """
    first: dict[tuple[str, int, int], Finding] = {}
    for finding in findings:
        first.setdefault((finding.code, finding.span.start, finding.span.end), finding)
    listed = sorted(finding.span for finding in first.values() if finding.code == _LISTED)
    return [
        finding
        for finding in first.values()
        if finding.code not in _GUESSED or not _touches(finding.span, listed)
    ]


def taken_strictly(findings: Iterable[Finding], codes: Collection[str]) -> Iterator[Finding]:
    """Yield the findings, suggestions of these rules as warnings."""
    for finding in findings:
        is_raised = finding.code in codes and finding.severity is Severity.SUGGESTION
        yield replace(finding, severity=Severity.WARNING) if is_raised else finding


def _touches(span: Span, sorted_spans: Sequence[Span]) -> bool:
    at = bisect_right(sorted_spans, span.start, key=lambda one: one.end)
    return at < len(sorted_spans) and sorted_spans[at].start < span.end


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings in the order of the text; at one place the gravest first."""
    return sorted(
        findings, key=lambda one: (one.span.start, one.severity.rank, one.span.end, one.code)
    )


def limited(findings: Sequence[Finding], most: int = MOST_FINDINGS) -> tuple[Finding, ...]:
    """Return at most ``most`` findings; the graver ones stay, the order is kept."""
    if len(findings) <= most:
        return tuple(findings)
    by_gravity = sorted(range(len(findings)), key=lambda index: findings[index].severity.rank)
    return tuple(findings[index] for index in sorted(by_gravity[:most]))
