"""A cleaned text as JSON, between the program's process and its children."""

from __future__ import annotations

from typing import Any

from drafting.model.clean import CleaningKind, CleaningStep, CleanText
from drafting.model.draft import Script
from drafting.text.edits import TextEdit
from drafting.text.offsets import OffsetMap
from drafting.text.span import Span


def clean_to(clean: CleanText) -> dict[str, Any]:
    """Return a cleaned text as plain JSON types."""
    origin = clean.origin
    return {
        "text": clean.text,
        "script": clean.script.value,
        "steps": [
            [one.kind.value, one.count, one.samples, one.line, list(map(_edit_to, one.edits))]
            for one in clean.steps
        ],
        "origin": [origin.new_starts, origin.old_starts, origin.old_lengths],
    }


def clean_from(message: dict[str, Any]) -> CleanText:
    """Return the cleaned text that :func:`clean_to` made a message of."""
    return CleanText(
        text=message["text"],
        script=Script(message["script"]),
        steps=tuple(
            CleaningStep(
                CleaningKind(kind), count, tuple(samples), line, tuple(map(_edit_from, edits))
            )
            for kind, count, samples, line, edits in message["steps"]
        ),
        origin=OffsetMap(*map(tuple, message["origin"])),
    )


def _edit_to(edit: TextEdit) -> list[Any]:
    return [edit.span.start, edit.span.end, edit.replacement]


def _edit_from(row: list[Any]) -> TextEdit:
    start, end, replacement = row
    return TextEdit(Span(start, end), replacement)
