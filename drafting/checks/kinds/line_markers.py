"""The written numbers at the heads of paragraphs, whether or not they are headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from drafting.text.numerals import parse_number
from drafting.text.span import Span

if TYPE_CHECKING:
    from drafting.model.draft import Draft

_HAN = "[一二三四五六七八九十]{1,3}"
_PATTERN = re.compile(
    f"(?P<han>{_HAN})、|(?P<bracket>[（(]{_HAN}[）)])|(?P<dot>[0-9]{{1,2}})[.．](?![0-9])"
    "|(?P<comma>[0-9]{1,2})、|(?P<figure_bracket>[（(][0-9]{1,2}[）)])|(?P<circled>[①-⑳])"
)
FORMS = {
    "han": "一、", "bracket": "（一）", "dot": "1.", "comma": "1、", "figure_bracket": "（1）",
    "circled": "①",
}  # fmt: skip
_HIGHEST = 40
# What a written number begins with.
_FIRST = frozenset("一二三四五六七八九十（(0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")


class LineMarker(NamedTuple):
    """A written number that opens a paragraph; ``block`` is the paragraph's index."""

    form: str
    number: int
    span: Span
    block: int


def line_markers(draft: Draft) -> list[LineMarker]:
    """Return the written numbers that open paragraphs, in the order of the text."""
    found: list[LineMarker] = []
    for index, block in enumerate(draft.blocks):
        if draft.text[block.span.start : block.span.start + 1] not in _FIRST:
            continue
        match = _PATTERN.match(draft.text, block.span.start, block.span.end)
        if match is None or match.lastgroup is None:
            continue
        number = parse_number(match[match.lastgroup].strip("（）()"))
        if number is not None and 0 < number <= _HIGHEST:
            found.append(LineMarker(FORMS[match.lastgroup], number, Span(*match.span()), index))
    return found
