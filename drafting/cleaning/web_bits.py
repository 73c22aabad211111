"""What a page printed into lines that stay: names of sites, columns, its own sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.cleaning.speech_signs import (
    HEADING_MARKER,
    TITLE_WORD,
    begins_with_salutation,
    is_prose,
)
from drafting.cleaning.step import deletion
from drafting.cleaning.web_patterns import patterns_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.cleaning.lines import Line
    from drafting.text.edits import TextEdit

_COPY_NUMBER = re.compile(
    r"\s*(?:[(\[]\d{1,2}[)\]]|_共 ?\d{1,3} ?页|\((?:全文|共) ?\d{2,6} ?字\)"
    r"|\([^()]{0,4}\d{1,2}篇\)|(?<!第)\d{1,2}篇|【?篇 ?\d{1,2}】?)$"
)
_SITE_NAME = re.compile(r"\s*[-_—|–]{1,2}\s*[^-_—|–\s]{2,14}(?:网|网站|文库|范文|之家)$")
_CATEGORY = re.compile(
    r"[\[【][^\[\]【】]{1,6}[\]】] ?|(?:标题|题目|文章标题|信息标题): ?|VIP "
    r"|第[一二三四五六七八九十]{1,3}篇: ?|篇\d{1,2}: ?|[^|│丨\s]{2,8} ?[|│丨] ?"
)
_TITLE_LINES = 12
_SHORTEST_TITLE = 6


def is_title_with_site(folded: str) -> bool:
    """Return whether a line is a speech's title with the name of the site behind it."""
    site = _SITE_NAME.search(folded)
    return site is not None and TITLE_WORD.search(folded, 0, site.start()) is not None


def iter_bits(lines: Sequence[Line]) -> Iterator[TextEdit]:
    """Yield edits for furniture inside lines that stay."""
    for line in lines[:_TITLE_LINES]:
        if begins_with_salutation(line.folded) or is_prose(line.folded):
            break
        category = _CATEGORY.match(line.folded)
        if category and TITLE_WORD.search(line.folded, category.end()):
            yield deletion(line.start, line.start + category.end())
        length = _title_length(line.folded)
        if _SHORTEST_TITLE <= length < len(line) and not HEADING_MARKER.match(line.folded):
            yield deletion(line.start + length, line.end)
    inline = patterns_of("inline")
    if not inline.may_be_in("\n".join([line.folded for line in lines])):
        return
    for line in lines:
        for match in inline.find_in(line.folded):
            yield deletion(line.start + match.start(), line.start + match.end())


def _title_length(folded: str) -> int:
    """Return the length of a title line without copy numbers and the site's name behind it."""
    length = len(folded)
    for _ in range(4):
        tail = _COPY_NUMBER.search(folded, 0, length) or _SITE_NAME.search(folded, 0, length)
        if tail is None:
            break
        length = tail.start()
    return length
