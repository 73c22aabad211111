"""What a run of the rules brought to light."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafting.model.finding import Finding


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The findings on one revision of a draft.

    ``suppressed`` counts what the user does not want to see; ``failed_rules`` are the codes of
    rules that broke down (a fault of ours; all others still count).
    """

    revision: int
    findings: tuple[Finding, ...]
    suppressed: int
    failed_rules: tuple[str, ...]
    seconds: float
