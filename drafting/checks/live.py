"""The checks of a draft that is being written: after an edit only what it can have changed."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.checks.base import Scope
from drafting.checks.paragraphs import ParagraphChecks
from drafting.checks.runner import Found, report_on, rules_for, run_rules
from drafting.text.difference import changed_part

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drafting.checks.base import CheckContext, Rule
    from drafting.checks.report import CheckReport
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding, Suppression
    from drafting.text.span import Span

# In this order: one paragraph, the whole draft, what asks the speller or the library.
STAGES = (Scope.LINE, Scope.DRAFT, Scope.LATER)


@dataclass(frozen=True, slots=True)
class _Known:
    """What a stage found in a text, and what else decided on it (None: more than is known here)."""

    text: str
    found: Found
    conditions: tuple[object, ...] | None = None


class LiveChecks:
    """Remembers what was found in a draft, one stage after the other; for one thread at a time.

    The rules of one paragraph run on new paragraphs only. What the later stages found last
    stands, moved along with the text, until they run again.
    """

    def __init__(self) -> None:
        self._paragraphs = ParagraphChecks()
        self._known: dict[Scope, _Known] = {}

    def check(
        self,
        draft: Draft,
        context: CheckContext,
        *,
        upto: Scope,
        suppressions: Sequence[Suppression] = (),
    ) -> CheckReport:
        """Return what is known of ``draft`` once the stages up to ``upto`` have run on it.

        Only :attr:`Scope.LINE` may be asked of a draft whose promises were not looked for.
        """
        started = time.perf_counter()
        rules = rules_for(draft, context)
        found = self._paragraphs.found(draft, context, _of(rules, Scope.LINE))
        for stage in STAGES[1:]:
            if STAGES.index(stage) <= STAGES.index(upto):
                self._known[stage] = self._renewed(stage, draft, context, rules)
            found = found.plus(self._moved(stage, draft.text))
        return report_on(draft, context, found, suppressions, started)

    def _renewed(
        self, stage: Scope, draft: Draft, context: CheckContext, rules: Sequence[Rule]
    ) -> _Known:
        known = self._known.get(stage)
        conditions = _conditions(draft, context, rules) if stage is Scope.DRAFT else None
        if known is not None and known.conditions is not None and known.conditions == conditions:
            return known
        return _Known(draft.text, run_rules(draft, context, _of(rules, stage)), conditions)

    def _moved(self, stage: Scope, text: str) -> Found:
        """Return what a stage found last, as far as it stands in ``text`` untouched."""
        known = self._known.get(stage)
        if known is None:
            return Found()
        if known.text == text:
            return known.found
        move = mover(known.text, text)
        moved = (_moved_finding(one, move) for one in known.found.findings)
        return Found(tuple(one for one in moved if one is not None), known.found.failed)


def _of(rules: Sequence[Rule], scope: Scope) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if rule.scope is scope)


def _conditions(draft: Draft, context: CheckContext, rules: Sequence[Rule]) -> tuple[object, ...]:
    """Return all that decides on the findings of :attr:`Scope.DRAFT`."""
    return (
        draft.text,
        draft.particulars,
        tuple(rule.code for rule in rules),
        id(context.lexicons),
        context.profile,
        context.settings,
        context.date,
        context.locked,
        context.layout,
        context.faces,
        None if context.source is None else context.source.text,
        tuple(other.text for other in context.beside),
    )


class TouchedPlace(Exception):  # noqa: N818 - no fault: an edit has changed what stood there
    """A place of the old text that is not the same in the new one."""


def mover(old: str, new: str) -> Callable[[Span], Span]:
    """Return what tells for a place of ``old`` where it stands in ``new``.

    That raises :class:`TouchedPlace` for what lies between the first and the last difference.
    """
    gone, come = changed_part(old, new)
    by = len(come) - len(gone)

    def move(span: Span) -> Span:
        if span.end <= gone.start:
            return span
        if span.start >= gone.end:
            return span.shifted(by)
        raise TouchedPlace

    return move


def _moved_finding(finding: Finding, move: Callable[[Span], Span]) -> Finding | None:
    try:
        return finding.relocated(move)
    except TouchedPlace:
        return None
