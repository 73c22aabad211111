"""The steps that change a draft's parts, by their names."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from drafting.errors import UsageError
from drafting.parsing.parser import parse_draft
from drafting.restructuring.levels import demote_part, promote_part
from drafting.restructuring.operations import (
    delete_part,
    insert_part,
    move_part,
    move_part_to,
    renumber_all,
)
from drafting.text.edits import TextEdit

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


_ANOTHER_SPEECH = "只能在同一篇讲话之内移动。"
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
    alone, start = _speech_at(draft, position)
    return _moved(_STEPS[step](alone, position - start), start)


def move_part_beside(
    draft: Draft, position: int, target: int, *, is_behind: bool = False
) -> Restructured:
    """Return the edits that move the part at ``position`` before (behind) the one at ``target``.

    Raises:
        UsageError: it cannot go there; the message says why.
    """
    alone, start = _speech_at(draft, position)
    if not start <= target <= start + len(alone.text):
        raise UsageError(_ANOTHER_SPEECH)
    step = move_part_to(alone, position - start, target - start, is_behind=is_behind)
    return _moved(step, start)


def _speech_at(draft: Draft, position: int) -> tuple[Draft, int]:
    """Return the speech at ``position`` alone and where it begins, where the text holds several.

    The line breaks behind it are left out: they part it from the next.
    """
    speech = next((one for one in draft.speeches if position < one.span.end), None)
    if not draft.speeches:
        return draft, 0
    span = (speech or draft.speeches[-1]).span
    return parse_draft(span.of(draft.text).rstrip("\n")), span.start


def _moved(step: Restructured, by: int) -> Restructured:
    if not by:
        return step
    edits = tuple(TextEdit(one.span.shifted(by), one.replacement) for one in step.edits)
    return replace(step, edits=edits, selected=step.selected.shifted(by))
