"""Where the caret stands, as the suggestions need to know it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from drafting.text.span import Span

if TYPE_CHECKING:
    from drafting.model.draft import Draft

# So far back the headings of a row are looked for.
_BEFORE = 6000
_PLACES = {
    "opening": "开头",
    "heading": "标题",
    "body": "正文",
    "closing": "结尾",
}


class CaretContext(NamedTuple):
    """Up to 6,000 characters before the caret, its section, and the heading that it is under."""

    position: int
    before: str
    section: str | None
    topic: str

    @property
    def place(self) -> str:
        """Return the section's Chinese name."""
        return _PLACES.get(self.section or "", "此处")


def caret_context(text: str, position: int, draft: Draft | None) -> CaretContext:
    """Return what is known at ``position`` (code points); ``draft`` may be a little older."""
    before = text[max(0, position - _BEFORE) : position]
    if draft is None:
        return CaretContext(position, before, None, "")
    topic = ""
    for heading in draft.headings:
        if heading.span.start > position:
            break
        topic = heading.text
    return CaretContext(position, before, section_at(draft, position), topic)


def section_at(draft: Draft, position: int) -> str | None:
    """Return opening, heading, body or closing; None in the title and where nothing is known."""
    from drafting.model.draft import BlockKind  # not before there is a draft

    for block in draft.blocks:
        if block.span.start <= position <= block.span.end and block.kind is not BlockKind.EMPTY:
            if block.kind is BlockKind.HEADING:
                return "heading"
            if block.kind is BlockKind.TITLE:
                return None
    if draft.closing is not None and position >= draft.closing.start:
        return "closing"
    if not draft.headings or position < draft.headings[0].span.start:
        return "opening"
    return "body"


def within(span: Span, length: int) -> Span:
    """Return the part of ``span`` that lies in a text of that length."""
    start = min(span.start, length)
    return Span(start, max(start, min(span.end, length)))
