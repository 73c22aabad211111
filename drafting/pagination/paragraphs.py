"""Which style each paragraph of a draft is set in, and each piece of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.model.draft import Block, BlockKind
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.model.draft import Draft
    from drafting.model.headings import Heading

_STYLE_OF = {
    BlockKind.TITLE: "title",
    BlockKind.SUBTITLE: "subtitle",
    BlockKind.SPEAKER: "speaker",
    BlockKind.DATE: "date",
    BlockKind.SALUTATION: "salutation",
    BlockKind.SIGNATURE: "signature",
}
_ASIDE = (BlockKind.EMPTY, BlockKind.NOTE)
TITLE_STYLES = frozenset({"title", "subtitle", "speaker", "date"})
# A run-in heading keeps the mark that ends it in its own face (GB/T 9704 sets none; trade custom).
_HEADING_END = "。！？：；"


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters in one style of the layout."""

    span: Span
    style: str


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """One paragraph of the page.

    ``style`` sets indents and alignment, ``pieces`` the faces; ``opens_text`` marks the first one
    below the title, speaker and date, which keeps its distance from them.
    """

    style: str
    span: Span
    pieces: tuple[Piece, ...]
    opens_text: bool = False

    @property
    def is_heading(self) -> bool:
        """Return whether the whole paragraph is a heading."""
        return self.style.startswith("heading")


def iter_paragraphs(draft: Draft) -> Iterator[SetParagraph]:
    """Yield the paragraphs in order; blanks around a block are the layout's business, not text.

    A draft without blocks is set line by line as body text.
    """
    headings: dict[int, list[Heading]] = {}
    for heading in draft.headings:
        headings.setdefault(heading.block, []).append(heading)
    below_title = in_body = False
    for index, block in enumerate(draft.blocks or _lines(draft.text)):
        style, pieces = _pieces(draft.text, block, headings.get(index, []))
        if in_body and block.kind is BlockKind.DATE:  # the date of the signature
            style, pieces = "signature", (Piece(block.span, "signature"),)
        if below_title and block.kind is BlockKind.NOTE:  # （根据录音整理）
            style, pieces = "date", (Piece(block.span, "date"),)
        in_title = style in TITLE_STYLES
        # With the title of another speech of the same text all begins again.
        is_title = block.kind is BlockKind.TITLE
        in_body = not is_title and (in_body or not (in_title or block.kind in _ASIDE))
        # An empty line below the title is distance enough.
        opens = below_title and not in_title and block.kind is not BlockKind.EMPTY
        yield SetParagraph(style, block.span, pieces, opens)
        below_title = in_title


def _pieces(text: str, block: Block, headings: list[Heading]) -> tuple[str, tuple[Piece, ...]]:
    style = _STYLE_OF.get(block.kind, "body")
    if block.kind is BlockKind.HEADING:
        level = headings[0].level if headings else 1
        style = _heading_style(level)
    if style != "body":
        return style, (Piece(block.span, style),)
    pieces: list[Piece] = []
    position = block.span.start
    for heading in headings:
        start, end = max(heading.span.start, position), min(heading.span.end, block.span.end)
        if start >= end:
            continue
        if end < block.span.end and text[end] in _HEADING_END:
            end += 1
        if start > position:
            pieces.append(Piece(Span(position, start), style))
        pieces.append(Piece(Span(start, end), _heading_style(heading.level)))
        position = end
    if position < block.span.end:
        pieces.append(Piece(Span(position, block.span.end), style))
    return style, tuple(pieces)


def _heading_style(level: int) -> str:
    return f"heading{min(max(level, 1), 4)}"


def _lines(text: str) -> Iterator[Block]:
    start = 0
    for line in text.split("\n"):
        stripped = line.strip()
        begin = start + len(line) - len(line.lstrip()) if stripped else start
        kind = BlockKind.PARAGRAPH if stripped else BlockKind.EMPTY
        yield Block(kind, Span(begin, begin + len(stripped)))
        start += len(line) + 1
