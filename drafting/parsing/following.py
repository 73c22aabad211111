"""The structure of a draft moved along with an edit, before the draft is read again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafting.text.difference import changed_part
from drafting.text.span import Span

if TYPE_CHECKING:
    from drafting.model.draft import Block, Draft, Speech
    from drafting.model.headings import Heading


def followed(draft: Draft, text: str, revision: int) -> Draft | None:
    """Return ``draft`` with blocks and headings where they stand in ``text``, its next version.

    A first guess, at a fraction of the price of reading: promises, items and outline are left
    out, and that a paragraph has become a heading is only seen when the text is read again. None
    where more has changed than the text inside one paragraph.
    """
    old, new = changed_part(draft.text, text)
    if "\n" in old.of(draft.text) or "\n" in new.of(text):
        return None
    by = len(new) - len(old)
    blocks = _moved_blocks(draft.blocks, old, by)
    headings = _moved_headings(draft.headings, old, by)
    if blocks is None or headings is None:
        return None
    return replace(
        draft,
        text=text,
        revision=revision,
        blocks=blocks,
        headings=headings,
        items=(),
        promises=(),
        opening=None,
        closing=None,
        evidence=(),
        speeches=tuple(_moved_speech(one, old, by) for one in draft.speeches),
        outline=None,
    )


def _moved_speech(speech: Speech, changed: Span, by: int) -> Speech:
    """Return a speech where it stands now; what was read in it is left out."""
    edges = (speech.span.start, speech.span.end)
    start, end = (edge + by if edge >= changed.end else edge for edge in edges)
    return replace(speech, span=Span(start, end), opening=None, closing=None)


def _moved_blocks(blocks: tuple[Block, ...], changed: Span, by: int) -> tuple[Block, ...] | None:
    """Return the blocks, the one grown that holds the changed part, None where none does."""
    moved: list[Block] = []
    holders = 0
    for block in blocks:
        span = block.span
        if span.start < changed.start and changed.end < span.end:
            holders += 1
            span = Span(span.start, span.end + by)
        elif span.start >= changed.end:
            span = span.shifted(by)
        elif span.end > changed.start:
            return None
        moved.append(block if span is block.span else replace(block, span=span))
    return tuple(moved) if holders == 1 else None


def _moved_headings(
    headings: tuple[Heading, ...], changed: Span, by: int
) -> tuple[Heading, ...] | None:
    """Return the headings, None where one of them has changed itself."""
    moved: list[Heading] = []
    for heading in headings:
        if heading.span.end < changed.start:
            moved.append(heading)
        elif heading.span.start > changed.end:
            moved.append(
                replace(
                    heading,
                    span=heading.span.shifted(by),
                    marker_span=heading.marker_span.shifted(by),
                )
            )
        else:
            return None
    return tuple(moved)
