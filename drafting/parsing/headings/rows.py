"""One row of markers of a kind: what is put together before it is known what it numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafting.model.headings import MarkerKind
    from drafting.parsing.headings.markers import Mark


@dataclass(slots=True)
class Series:
    """One row of markers of a kind, in the order of the text."""

    kind: MarkerKind
    verb: str = ""
    marks: list[Mark] = field(default_factory=list)

    @property
    def last(self) -> Mark:
        """Return the row's last marker so far."""
        return self.marks[-1]

    @property
    def opened_by_lines(self) -> int:
        """Return how many of its markers open a paragraph."""
        return sum(mark.opens_line for mark in self.marks)
