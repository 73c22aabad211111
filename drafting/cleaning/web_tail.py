"""What stands behind a speech on a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.cleaning.speech_signs import (
    END_MARK,
    HEADING_MARKER,
    begins_with_salutation,
    is_prose,
)
from drafting.cleaning.web_page import is_of_a_speech

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.cleaning.lines import Line
    from drafting.cleaning.web_page import Page

_DATED_BULLET = re.compile(r"(?:[-·•*■◆] ?)?(?:\d{4}[-/.])?\d{1,2}[-/]\d{2}\D")
_DATE_AT_END = re.compile(r"\(?\[?(?:\d{4}[-/.])?\d{1,2}[-/]\d{2}\]?\)?$")
# A link in a list: a bullet, or a date at one of its ends.
_BULLET = re.compile(r"[-·•*■◆▪►»>]\s?\S|\d{1,2}[-/.]\d{2}\D|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}")
_LONGEST_LINK = 80
_ANNEX = re.compile("附(?:件|表|录|图)?[:\\d]")
_GAP = 3  # lines that nothing is known of, at most, between two that sound like a page
_SENTENCES = 2  # that a page says of itself show its tail, where nothing surer does
_PROVED = 3
_LONGEST_ODD = 30
_ODD = re.compile(r"[\d/|_<>«»#@*+=]")
_WORDS = 3
_CLOSED = 3  # one line that is surely furniture, and another that likely is


def iter_tail(page: Page, dropped: set[int]) -> Iterator[int]:
    """Yield the lines of the tail that only their place tells; ``dropped`` are those known."""
    yield from _dated_links(page, dropped)
    yield from _empty_labels(page, dropped)
    if page.is_chinese:
        yield from _behind(page, dropped)


def is_link(line: Line) -> bool:
    """Return whether a line looks like one of a list of links."""
    if len(line) > _LONGEST_LINK or begins_with_salutation(line.folded):
        return False
    return _BULLET.match(line.folded) is not None or _DATE_AT_END.search(line.folded) is not None


def _tail(page: Page) -> range:
    return range(page.last_text + 1, len(page.lines))


def _dated_links(page: Page, dropped: set[int]) -> Iterator[int]:
    """Yield links behind the speech that no headline introduces, two at least."""
    tail = [i for i in _tail(page) if i not in dropped and _is_dated(page.lines[i])]
    if len(tail) > 1:
        yield from tail


def _is_dated(line: Line) -> bool:
    if len(line) > _LONGEST_LINK:
        return False
    dated = _DATED_BULLET.match(line.folded) or _DATE_AT_END.search(line.folded)
    return dated is not None and not begins_with_salutation(line.folded)


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
    weights = [(i, 2 if i in dropped else page.weight(i)) for i in _tail(page)]
    spoken = [(index, weight) for index, weight in weights if weight]
    known = {index for index, _ in spoken if index in dropped}
    if not known:
        known = {index for index, _ in spoken if page.speaks_of_itself(index)}
        if len(known) < _SENTENCES:
            known = _words_only(page, [index for index, _ in spoken])
        if not known:
            return
    if sum(weight for _, weight in spoken) < _CLOSED:
        return
    unknown = sum(len(page.lines[index]) for index, weight in weights if not weight)
    if unknown > page.said:
        return  # a form, a table or a list
    first = _first(page, [index for index, _ in spoken], known)
    second = next((index for index, _ in spoken if index > first), first)
    said = True
    for index in range(first, len(page.lines)):
        said = said and index < second and (index == first or _may_be_said(page, index))
        if index == first or not said:
            yield index


def _is_odd(folded: str) -> bool:
    """Return whether a short line has figures or signs as what is said hardly has."""
    finished = END_MARK.search(folded) is not None
    return len(folded) <= _LONGEST_ODD and not finished and _ODD.search(folded) is not None


def _may_be_said(page: Page, index: int) -> bool:
    """Return whether a line is a short sentence; of paragraphs it is known whose they are."""
    folded = page.lines[index].folded
    finished = END_MARK.search(folded) is not None and not folded.endswith(":")
    return is_of_a_speech(folded) or (finished and not is_prose(folded))


def _words_only(page: Page, spoken: Sequence[int]) -> set[int]:
    """Return the lines of a tail of words alone: many of them, up to the end, hardly another."""
    if len(spoken) < _WORDS or spoken[-1] < len(page.lines) - 1:
        return set()
    if len(page.lines) - spoken[0] > len(spoken) + 1:
        return set()
    return set(spoken)


def _first(page: Page, spoken: list[int], known: set[int]) -> int:
    """Return where the tail begins: its first sure line, or one that likely is, close above."""
    first = min(known)
    proved = len(known) >= _PROVED
    if any(_ANNEX.match(page.lines[one].folded) for one in range(page.last_text + 1, first)):
        return first  # what is attached may sound like anything
    for index in range(first - 1, page.last_text, -1):
        folded = page.lines[index].folded
        if page.is_own_tail(index) or HEADING_MARKER.match(folded) or first - index > _GAP:
            break
        spoken_here = index in spoken and ("," not in folded or page.speaks_of_itself(index))
        if spoken_here or (proved and index == first - 1 and _is_odd(folded)):
            first = index
    return first
