"""The draft in the window, checked step by step: what is quick to know is told at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from drafting.checks.base import Scope
from drafting.checks.live import LiveChecks
from drafting.parsing.following import followed
from drafting.parsing.parser import parse_draft
from drafting.workspace.checking.draft import context_of
from drafting.workspace.checking.spelling import PatientSpeller, shared_speller

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.checks.base import LibraryLookup, Speller
    from drafting.checks.report import CheckReport
    from drafting.model.draft import Draft
    from drafting.model.overlap import OverlapReport
    from drafting.model.particulars import Particulars
    from drafting.settings.profile import OfficeProfile
    from drafting.workspace.checking.draft import CheckOptions

# Changed paragraphs; the whole draft; the library and the speller; the speller once more.
FIRST_STEP = "paragraphs"
_STAGES = {
    FIRST_STEP: Scope.LINE,
    "draft": Scope.DRAFT,
    "later": Scope.LATER,
    "more": Scope.LATER,
}
_FOLLOWING = {FIRST_STEP: "draft", "draft": "later", "later": "more", "more": "more"}


@dataclass(frozen=True, slots=True)
class CheckedStep:
    """All that is known after a step, and the step to ask for next, None behind the last."""

    report: CheckReport
    following: str | None


class LiveDraft:
    """What is known of the draft that was asked about last; for one thread at a time."""

    def __init__(self, speller: Speller) -> None:
        """``speller`` is asked where the options bring no other."""
        self._checks = LiveChecks()
        self._shipped = speller
        self._asked = speller
        self._speller = PatientSpeller(speller)
        self._overlap = _OverlapOnce()
        self._last: Draft | None = None
        self._given: Particulars | None = None

    def check(
        self,
        text: str,
        revision: int,
        particulars: Particulars,
        options: CheckOptions,
        step: str = FIRST_STEP,
    ) -> CheckedStep:
        """Return what is known of ``text`` when ``step`` and those before it are done."""
        stage = _STAGES[step]
        draft = self._read(text, revision, particulars, stage)
        if options.library is not None:
            self._overlap.ask(options.library, is_again=step == "more")
            options = replace(options, library=self._overlap)
        self._ask_speller(options.speller or self._shipped)
        report = self._checks.check(
            draft,
            context_of(draft, options, self._speller),
            upto=stage,
            suppressions=options.suppressions,
        )
        is_last = stage is Scope.LATER and self._speller.is_done
        return CheckedStep(report, None if is_last else _FOLLOWING[step])

    def _ask_speller(self, speller: Speller) -> None:
        """Begin a turn of this speller; what another one knew is forgotten."""
        if speller is not self._asked:
            self._asked, self._speller = speller, PatientSpeller(speller)
        self._speller.begin_turn()

    def _read(self, text: str, revision: int, particulars: Particulars, stage: Scope) -> Draft:
        """Return the structure of ``text``; for its paragraphs what is known of the last text."""
        draft = None
        if stage is Scope.LINE and self._last is not None and self._given == particulars:
            draft = followed(self._last, text, revision)
        if draft is None:
            has_promises = stage is not Scope.LINE
            draft = parsed_draft(text, revision, particulars, has_promises=has_promises)
        self._last, self._given = draft, particulars
        return draft


class _OverlapOnce:
    """A library that is not asked about the same text again while the speller goes on."""

    def __init__(self) -> None:
        self._library: LibraryLookup | None = None
        self._known: tuple[object, OverlapReport] | None = None

    def ask(self, library: LibraryLookup, *, is_again: bool) -> None:
        """Ask this library from now on; ``is_again``: it has answered for the text already."""
        self._library = library
        if not is_again:
            self._known = None

    def overlap(
        self, text: str, profile: OfficeProfile, except_for: Sequence[str] = ()
    ) -> OverlapReport:
        """Return what ``text`` shares with past speeches."""
        asked = (text, profile, tuple(except_for))
        if self._known is None or self._known[0] != asked:
            if self._library is None:
                raise ValueError("no library to ask")
            self._known = asked, self._library.overlap(text, profile, except_for)
        return self._known[1]


# One step after the other asks for the same text, and the window for its structure before.
@lru_cache(maxsize=2)
def parsed_draft(
    text: str, revision: int, particulars: Particulars, *, has_promises: bool
) -> Draft:
    """Return the structure of a text, the same for the same question."""
    return parse_draft(text, revision=revision, particulars=particulars, has_promises=has_promises)


@cache
def shared_live_draft() -> LiveDraft:
    """Return the draft that this process checks."""
    return LiveDraft(shared_speller())
