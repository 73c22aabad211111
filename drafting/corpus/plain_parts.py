"""Where the parts of a speech stand, as plain JSON types: for the file and for child processes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafting.model.speech import SpeechHeading, SpeechParts
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping


def parts_to(parts: SpeechParts) -> dict[str, Any]:
    """Return ``opening`` and ``closing`` as start and end, ``headings`` with level and run-in."""
    return {
        "opening": _pair(parts.opening),
        "closing": _pair(parts.closing),
        "headings": [
            [one.level, one.span.start, one.span.end, int(one.run_in)] for one in parts.headings
        ],
    }


def parts_from(content: Mapping[str, Any]) -> SpeechParts:
    """Return the parts that :func:`parts_to` made plain; what is missing is not there."""
    return SpeechParts(
        _span(content.get("opening")),
        _span(content.get("closing")),
        tuple(
            SpeechHeading(level, Span(start, end), bool(run_in))
            for level, start, end, run_in in content.get("headings", ())
        ),
    )


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _span(pair: list[int] | None) -> Span | None:
    return None if pair is None else Span(*pair)
