"""Drafts made by hand, one paragraph a line, so that exports are tested without the parser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.model.draft import Block, BlockKind, Draft
from drafting.model.headings import Heading, MarkerKind
from drafting.text.span import Span

if TYPE_CHECKING:
    from pathlib import Path

_KINDS = {"body": BlockKind.PARAGRAPH, "empty": BlockKind.EMPTY}


def read_draft(path: Path) -> Draft:
    """Return the draft in a file of ``kind|text`` lines."""
    return build_draft(path.read_text(encoding="utf-8").splitlines())


def build_draft(lines: list[str]) -> Draft:
    """Return a draft of ``kind|text`` lines: ``heading2|…`` alone, ``run2|heading。|…`` run in."""
    texts: list[str] = []
    blocks: list[Block] = []
    headings: list[Heading] = []
    start = 0
    for line in lines:
        name, _, text = line.partition("|")
        head, _, rest = text.partition("|")
        text = head + rest
        span = Span(start, start + len(text))
        if name.startswith("heading"):
            headings.append(_heading(int(name[-1]), text, span, len(blocks), run_in=False))
            kind = BlockKind.HEADING
        elif name.startswith("run"):
            marked = Span(start, start + len(head) - 1)
            headings.append(_heading(int(name[-1]), head[:-1], marked, len(blocks), run_in=True))
            kind = BlockKind.PARAGRAPH
        else:
            kind = _KINDS.get(name) or BlockKind(name)
        blocks.append(Block(kind, span))
        texts.append(text)
        start += len(text) + 1
    return Draft("\n".join(texts), blocks=tuple(blocks), headings=tuple(headings))


def _heading(level: int, text: str, span: Span, block: int, *, run_in: bool) -> Heading:
    marker_span = Span(span.start, span.start)
    return Heading(
        level, MarkerKind.NONE, "", marker_span, None, text, span, run_in=run_in, block=block
    )
