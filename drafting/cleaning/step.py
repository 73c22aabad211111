"""What one step of cleaning finds: edits in the text as it stands, and what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from drafting.model.clean import CleaningKind


@dataclass(frozen=True, slots=True)
class Found:
    """The edits of one step, and the places that its record counts and shows.

    ``places`` is empty where every edit is a place of its own. A step that changes thousands of
    ``characters``, each for another one, gives the text as it becomes, ``in_place``, and the first
    place alone: nobody asks for the edits, and they took longer than all that it does.
    """

    edits: tuple[TextEdit, ...] = ()
    places: tuple[Span, ...] = ()
    characters: int = 0
    doubtful: tuple[Span, ...] = ()
    in_place: str = ""

    @property
    def count(self) -> int:
        """Return how many places the step mended or reports."""
        return self.characters or len(self.places) or len(self.edits)


NOTHING = Found()


@dataclass(frozen=True, slots=True)
class Step:
    """A step of cleaning; without a kind it tidies silently and cannot be undone."""

    kind: CleaningKind | None
    find: Callable[[str], Found]


def deletion(start: int, end: int) -> TextEdit:
    """Return the edit that takes ``start``..``end`` out."""
    return TextEdit(Span(start, end), "")


def found(edits: Iterable[TextEdit]) -> Found:
    """Return a result in which every edit counts as one place."""
    return Found(tuple(edits))
