"""Passages that were taken over from past speeches, as a draft file remembers them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from drafting.files.draft_file import DraftFile
from ui.models.speech_words import source_note

if TYPE_CHECKING:
    from drafting.model.speech import SpeechRecord

_KEY = "borrowed"
# A passage is known again by so many of its first characters.
_BEGINNING = 40


@dataclass(frozen=True, slots=True)
class Borrowing:
    """A passage by its first characters, with the speech that it is from."""

    beginning: str
    source: str


def with_borrowing(base: DraftFile | None, record: SpeechRecord, passage: str) -> DraftFile:
    """Return the draft file with one more passage noted."""
    base = base or DraftFile(text="")
    one = {"text": passage.strip()[:_BEGINNING], "source": source_note(record)}
    kept = [known for known in _noted(base) if known != one]
    return replace(base, extra={**base.extra, _KEY: [*kept, one]})


def borrowings(base: DraftFile | None, text: str) -> tuple[Borrowing, ...]:
    """Return what was taken over and still stands in ``text``."""
    found: list[Borrowing] = []
    for one in _noted(base):
        if not isinstance(one, dict):
            continue
        beginning, source = one.get("text"), one.get("source")
        if isinstance(beginning, str) and isinstance(source, str) and beginning in text:
            found.append(Borrowing(beginning, source))
    return tuple(found)


def _noted(base: DraftFile | None) -> list[Any]:
    noted = [] if base is None else base.extra.get(_KEY)
    return noted if isinstance(noted, list) else []
