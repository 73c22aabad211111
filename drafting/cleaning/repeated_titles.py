"""Step: a title that stands several times in the head of a page stays once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.cleaning.lines import Line, split_lines
from drafting.cleaning.speech_signs import END_MARK, begins_with_salutation, is_prose
from drafting.cleaning.step import NOTHING, Found, deletion
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# How many different lines of the head are looked at, and how often a title may stand there;
# what comes more often is no title.
_LINES = 16
_MOST_OFTEN = 6
_SHORTEST = 5
_REACH = 4_000
_IGNORED = re.compile(
    r"[\s“”\"‘’'《》〈〉【】\-—_|]"
    # The number of a copy, or of one text in a collection.
    r"|\(\d{1,2}\)$|\([一二三四五六七八九十]\)$|(?<=[话言辞词稿文告])\d{1,2}篇?$|篇\d{1,2}$|\([^()]{0,4}\d{1,2}篇\)$"
)


def find_repeated_titles(text: str) -> Found:
    """Return the edits that leave the first of equal lines in the head; the title is counted.

    The count and the places are how often the repeated line stood there, the kept one included.
    """
    groups: dict[str, list[Line]] = {}
    for line in _iter_head([line for line in split_lines(text[:_REACH]) if len(line)]):
        groups.setdefault(title_key(line.folded), []).append(line)
        if len(groups) > _LINES:
            break
    repeated = [group for key, group in groups.items() if len(group) > 1 and len(key) >= _SHORTEST]
    if not repeated or max(map(len, repeated)) > _MOST_OFTEN:
        return NOTHING
    extra = sorted((line for group in repeated for line in group[1:]), key=lambda one: one.start)
    edits = [deletion(line.first, line.next) for line in extra]
    places = [Span(line.start, line.end) for line in repeated[0]]
    return Found(tuple(edits), tuple(places))


def title_key(folded: str) -> str:
    """Return what two lines have in common that name the same title."""
    return _IGNORED.sub("", folded)


def _iter_head(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines before the salutation or the first paragraph of text."""
    for line in lines:
        if begins_with_salutation(line.folded) or is_prose(line.folded):
            return
        if END_MARK.search(line.folded) is None:
            yield line
