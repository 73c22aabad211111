"""Where the text of a draft stands in the Word file that we make of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.exporters.annotation.source_text import SourceText
from drafting.exporters.word_text import without_forbidden
from drafting.model.imported import SourceRun
from drafting.pagination.paragraphs import iter_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.model.draft import Draft

_PART = "word/document.xml"


def source_of_draft(draft: Draft) -> SourceText:
    """Return the places of a draft's characters in ``word_bytes`` of it."""
    return SourceText(draft.text, draft.text, tuple(_iter_runs(draft)))


def _iter_runs(draft: Draft) -> Iterator[SourceRun]:
    for number, paragraph in enumerate(iter_paragraphs(draft)):
        run = 0
        for piece in paragraph.pieces:
            text = piece.span.of(draft.text)
            written = without_forbidden(text)
            if not written:
                continue
            start = piece.span.start
            if written == text:
                yield SourceRun(start, piece.span.end, _PART, number, run)
            else:
                yield from _single(text, start, number, run)
            run += 1


def _single(text: str, start: int, paragraph: int, run: int) -> Iterator[SourceRun]:
    """Yield the characters one by one, those left out that XML forbids."""
    offset = 0
    for step, character in enumerate(text):
        if without_forbidden(character):
            place = start + step
            yield SourceRun(place, place + 1, _PART, paragraph, run, offset)
            offset += 1
