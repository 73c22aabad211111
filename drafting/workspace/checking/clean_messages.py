"""What cleaning mended as JSON, between the program's process and its children."""

from __future__ import annotations

from typing import Any

from drafting.model.clean import CleaningKind, CleaningStep


def steps_to(steps: tuple[CleaningStep, ...]) -> list[Any]:
    """Return what was mended as plain JSON types."""
    return [[one.kind.value, one.count, one.samples, one.line] for one in steps]


def steps_from(rows: list[Any]) -> tuple[CleaningStep, ...]:
    """Return the steps that :func:`steps_to` made rows of."""
    return tuple(
        CleaningStep(CleaningKind(kind), count, tuple(samples), line)
        for kind, count, samples, line in rows
    )
