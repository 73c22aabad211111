"""Sentences locked against change, and notes to oneself; both lie beside the text of a draft."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from drafting.text.searching import find_words
from drafting.text.sentences import iter_sentences
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from drafting.files.draft_file import DraftFile

# The key of the draft file that holds the notes; a version that does not know it hands it on.
_NOTES = "notes"
_LONGEST_WORDS = 60


@dataclass(frozen=True, slots=True)
class OwnNote:
    """A note to oneself on some ``words`` of the text; no export and no count knows of it."""

    words: str
    note: str


def sentences_at(text: str, span: Span) -> tuple[str, ...]:
    """Return the whole sentences that ``span`` touches, line breaks in none of them."""
    first = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    lines = Span(first, end if end >= 0 else len(text))
    return tuple(
        one.of(text)
        for one in iter_sentences(text, lines)
        if one.start < max(span.end, span.start + 1) and span.start <= one.end
    )


def words_at(text: str, span: Span) -> str:
    """Return what a note on ``span`` holds on to: the selection within its line, or a sentence."""
    piece = span.of(text).partition("\n")[0].strip()
    if not piece:
        found = sentences_at(text, Span(span.start, span.start))
        piece = found[-1] if found else ""
    return piece[:_LONGEST_WORDS]


def lost_words(before: str, after: str, locked: Iterable[str]) -> tuple[str, ...]:
    """Return the locked wordings that stand less often in ``after`` than in ``before``."""
    return tuple(one for one in locked if one and after.count(one) < before.count(one))


def words_around(text: str, position: int, wordings: Iterable[str]) -> tuple[str, ...]:
    """Return those of ``wordings`` that stand at ``position``."""
    return tuple(
        one
        for one in wordings
        if any(place.start <= position <= place.end for place in find_words(text, one))
    )


def notes_in(saved: DraftFile | None) -> tuple[OwnNote, ...]:
    """Return the notes of a draft file; what is no note is left out."""
    found = saved.extra.get(_NOTES) if saved is not None else None
    rows = found if isinstance(found, list) else []
    return tuple(note for row in rows if (note := _note_from(row)) is not None)


def with_notes(saved: DraftFile, notes: Sequence[OwnNote]) -> DraftFile:
    """Return the draft file with these notes."""
    extra = {key: value for key, value in saved.extra.items() if key != _NOTES}
    if notes:
        extra[_NOTES] = [{"words": one.words, "note": one.note} for one in notes]
    return replace(saved, extra=extra)


def unlocked(saved: DraftFile, words: Iterable[str]) -> DraftFile:
    """Return the draft file with ``words`` no longer locked."""
    gone = frozenset(words)
    return replace(saved, locked=tuple(one for one in saved.locked if one not in gone))


def _note_from(row: Any) -> OwnNote | None:  # noqa: ANN401 - what a JSON file may hold
    if not isinstance(row, dict):
        return None
    words, note = row.get("words"), row.get("note")
    if not (isinstance(words, str) and words and isinstance(note, str)):
        return None
    return OwnNote(words, note)
