"""The JSON of ``library``, made of what its use cases hand out."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from drafting.corpus.housekeeping import LibraryStats
    from drafting.corpus.search import SearchHit
    from drafting.model.phrase import Phrase
    from drafting.model.speech import CorpusChanges, SpeechRecord


def changes_shape(changes: CorpusChanges, added: Sequence[SpeechRecord]) -> dict[str, Any]:
    """Return ``library add --json``; ``added`` are the entries of the new speeches."""
    return {
        "added": [
            {"id": one.id, "title": one.title, "path": one.source_path}
            for one in sorted(added, key=lambda one: one.id)
        ],
        "duplicates": [asdict(one) for one in changes.duplicates],
        "failed": [asdict(one) for one in changes.failed],
        "doubtful": [asdict(one) for one in changes.doubtful],
        "passed": [asdict(one) for one in changes.passed],
    }


def entry_shape(record: SpeechRecord) -> dict[str, Any]:
    """Return one speech of ``library list --json``."""
    about = record.particulars
    return {
        "id": record.id,
        "title": record.title,
        "date": None if about.date is None else about.date.isoformat(),
        "speaker": about.speaker,
        "role": about.role,
        "occasion": about.occasion,
        "kind": None if about.kind is None else about.kind.value,
        "level": about.level,
        "characters": record.characters,
        "starter": record.is_starter,
        "path": record.source_path,
    }


def speech_shape(record: SpeechRecord) -> dict[str, Any]:
    """Return ``library show --json``: the entry with the headings and the text."""
    headings = [
        {
            "level": one.level,
            "text": one.span.of(record.text),
            "start": one.span.start,
            "end": one.span.end,
        }
        for one in record.parts.headings
    ]
    return {**entry_shape(record), "headings": headings, "text": record.text}


def stats_shape(stats: LibraryStats, path: Path) -> dict[str, Any]:
    """Return ``library stats --json``."""
    return {"path": str(path), **asdict(stats)}


def hit_shape(hit: SearchHit) -> dict[str, Any]:
    """Return one entry of ``library search --json``; positions are in the speech's text."""
    return {
        "id": hit.id,
        "title": hit.title,
        "date": hit.date,
        "snippet": hit.snippet,
        "start": hit.start,
        "end": hit.end,
    }


def phrase_shape(phrase: Phrase) -> dict[str, Any]:
    """Return one entry of ``library phrases --json``."""
    return {
        "text": phrase.text,
        "documents": phrase.documents,
        "count": phrase.count,
        "kind": phrase.kind.value,
    }
