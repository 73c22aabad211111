"""What a check objects to, and how it can be mended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.model.severity import Applicability, IgnoreReach, Severity
from drafting.text.edits import TextEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from drafting.text.span import Span

__all__ = ["Applicability", "Finding", "Fix", "IgnoreReach", "Related", "Severity", "Suppression"]


@dataclass(frozen=True, slots=True)
class Fix:
    """One way out: a title for the button and the edits that it makes."""

    title: str
    edits: tuple[TextEdit, ...]
    applicability: Applicability = Applicability.ASK


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding (“预告在此”); ``source`` names another text."""

    span: Span
    note: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One place that one rule objects to; ``why`` is the rule's reason in a sentence.

    ``name`` is the contract's, ``title`` the same fault in the window's words. ``is_open_slot``:
    it is a slot of a template ({会议名称}) that nobody has filled yet.
    """

    code: str
    name: str
    severity: Severity
    span: Span
    message: str
    why: str
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
    title: str = ""
    is_open_slot: bool = False

    @property
    def like_places(self) -> tuple[Span, ...]:
        """Return all places of the fault, the first of them ``span``.

        Related places are such where the slot stands there too, or one fix mends all at once.
        """
        others = [one.span for one in self.related if one.source is None]
        places = [self.span, *others]
        if self.is_open_slot or any(
            [one.span for one in fix.edits] == places for fix in self.fixes
        ):
            return tuple(places)
        return (self.span,)

    def relocated(self, move: Callable[[Span], Span]) -> Finding:
        """Return the finding with ``move`` done to every place of the draft's own text."""
        fixes = tuple(
            Fix(
                fix.title,
                tuple(TextEdit(move(edit.span), edit.replacement) for edit in fix.edits),
                fix.applicability,
            )
            for fix in self.fixes
        )
        related = tuple(
            one if one.source is not None else Related(move(one.span), one.note)
            for one in self.related
        )
        return Finding(
            self.code,
            self.name,
            self.severity,
            move(self.span),
            self.message,
            self.why,
            fixes,
            related,
            self.title,
            self.is_open_slot,
        )

    def after(self, edits: Iterable[TextEdit]) -> Finding | None:
        """Return the finding in the text that ``edits`` make, None where one touches its places."""
        made = sorted(edits, key=lambda one: (one.span.start, one.span.end))
        places = [self.span, *(edit.span for fix in self.fixes for edit in fix.edits)]
        places += [one.span for one in self.related if one.source is None]
        for place in places:
            for edit in made:
                if edit.span.start <= place.end and place.start <= edit.span.end:
                    return None

        def move(span: Span) -> Span:
            before = (one for one in made if one.span.end <= span.start)
            return span.shifted(sum(len(one.replacement) - len(one.span) for one in before))

        return self.relocated(move)


@dataclass(frozen=True, slots=True)
class Suppression:
    """A finding that the user does not want to see.

    ``text`` is the objected wording; for ``PLACE`` the neighbours ``before`` and ``after`` (up to
    eight code points each) tell the place again after edits elsewhere.
    """

    reach: IgnoreReach
    code: str
    text: str
    before: str = ""
    after: str = ""
