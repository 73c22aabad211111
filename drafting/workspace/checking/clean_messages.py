"""What cleaning mended as JSON, between the program's process and its children."""

from __future__ import annotations

from typing import Any

from drafting.model.clean import CleaningKind, CleaningStep
from drafting.text.edits import TextEdit
from drafting.text.span import Span


def steps_to(steps: tuple[CleaningStep, ...]) -> list[Any]:
    """Return what was mended as plain JSON types."""
    return [
        [one.kind.value, one.count, one.samples, one.line, list(map(_edit_to, one.edits))]
        for one in steps
    ]


def steps_from(rows: list[Any]) -> tuple[CleaningStep, ...]:
    """Return the steps that :func:`steps_to` made rows of."""
    return tuple(
        CleaningStep(CleaningKind(kind), count, tuple(samples), line, tuple(map(_edit_from, edits)))
        for kind, count, samples, line, edits in rows
    )


def _edit_to(edit: TextEdit) -> list[Any]:
    return [edit.span.start, edit.span.end, edit.replacement]


def _edit_from(row: list[Any]) -> TextEdit:
    start, end, replacement = row
    return TextEdit(Span(start, end), replacement)
