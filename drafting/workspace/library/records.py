"""What the library keeps of a file that was opened."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafting.corpus.character_pairs import runs_of
from drafting.corpus.folding import fold, words_hash
from drafting.corpus.plain_parts import parts_from, parts_to
from drafting.files.undecoded import as_shown
from drafting.model.speech import SpeechHeading, SpeechParts, SpeechRecord
from drafting.parsing.dates import read_date
from drafting.parsing.parser import parse_draft
from drafting.workspace.drafts.particulars_fields import particulars_from, particulars_to

if TYPE_CHECKING:
    from drafting.model.draft import Draft


def speech_record(draft: Draft, path: Path | str, *, is_starter: bool = False) -> SpeechRecord:
    """Return a draft as a speech for the library.

    ``path`` names it where it has no title, and dates it where the text has no date.
    """
    path = Path(path)
    particulars = draft.particulars
    if particulars.date is None:
        particulars = replace(particulars, date=read_date(path.stem))
    text = draft.text.encode("utf-8", "replace").decode("utf-8")  # half a pair cannot be stored
    return SpeechRecord(
        title=draft.title.encode("utf-8", "replace").decode("utf-8") or path_text(path.stem),
        text=text,
        text_hash=words_hash(text),
        particulars=particulars,
        parts=speech_parts(draft),
        source_path=path_text(path.absolute()),
        is_starter=is_starter,
    )


def speech_records(draft: Draft, path: Path | str) -> list[SpeechRecord]:
    """Return each of the speeches in a draft, which is mostly one, for the library."""
    if not draft.speeches:
        return [speech_record(draft, path)]
    path = Path(path)
    records: list[SpeechRecord] = []
    for number, speech in enumerate(draft.speeches, 1):
        text = speech.span.of(draft.text).strip("\n")
        alone = parse_draft(text, script=draft.script, has_promises=False)
        record = speech_record(alone, path)
        title = record.title if alone.title else f"{record.title}（第{number}篇）"
        records.append(replace(record, title=title))
    return records


def path_text(path: Path | str) -> str:
    """Return a path as text that can be stored: bytes of it that are no UTF-8 are taken for GBK."""
    return as_shown(os.fspath(path)).encode("utf-8", "backslashreplace").decode("utf-8")


def speech_parts(draft: Draft) -> SpeechParts:
    """Return where a draft's opening, headings and closing stand."""
    return SpeechParts(
        opening=None if draft.opening is None else draft.opening.span,
        closing=draft.closing,
        headings=tuple(SpeechHeading(one.level, one.span, one.run_in) for one in draft.headings),
    )


def has_words(text: str) -> bool:
    """Return whether there is anything to keep."""
    return bool(runs_of(fold(text)))


def record_to(record: SpeechRecord) -> dict[str, Any]:
    """Return a speech that is not stored yet as plain JSON types."""
    return {
        "title": record.title,
        "text": record.text,
        "text_hash": record.text_hash,
        "particulars": particulars_to(record.particulars),
        "parts": parts_to(record.parts),
        "source_path": record.source_path,
    }


def record_from(answer: dict[str, Any]) -> SpeechRecord:
    """Return the speech that :func:`record_to` made into JSON."""
    return SpeechRecord(
        title=answer["title"],
        text=answer["text"],
        text_hash=answer["text_hash"],
        particulars=particulars_from(answer["particulars"]),
        parts=parts_from(answer["parts"]),
        source_path=answer["source_path"],
    )
