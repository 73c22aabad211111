"""What a leader changed or remarked in a returned Word file, one proposal each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafting.text.edits import TextEdit
    from drafting.text.span import Span


class MarkKind(StrEnum):
    """The kinds of the contract (``marks --json``)."""

    INSERTED = "inserted"
    DELETED = "deleted"
    REPLACED = "replaced"
    MOVED = "moved"
    COMMENT = "comment"

    @property
    def label(self) -> str:
        """Return the Chinese name that the user sees."""
        return _LABELS[self]


_LABELS = {
    MarkKind.INSERTED: "增加",
    MarkKind.DELETED: "删去",
    MarkKind.REPLACED: "改写",
    MarkKind.MOVED: "移动",
    MarkKind.COMMENT: "批注",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One tracked change or comment; all places are those of the text before the changes.

    ``edits`` make the change (two of them for a move), their ``ranks`` tell the order of all
    edits of the file; a comment has none, and no ``span`` where it is about nothing in the text.
    ``new`` is what stands there afterwards, or what the comment
    says. ``date`` stands as the file has it (ISO 8601), empty where it has none.
    """

    kind: MarkKind
    author: str
    date: str
    old: str
    new: str
    span: Span | None
    edits: tuple[TextEdit, ...] = ()
    ranks: tuple[int, ...] = ()


class Decision(StrEnum):
    """What becomes of a mark; ``LOCK`` accepts it and keeps its wording from later changes."""

    ACCEPT = "accept"
    REFUSE = "refuse"
    LOCK = "lock"


@dataclass(frozen=True, slots=True)
class Decided:
    """A text with some marks accepted: the edits that made it, and the wordings to be locked."""

    text: str
    edits: tuple[TextEdit, ...]
    locked: tuple[str, ...] = ()
