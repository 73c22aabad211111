"""An assignment that a speech makes: who has to do what, by when, measured how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafting.text.span import Span


@dataclass(frozen=True, slots=True)
class Task:
    """One assignment; ``span`` covers it in the draft, from who is named to the end of what.

    ``who`` are the units and persons named, in their order; ``deadline`` and ``measure`` are the
    draft's own words (10月底前; 不少于十二家), several joined by 、, or empty.
    """

    who: tuple[str, ...]
    what: str
    deadline: str
    measure: str
    span: Span
