"""One finding for many like places: the others stand beside it as related places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.model.finding import Applicability, Fix, Related
from drafting.text.edits import TextEdit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from drafting.text.span import Span


def related_places(spans: Iterable[Span], note: str) -> tuple[Related, ...]:
    """Return the places with the same note."""
    return tuple(Related(span, note) for span in spans)


def replace_all(spans: Sequence[Span], replacement: str, title: str, *, safe: bool = False) -> Fix:
    """Return a fix that puts one wording at all places."""
    applicability = Applicability.SAFE if safe else Applicability.ASK
    return Fix(title, tuple(TextEdit(span, replacement) for span in spans), applicability)


def how_many(count: int, wording: str) -> str:
    """Return ``“X”`` for one place and ``20 处“X”`` for twenty."""
    return f"“{wording}”" if count == 1 else f" {count} 处“{wording}”"
