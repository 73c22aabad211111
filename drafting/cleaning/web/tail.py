"""What stands behind a speech on a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.cleaning.speech_signs import (
    END_MARK,
    begins_with_salutation,
    is_prose,
)
from drafting.cleaning.web.frame import tail_start, tail_weights
from drafting.cleaning.web.line_kinds import is_of_a_speech

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.cleaning.lines import Line
    from drafting.cleaning.web.page import Page

_DATE_AT_END = re.compile(r"\(?\[?(?:\d{4}[-/.])?\d{1,2}[-/]\d{2}\]?\)?$")
# A link in a list: a bullet, or a date at one of its ends.
_BULLET = re.compile(r"[-·•*■◆▪►»>]\s?\S|\d{1,2}[-/.]\d{2}\D|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}")
_LONGEST_LINK = 80


def iter_tail(page: Page, dropped: set[int]) -> Iterator[int]:
    """Yield the lines of the tail that only their place tells; ``dropped`` are those known."""
    yield from _empty_labels(page, dropped)
    yield from (index for index in _tail(page) if page.names_title(index))
    if page.is_chinese:
        yield from _behind(page, dropped)


def is_link(line: Line) -> bool:
    """Return whether a line looks like one of a list of links."""
    if len(line) > _LONGEST_LINK or begins_with_salutation(line.folded):
        return False
    return _BULLET.match(line.folded) is not None or _DATE_AT_END.search(line.folded) is not None


def _tail(page: Page) -> range:
    return range(page.last_text + 1, len(page.lines))


def _empty_labels(page: Page, dropped: set[int]) -> Iterator[int]:
    """Yield labels behind which the page has nothing (附件：)."""
    for index in _tail(page):
        if index + 1 in dropped and page.matches("empty", index):
            yield index


def _behind(page: Page, dropped: set[int]) -> Iterator[int]:
    """Yield everything behind the first line of the page's tail.

    Right behind the first line that sounds like the page a whole sentence may still be the
    speaker's; so may thanks.
    """
    weights = tail_weights(page, dropped)
    tail = _tail(page)
    unknown = sum(len(page.lines[at]) for at, one in zip(tail, weights, strict=True) if one <= 0)
    if unknown > page.said:
        return  # a form, a table or a list
    first = tail_start(page, weights, dropped)
    if first is None:
        return
    spoken = (at for at, one in zip(tail, weights, strict=True) if one > 0 and at > first)
    second = next(spoken, first)
    said = True
    for index in range(first, tail.stop):
        said = said and index < second and (index == first or _may_be_said(page, index))
        if index == first or not said:
            yield index


def _may_be_said(page: Page, index: int) -> bool:
    """Return whether a line is a short sentence; of paragraphs it is known whose they are."""
    folded = page.lines[index].folded
    finished = END_MARK.search(folded) is not None and not folded.endswith(":")
    return is_of_a_speech(folded) or (finished and not is_prose(folded))
