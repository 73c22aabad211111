"""The steps that change a draft's parts, by their names."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from drafting.restructuring.levels import demote_part, promote_part
from drafting.restructuring.operations import (
    delete_part,
    insert_part,
    move_part,
    move_part_to,
    renumber_all,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafting.model.draft import Draft
    from drafting.restructuring.step import Restructured


class PartStep(StrEnum):
    """What can be done with the part at a place."""

    UP = "up"
    DOWN = "down"
    PROMOTE = "promote"
    DEMOTE = "demote"
    INSERT = "insert"
    DELETE = "delete"
    RENUMBER = "renumber"


_STEPS: dict[PartStep, Callable[[Draft, int], Restructured]] = {
    PartStep.UP: partial(move_part, by=-1),
    PartStep.DOWN: partial(move_part, by=1),
    PartStep.PROMOTE: promote_part,
    PartStep.DEMOTE: demote_part,
    PartStep.INSERT: insert_part,
    PartStep.DELETE: delete_part,
}


def restructure(draft: Draft, step: PartStep, position: int) -> Restructured:
    """Return the edits of ``step`` at ``position``; numbers run on, promises are mended.

    Raises:
        UsageError: it cannot be done there; the message says why.
    """
    if step is PartStep.RENUMBER:
        return renumber_all(draft)
    return _STEPS[step](draft, position)


def move_part_beside(
    draft: Draft, position: int, target: int, *, is_behind: bool = False
) -> Restructured:
    """Return the edits that move the part at ``position`` before (behind) the one at ``target``.

    Raises:
        UsageError: it cannot go there; the message says why.
    """
    return move_part_to(draft, position, target, is_behind=is_behind)
