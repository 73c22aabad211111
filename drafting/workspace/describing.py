"""What is known of a speech beside its text, and its lines under the title."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from drafting.model.draft import BlockKind
from drafting.model.particulars import Particulars
from drafting.parsing.parser import parse_draft
from drafting.text.dates import written_date
from drafting.workspace.exporting import with_particulars

if TYPE_CHECKING:
    from drafting.model.draft import Draft

_IDEOGRAPHIC_SPACE = "\u3000"


def beside_text(text: str, known: Particulars) -> Particulars:
    """Return ``known`` without what the text says itself, so that a change of the text counts."""
    told = parse_draft(text, has_promises=False).particulars
    same = {
        one.name: None
        for one in fields(Particulars)
        if getattr(known, one.name) == getattr(told, one.name)
    }
    return replace(known, **same)


def can_write_speaker(draft: Draft) -> bool:
    """Return whether a speaker's line is missing under the title."""
    return _can_write(draft, BlockKind.SPEAKER)


def can_write_date(draft: Draft) -> bool:
    """Return whether a date line is missing under the title."""
    return _can_write(draft, BlockKind.DATE)


def with_lines(
    draft: Draft, known: Particulars, *, has_speaker: bool = False, has_date: bool = False
) -> str:
    """Return the text with the lines of speaker and date under its title, where they are wanted.

    What stands there already stays as it is.
    """
    words = (known.role, known.speaker) if has_speaker and known.speaker else ()
    speaker = _IDEOGRAPHIC_SPACE.join(one for one in words if one)
    date = written_date(known.date) if has_date and known.date else None
    return with_particulars(draft, speaker=speaker or None, date=date).text


def _can_write(draft: Draft, kind: BlockKind) -> bool:
    return draft.first(BlockKind.TITLE) is not None and draft.first(kind) is None
