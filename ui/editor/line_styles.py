"""Which style of the layout each line of a draft takes, and how much of it is a run-in heading."""

from __future__ import annotations

from collections import deque
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ui.editor.utf16 import utf16_length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.model.draft import Draft
    from drafting.model.headings import Heading

# The order is part of what a text block remembers while the window is open, nothing else.
STYLE_NAMES = (
    "body", "title", "subtitle", "speaker", "date", "salutation", "heading1", "heading2",
    "heading3", "heading4", "signature",
)  # fmt: skip
# The kinds of block (the values of BlockKind) that are styles of the same name.
_STYLED_KINDS = frozenset({"title", "subtitle", "speaker", "date", "salutation", "signature"})
_STYLE_BITS = 4
_LEVEL_BITS = 3


class LineStyle(NamedTuple):
    """The style of a line; its first ``run_in_end`` UTF-16 units are a heading of that level."""

    style: str = "body"
    run_in_level: int = 0
    run_in_end: int = 0

    def pack(self) -> int:
        """Return the number that a text block keeps."""
        state = self.run_in_end << _LEVEL_BITS | self.run_in_level
        return state << _STYLE_BITS | STYLE_NAMES.index(self.style)


BODY = LineStyle()


@lru_cache(maxsize=4096)
def unpack_style(state: int) -> LineStyle:
    """Return what :meth:`LineStyle.pack` packed; a new block's -1 is body text."""
    if state < 0:
        return BODY
    index = state & (1 << _STYLE_BITS) - 1
    level = state >> _STYLE_BITS & (1 << _LEVEL_BITS) - 1
    name = STYLE_NAMES[index] if index < len(STYLE_NAMES) else "body"
    return LineStyle(name, level, state >> _STYLE_BITS + _LEVEL_BITS)


def iter_line_styles(draft: Draft) -> Iterator[LineStyle]:
    """Yield one style for each line of the draft's text, each reckoned when it is asked for."""
    text, start = draft.text, 0
    is_wide = utf16_length(text) != len(text)
    styled = {
        text.rfind("\n", 0, block.span.start) + 1: LineStyle(block.kind.value)
        for block in draft.blocks
        if block.kind in _STYLED_KINDS
    }
    headings = deque(sorted(draft.headings, key=_start_of))
    for line in text.split("\n"):
        style = styled.get(start, BODY)
        while headings and headings[0].span.start <= start + len(line):
            heading = headings.popleft()
            if style == BODY:
                style = _heading_style(heading, start, line, is_wide=is_wide)
        yield style
        start += len(line) + 1


def _start_of(heading: Heading) -> int:
    return heading.span.start


def _heading_style(heading: Heading, start: int, line: str, *, is_wide: bool) -> LineStyle:
    level = min(max(heading.level, 1), 4)
    if not heading.run_in:
        return LineStyle(f"heading{level}")
    if line[: heading.span.start - start].strip():
        return BODY  # a heading in the middle of its paragraph keeps the face of the text
    # The mark that closes the heading (。) is set in its face too.
    end = min(heading.span.end - start + 1, len(line))
    return LineStyle("body", level, utf16_length(line[:end]) if is_wide else end)
