"""Text in, Draft out: the one door of this room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafting.model.draft import BlockKind, Draft, Script
from drafting.model.outline import build_outline
from drafting.parsing.body import read_blocks
from drafting.parsing.closing import find_closing
from drafting.parsing.each_speech import iter_moved, speeches_of
from drafting.parsing.guessing import guess_particulars
from drafting.parsing.headings.finder import find_headings, with_heading_blocks
from drafting.parsing.headings.markers import iter_marks
from drafting.parsing.headings.series import group_series
from drafting.parsing.items import find_items
from drafting.parsing.opening import find_opening
from drafting.parsing.promises.finder import find_promises
from drafting.parsing.reading import in_original, reading_of

if TYPE_CHECKING:
    from drafting.model.draft import Promise
    from drafting.model.particulars import Particulars


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
    draft = _parse(reading_of(text), revision, script, particulars)
    if has_promises:
        draft = replace(draft, promises=tuple(_promises(draft)))
    return in_original(draft, text)


def _promises(draft: Draft) -> list[Promise]:
    """Return the announced counts; none is answered by another speech of the same file."""
    speeches = speeches_of(draft.text)
    if len(speeches) == 1:
        return _found_in(draft)
    found: list[Promise] = []
    for speech in speeches:
        alone = _parse(speech.of(draft.text), draft.revision, draft.script, None)
        found += iter_moved(_found_in(alone), speech.start)
    return found


def _found_in(draft: Draft) -> list[Promise]:
    if draft.outline is None:
        return []
    return find_promises(draft.text, draft.blocks, draft.outline, draft.items)


def _parse(text: str, revision: int, script: Script, particulars: Particulars | None) -> Draft:
    """Return the draft without its promises."""
    blocks = read_blocks(text)
    paragraphs = [i for i, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH]
    heading_rows, item_rows = group_series(iter_marks(text, blocks, paragraphs), text, blocks)
    headings = find_headings(text, blocks, heading_rows)
    blocks = with_heading_blocks(blocks, headings)
    items = find_items(text, blocks, item_rows, headings)
    closing = find_closing(text, blocks, headings)
    end = closing.start if closing else len(text.rstrip())
    outline = build_outline(headings, end)
    opening = find_opening(text, blocks, headings, closing)
    guessed, evidence = guess_particulars(text, blocks, particulars)
    return Draft(
        text=text,
        revision=revision,
        script=script,
        blocks=tuple(blocks),
        headings=tuple(headings),
        items=tuple(items),
        opening=opening,
        closing=closing,
        particulars=guessed,
        evidence=evidence,
        outline=outline,
    )
