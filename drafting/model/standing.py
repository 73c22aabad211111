"""What a finding counts as for who writes: a gap that is still to be filled is no mistake yet."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

from drafting.model.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from drafting.model.finding import Finding


class Standing(StrEnum):
    """Open slots apart, all else by its gravity: 待填, 错误, 提醒, 建议; in the order shown.

    A new speech consists of open slots; told as errors they would frighten who has just begun.
    """

    SLOT = "slot"
    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"

    @property
    def rank(self) -> int:
        """Return 0 for what is shown first."""
        return _RANKS[self]

    @property
    def label(self) -> str:
        """Return how it is called."""
        return "待填" if self is Standing.SLOT else Severity(self.value).label


_RANKS = {standing: rank for rank, standing in enumerate(Standing)}
_OF_SEVERITY = {severity: Standing(severity.value) for severity in Severity}


def standing_of(finding: Finding) -> Standing:
    """Return what a finding counts as."""
    return Standing.SLOT if finding.is_open_slot else _OF_SEVERITY[finding.severity]


def count_standings(findings: Iterable[Finding]) -> Counter[Standing]:
    """Return how many findings count as what; what there is none of counts 0."""
    return Counter(standing_of(one) for one in findings)


def told_counts(counts: Mapping[Standing, int]) -> list[tuple[Standing, int]]:
    """Return what is told and how many: open slots where there are any, all else even for 0."""
    every = ((one, counts.get(one, 0)) for one in Standing)
    return [(one, count) for one, count in every if count or one is not Standing.SLOT]
