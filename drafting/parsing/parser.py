"""Text in, Draft out: the one door of this room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from drafting.model.draft import BlockKind, Draft, Script
from drafting.model.outline import build_outline
from drafting.parsing.body import read_blocks
from drafting.parsing.closing import find_closing
from drafting.parsing.each_speech import put_together, speeches_of
from drafting.parsing.guessing import guess_particulars
from drafting.parsing.headings.bare_ordinals import iter_all_marks
from drafting.parsing.headings.finder import find_headings, with_heading_blocks
from drafting.parsing.headings.series import group_series
from drafting.parsing.items import find_items
from drafting.parsing.opening import find_opening
from drafting.parsing.promises.finder import find_promises
from drafting.parsing.reading import in_original, reading_of

if TYPE_CHECKING:
    from drafting.model.draft import Block, ItemSeries, Promise
    from drafting.model.headings import Heading
    from drafting.model.outline import Outline
    from drafting.model.particulars import Particulars
    from drafting.text.span import Span


class _Parts(NamedTuple):
    """How a text is built: what its promises are kept or broken by."""

    blocks: list[Block]
    headings: list[Heading]
    items: list[ItemSeries]
    closing: Span | None
    outline: Outline


def parse_draft(
    text: str,
    *,
    revision: int = 0,
    script: Script = Script.SIMPLIFIED,
    particulars: Particulars | None = None,
    has_promises: bool = True,
) -> Draft:
    """Return ``text`` (one paragraph a line) with all its parts found; never raises on odd text.

    Fields of ``particulars`` that are given stand; the others are filled from the text where
    it says them plainly. Half-width punctuation is understood, nothing is changed. Without
    ``has_promises`` the announced counts, which take longest, are not looked for.
    """
    reading = reading_of(text)
    given = particulars
    drafts: list[Draft] = []
    for span in speeches_of(reading):
        draft = _read_alone(span.of(reading), given, has_promises=has_promises)
        drafts.append(in_original(draft, span.of(text)))
        given = None
    draft = drafts[0] if len(drafts) == 1 else put_together(text, drafts)
    return replace(draft, revision=revision, script=script)


def _read_alone(text: str, given: Particulars | None, *, has_promises: bool) -> Draft:
    """Return one speech with its parts and what they say; ``text`` is as it is read."""
    parts = _read(text)
    particulars, evidence = guess_particulars(text, parts.blocks, given)
    return Draft(
        text=text,
        blocks=tuple(parts.blocks),
        headings=tuple(parts.headings),
        items=tuple(parts.items),
        opening=find_opening(text, parts.blocks, parts.headings, parts.closing),
        closing=parts.closing,
        promises=tuple(_promises(text, parts)) if has_promises else (),
        particulars=particulars,
        evidence=evidence,
        outline=parts.outline,
    )


def _promises(text: str, parts: _Parts) -> list[Promise]:
    return find_promises(text, parts.blocks, parts.outline, parts.items)


def _read(text: str) -> _Parts:
    """Return the parts of ``text``, as it is read."""
    blocks = read_blocks(text)
    paragraphs = [i for i, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH]
    heading_rows, item_rows = group_series(iter_all_marks(text, blocks, paragraphs), text, blocks)
    headings = find_headings(text, blocks, heading_rows)
    blocks = with_heading_blocks(blocks, headings)
    items = find_items(text, blocks, item_rows, headings)
    closing = find_closing(text, blocks, headings)
    end = closing.start if closing else len(text.rstrip())
    return _Parts(blocks, headings, items, closing, build_outline(headings, end))
