"""How long a speech takes: the syllables that are said, at the speed of its speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.text.spoken import count_syllables
from drafting.workspace.office.files import shared_office_files

if TYPE_CHECKING:
    from drafting.model.draft import Draft
    from drafting.text.span import Span


def said_spans(draft: Draft) -> list[Span]:
    """Return the paragraphs that are read aloud."""
    return [one.span for one in draft.blocks if one.is_said]


def speaking_minutes(draft: Draft, speed: int) -> float:
    """Return the minutes in which a speaker of that speed (characters a minute) reads it."""
    return sum(count_syllables(one.of(draft.text)) for one in said_spans(draft)) / speed


def office_speed(draft: Draft) -> int:
    """Return the speed of the draft's speaker as the office's profile knows it."""
    return shared_office_files().current().profile.speed_of(draft.particulars.speaker)
