"""What is done to a piece of text while one writes: pasted, joined, split, simplified."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.cleaning.pasting import clean_pasted
from drafting.cleaning.selection import join_lines, simplify, split_sentences
from drafting.model.draft import BlockKind
from drafting.text.span import Span

if TYPE_CHECKING:
    from drafting.model.draft import Draft
    from drafting.text.edits import TextEdit

LINE_STEPS = {"join": join_lines, "split": split_sentences, "simplify": simplify}


@dataclass(frozen=True, slots=True)
class PastedText:
    """A pasted text as it goes in; ``mended`` says what was cleaned (断行 3), if anything.

    ``told`` says what was left as it is and ought to be looked at.
    """

    text: str
    mended: tuple[str, ...]
    places: int
    told: tuple[str, ...] = ()


def paste(text: str) -> PastedText:
    """Return a text from the clipboard, cleaned, with what was mended."""
    clean = clean_pasted(text)
    mended = [step for step in clean.steps if not step.kind.is_only_told]
    return PastedText(
        clean.text,
        tuple(f"{step.kind.label} {step.count}" for step in mended),
        sum(step.count for step in mended),
        tuple(step.remark for step in clean.steps if step.kind.is_only_told),
    )


def change_lines(text: str, span: Span, step: str) -> tuple[TextEdit, ...]:
    """Return the edits of one of ``LINE_STEPS`` on what ``span`` covers."""
    return LINE_STEPS[step](text, span)


def part_span(draft: Draft, position: int) -> Span:
    """Return the first-level part around ``position``; the opening or closing outside them."""
    spans = [one.span for one in draft.speeches] or [Span(0, len(draft.text))]
    speech = next((one for one in spans if position < one.end), spans[-1])
    sections = draft.outline.sections if draft.outline is not None else ()
    parts = [one.span for one in sections if speech.contains(one.heading.span)]
    for part in parts:
        if part.start <= position <= part.end:
            return part
    first = parts[0].start if parts else speech.end
    if position < first:
        return Span(speech.start, first)
    return Span(parts[-1].end if parts else speech.start, speech.end)


def heading_spans(draft: Draft) -> list[Span]:
    """Return the title and all headings."""
    titles = [block.span for block in draft.blocks if block.kind is BlockKind.TITLE]
    return [*titles, *(heading.span for heading in draft.headings)]
