"""What is different between two versions of a speech, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafting.text.span import Span


class ChangeKind(StrEnum):
    """The kinds of the contract (``compare --json``)."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"

    @property
    def label(self) -> str:
        """Return the Chinese name that the user sees."""
        return {"added": "新增", "removed": "删去", "changed": "改写", "moved": "移动"}[self.value]


@dataclass(frozen=True, slots=True)
class Change:
    """One sentence that was added, removed, reworded or moved (and perhaps reworded on the way).

    ``old`` is its place in the older text, ``new`` in the newer one; what was removed has an
    empty ``new`` at the place where it would stand, what was added an empty ``old``.
    """

    kind: ChangeKind
    old: Span
    new: Span


class PieceKind(StrEnum):
    """What happened to a stretch of characters on the way from the old text to the new one."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"
    MOVED_FROM = "moved-from"
    MOVED_TO = "moved-to"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one or both texts.

    The pieces of a comparison in order, without what was inserted or moved to, are the old text;
    without what was deleted or moved from, the new one. ``move`` numbers the two ends of a move.
    """

    kind: PieceKind
    old: Span
    new: Span
    move: int = 0
