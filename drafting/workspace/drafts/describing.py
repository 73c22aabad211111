"""What is known of a speech beside its text, and its lines under the title."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from drafting.model.draft import BlockKind
from drafting.model.particulars import Particulars
from drafting.parsing.parser import parse_draft
from drafting.text.dates import written_date

if TYPE_CHECKING:
    from drafting.model.draft import Draft

_IDEOGRAPHIC_SPACE = "\u3000"
_ABOVE_SPEAKER = frozenset({BlockKind.TITLE, BlockKind.SUBTITLE})
_ABOVE_DATE = _ABOVE_SPEAKER | {BlockKind.SPEAKER}


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


def with_particulars(draft: Draft, *, speaker: str | None, date: str | None) -> Draft:
    """Return the draft with a speaker's and a date line under the title where it has none.

    The speaker stands under the subtitle if there is one, the date under the speaker.
    """
    if draft.first(BlockKind.TITLE) is None:
        return draft
    text = draft.text
    if date and draft.first(BlockKind.DATE) is None:
        text = _with_line(text, _end_of(draft, _ABOVE_DATE), f"（{date}）")
    if speaker and draft.first(BlockKind.SPEAKER) is None:
        text = _with_line(text, _end_of(draft, _ABOVE_SPEAKER), "　".join(speaker.splitlines()))
    return parse_draft(
        text, revision=draft.revision, script=draft.script, particulars=draft.particulars
    )


def unused_particulars(draft: Draft, *, speaker: str | None, date: str | None) -> tuple[str, ...]:
    """Return sentences on what ``with_particulars`` leaves out, so that nobody overlooks it."""
    given = {"讲话人": (speaker, BlockKind.SPEAKER), "日期": (date, BlockKind.DATE)}
    asked = {name: kind for name, (value, kind) in given.items() if value}
    if asked and draft.first(BlockKind.TITLE) is None:
        return (f"稿件没有标题，{'、'.join(asked)}没有加上。",)
    told = []
    for name, kind in asked.items():
        own = draft.first(kind)
        if own is not None:
            told.append(f"稿中已写有{name}“{own.span.of(draft.text)}”，另给的{name}没有用。")
    return tuple(told)


def _end_of(draft: Draft, kinds: frozenset[BlockKind]) -> int:
    return max(block.span.end for block in draft.blocks if block.kind in kinds)


def _with_line(text: str, place: int, line: str) -> str:
    return f"{text[:place]}\n{line}{text[place:]}"
