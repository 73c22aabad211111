"""What the library keeps of a file that was opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from drafting.corpus.folding import words_hash
from drafting.model.speech import SpeechHeading, SpeechParts, SpeechRecord

if TYPE_CHECKING:
    from drafting.model.draft import Draft


def speech_record(draft: Draft, path: Path | str, *, is_starter: bool = False) -> SpeechRecord:
    """Return a draft as a speech for the library; ``path`` names it where it has no title."""
    return SpeechRecord(
        title=draft.title or Path(path).stem,
        text=draft.text,
        text_hash=words_hash(draft.text),
        particulars=draft.particulars,
        parts=speech_parts(draft),
        source_path=str(path),
        is_starter=is_starter,
    )


def speech_parts(draft: Draft) -> SpeechParts:
    """Return where a draft's opening, headings and closing stand."""
    return SpeechParts(
        opening=None if draft.opening is None else draft.opening.span,
        closing=draft.closing,
        headings=tuple(SpeechHeading(one.level, one.span, one.run_in) for one in draft.headings),
    )
