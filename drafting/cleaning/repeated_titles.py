"""Step: a title that stands several times in the head of a page stays once."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from drafting.cleaning.lines import Line, split_lines
from drafting.cleaning.speech_signs import (
    END_MARK,
    TITLE_WORD,
    begins_with_salutation,
    is_prose,
)
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
    r"|\(\d{1,2}\)$|\([一二三四五六七八九十]\)$|(?<=[话言辞词稿文告])\d{1,2}篇?$|篇\d{1,2}$"
    r"|\([^()]{0,4}(?:\d{1,2}|[一二三四五六七八九十]{1,2})篇\)$"
)


def find_repeated_titles(text: str) -> Found:
    """Return the edits that leave the first of equal lines in the head; the title is counted.

    So do two lines into which a title was broken. The count and the places are how often the
    repeated line stood there, the kept one included.
    """
    groups = _groups([line for line in split_lines(text[:_REACH]) if len(line)])
    repeated = [group for key, group in groups.items() if len(group) > 1 and len(key) >= _SHORTEST]
    if not repeated or max(map(len, repeated)) > _MOST_OFTEN:
        return NOTHING
    extra = [deletion(first.first, last.next) for group in repeated for first, last in group[1:]]
    edits = sorted(extra, key=lambda one: one.span)
    places = [Span(first.start, last.end) for first, last in repeated[0]]
    return Found(tuple(edits), tuple(places))


def _groups(lines: Sequence[Line]) -> dict[str, list[tuple[Line, Line]]]:
    """Return the first and last lines of the titles in the head by what they have in common."""
    groups: dict[str, list[tuple[Line, Line]]] = {}
    before: Line | None = None
    for line in _iter_head(lines):
        if before is not None and before.next != line.first:
            before = None
        joined = "" if before is None else before.folded + line.folded
        broken = title_key(joined) if TITLE_WORD.search(joined) else ""
        if before is not None and broken in groups:
            groups[title_key(before.folded)].pop()
            groups[broken].append((before, line))
            before = None
            continue
        groups.setdefault(title_key(line.folded), []).append((line, line))
        before = line
        if len(groups) > _LINES:
            break
    return groups


@lru_cache(maxsize=512)
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
