"""How grave a finding is, how freely it may be mended, how far it may be ignored."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """How sure and how grave: 错误, 提醒, 建议."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"

    @property
    def rank(self) -> int:
        """Return 0 for the gravest."""
        return _RANKS[self]

    @property
    def label(self) -> str:
        """Return how it is called."""
        return _LABELS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}
_LABELS = {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.SUGGESTION: "建议"}


class Applicability(StrEnum):
    """Whether a fix may be made together with all others, or only when asked for."""

    SAFE = "safe"
    ASK = "ask"


class IgnoreReach(StrEnum):
    """How far an ignored finding stays ignored."""

    PLACE = "place"
    DRAFT = "draft"
    OFFICE = "office"
