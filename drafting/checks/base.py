"""What a rule is, and what it may look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafting.model.finding import Finding, Fix, Related, Severity
from drafting.settings.profile import OfficeProfile

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from drafting.lexicons.lexicons import Lexicons
    from drafting.model.draft import Draft
    from drafting.text.span import Span


@dataclass(frozen=True, slots=True)
class CheckContext:
    """Everything a rule may know beside the draft; filled by the workspace.

    ``date`` is the speech's date if it is known; ``source`` the speech that the draft was made
    from.
    """

    lexicons: Lexicons
    profile: OfficeProfile = field(default_factory=OfficeProfile)
    date: dt.date | None = None
    source: Draft | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One fault: what it is called, how grave, how it is found, and proof that it works.

    ``flagged`` and ``clean`` are texts in which the rule must speak and must be silent; a test
    runs them. ``code`` is never used again for another fault.
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
    ) -> Finding:
        """Return a finding of this rule; ``severity`` may lower the rule's own, never raise it."""
        grave = self.severity
        if severity is not None and severity.rank > grave.rank:
            grave = severity
        return Finding(
            self.code, self.name, grave, span, message, self.why, fixes, related, self.summary
        )
