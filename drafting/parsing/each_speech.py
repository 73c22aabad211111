"""Several speeches in one file: each is read alone, then they are put together in one draft."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from drafting.cleaning.several_speeches import LEAST_TEXT, find_several_speeches
from drafting.model.draft import Block, Draft, Speech
from drafting.model.outline import Outline
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.outline import Section


def speeches_of(text: str) -> list[Span]:
    """Return the speeches of ``text``, the whole of it where it holds one.

    What stands above the first title is its speech's, unless it is as long as one itself.
    """
    starts = [title.start for title in find_several_speeches(text).places] or [0]
    starts = [0, *starts[starts[0] <= LEAST_TEXT :]]
    return [Span(*edges) for edges in zip(starts, [*starts[1:], len(text)], strict=True)]


def put_together(text: str, drafts: Sequence[Draft]) -> Draft:
    """Return the draft of ``text``, of which ``drafts`` are the speeches in their order.

    Revision, script and what is known of the whole are the first one's.
    """
    starts = list(accumulate((len(one.text) for one in drafts[:-1]), initial=0))
    blocks = list(accumulate((len(one.blocks) for one in drafts[:-1]), initial=0))
    moved = [_moved(*one) for one in zip(drafts, starts, blocks, strict=True)]
    outlines = [one.outline or Outline() for one in moved]
    counts = list(accumulate(len(one.sections) for one in outlines))
    speeches = tuple(
        Speech(Span(start, start + len(alone.text)), one.particulars, one.opening, one.closing)
        for start, alone, one in zip(starts, drafts, moved, strict=True)
    )
    return replace(
        drafts[0],
        text=text,
        blocks=tuple(block for one in moved for block in one.blocks),
        headings=tuple(heading for one in moved for heading in one.headings),
        items=tuple(series for one in moved for series in one.items),
        promises=tuple(promise for one in moved for promise in one.promises),
        closing=moved[-1].closing,
        speeches=speeches,
        outline=Outline(
            tuple(part for one in outlines for part in one.sections), tuple(counts[:-1])
        ),
    )


def taken_apart(draft: Draft) -> list[Draft]:
    """Return each of several speeches alone, as it was before :func:`put_together`."""
    return [_alone(draft, one) for one in draft.speeches]


def _alone(draft: Draft, speech: Speech) -> Draft:
    start, end = speech.span.start, speech.span.end
    end += end == len(draft.text)  # an empty line that ends the text is its last speech's
    held = [index for index, one in enumerate(draft.blocks) if start <= one.span.start < end]
    sections = draft.outline.sections if draft.outline is not None else ()
    part = replace(
        draft,
        text=speech.span.of(draft.text),
        blocks=tuple(draft.blocks[index] for index in held),
        headings=tuple(one for one in draft.headings if start <= one.span.start < end),
        items=tuple(one for one in draft.items if start <= one.starts[0] < end),
        promises=tuple(one for one in draft.promises if start <= one.span.start < end),
        opening=speech.opening,
        closing=speech.closing,
        particulars=speech.particulars,
        evidence=(),
        speeches=(),
        outline=Outline(tuple(one for one in sections if start <= one.heading.span.start < end)),
    )
    return _moved(part, -start, -held[0] if held else 0)


def _moved(draft: Draft, by: int, blocks: int) -> Draft:
    """Return ``draft`` with all places ``by`` characters and so many ``blocks`` further on."""
    if not by:
        return draft
    headings = tuple(
        replace(
            one,
            marker_span=one.marker_span.shifted(by),
            span=one.span.shifted(by),
            block=one.block + blocks,
        )
        for one in draft.headings
    )
    numbered = {one.span.start: one for one in headings}

    def sections(parts: Sequence[Section]) -> tuple[Section, ...]:
        return tuple(
            replace(
                one,
                heading=numbered[one.heading.span.start + by],
                span=one.span.shifted(by),
                children=sections(one.children),
            )
            for one in parts
        )

    opening, closing, outline = draft.opening, draft.closing, draft.outline
    return replace(
        draft,
        blocks=tuple(Block(one.kind, one.span.shifted(by)) for one in draft.blocks),
        headings=headings,
        items=tuple(
            replace(one, starts=tuple(start + by for start in one.starts)) for one in draft.items
        ),
        promises=tuple(
            replace(
                one,
                span=one.span.shifted(by),
                count_span=one.count_span.shifted(by),
                members=tuple(member.shifted(by) for member in one.members),
            )
            for one in draft.promises
        ),
        opening=None if opening is None else replace(opening, span=opening.span.shifted(by)),
        closing=None if closing is None else closing.shifted(by),
        outline=None if outline is None else Outline(sections(outline.sections)),
    )
