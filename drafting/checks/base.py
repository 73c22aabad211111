"""What a rule is, and what it may look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from drafting.model.finding import Finding, Fix, Related, Severity
from drafting.settings.profile import OfficeProfile
from drafting.settings.setting import Settings

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence

    from drafting.checks.matching import Matcher
    from drafting.lexicons.lexicons import Lexicons
    from drafting.model.draft import Draft
    from drafting.model.layout import PageLayout
    from drafting.model.overlap import OverlapReport
    from drafting.model.particulars import Particulars
    from drafting.spelling.correction import Correction
    from drafting.text.span import Span


class Scope(StrEnum):
    """How much of a draft decides what a rule finds.

    ``LINE``: what it finds in a paragraph depends on that paragraph alone (its text, what kind of
    block it is, the headings in it) and on the context, so that after an edit only changed
    paragraphs are looked at again. ``DRAFT``: on anything in the draft. ``LATER``: on what takes
    longest to ask, the speller and the library; a draft that is being written waits for it last.
    """

    LINE = "line"
    DRAFT = "draft"
    LATER = "later"


class LibraryLookup(Protocol):
    """What the checks ask of the library of past speeches."""

    def overlap(
        self, text: str, profile: OfficeProfile, except_for: Sequence[str] = ()
    ) -> OverlapReport:
        """Return what ``text`` shares with past speeches, itself and ``except_for`` left out."""
        ...


class Speller(Protocol):
    """Whatever finds wrong characters in sentences by their context."""

    def corrections(self, sentences: Sequence[str]) -> Sequence[Sequence[Correction]]:
        """Return, for each sentence, what should be changed in it, in order and apart."""
        ...


@dataclass(frozen=True, slots=True)
class CheckContext:
    """Everything a rule may know beside the draft; filled by the workspace.

    ``date`` is the speech's date if it is known; ``source`` the speech that the draft was made
    from; ``beside`` the other speeches of the same meeting; ``locked`` the wordings that a leader
    wrote in and that must survive; ``settings`` what the office chose; ``library`` the past
    speeches, None where there are none; ``speller`` finds wrong characters by their context,
    None where it is not at hand; ``layout`` the page that the draft is checked for, None while it
    is written; ``faces`` the names of the machine's fonts, None where they are not known. In a
    speech of this kind the rules ``off`` do not run; the rules ``strict`` do, and their
    suggestions are warnings.
    """

    lexicons: Lexicons
    profile: OfficeProfile = field(default_factory=OfficeProfile)
    date: dt.date | None = None
    source: Draft | None = None
    beside: tuple[Draft, ...] = ()
    locked: tuple[str, ...] = ()
    settings: Settings = field(default_factory=Settings)
    speller: Speller | None = None
    library: LibraryLookup | None = None
    layout: PageLayout | None = None
    faces: frozenset[str] | None = None
    off: frozenset[str] = frozenset()
    strict: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ExampleSetting:
    """What is known beside the text where the examples of a rule are judged."""

    date: dt.date | None = None
    profile: OfficeProfile = field(default_factory=OfficeProfile)
    particulars: Particulars | None = None
    needs_speller: bool = False
    layout_id: str | None = None
    faces: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One fault: what it is called, how grave, how it is found, and proof that it works.

    ``flagged`` and ``clean`` are texts in which the rule must speak and must be silent; a test
    runs them, with what ``examples_with`` says beside them. ``code`` is never used again for
    another fault. ``scope`` says how much of the draft decides what it finds; ``words`` which long
    lists it looks for, so that those of all rules are looked for in one pass.
    """

    code: str
    name: str
    summary: str
    severity: Severity
    check: Callable[[Draft, CheckContext], Iterator[Finding]]
    why: str
    source: str
    flagged: tuple[str, ...]
    clean: tuple[str, ...]
    default_on: bool = True
    scope: Scope = Scope.DRAFT
    words: Callable[[Lexicons], tuple[Matcher, ...]] | None = None
    examples_with: ExampleSetting = field(default_factory=ExampleSetting)

    @property
    def group(self) -> str:
        """Return the two letters of the code."""
        return self.code[:2]

    def finding(
        self,
        span: Span,
        message: str,
        *,
        fixes: tuple[Fix, ...] = (),
        related: tuple[Related, ...] = (),
        severity: Severity | None = None,
        is_open_slot: bool = False,
    ) -> Finding:
        """Return a finding of this rule; ``severity`` may lower the rule's own, never raise it."""
        grave = self.severity
        if severity is not None and severity.rank > grave.rank:
            grave = severity
        return Finding(
            self.code,
            self.name,
            grave,
            span,
            message,
            self.why,
            fixes,
            related,
            self.summary,
            is_open_slot,
        )
