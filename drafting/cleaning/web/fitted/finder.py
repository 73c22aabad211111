"""The lines around a speech that most likely are the page's, by all their signs together.

Nothing of a speech may go for what stands beside it: a title, who speaks and when, whom it
addresses, its numbered parts and what is attached to it stay, and a sentence goes only where its
own words speak for the page.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from drafting.cleaning.repeated_titles import title_key
from drafting.cleaning.speech_signs import (
    CLAUSE_MARK,
    begins_with_salutation,
    closes,
    ends_like_a_title,
)
from drafting.cleaning.web.fitted.chain import likelihoods_of_page, weight_of_pairs
from drafting.cleaning.web.fitted.edges import head_edge, tail_edge
from drafting.cleaning.web.fitted.weights import fitted_weights
from drafting.cleaning.web.forms import is_attached
from drafting.cleaning.web.head import is_own_front, is_post_and_name, title_lines
from drafting.cleaning.web.line_kinds import (
    NUMBERED,
    is_addressed,
    is_day,
    is_occasion,
    is_of_meeting,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.cleaning.web.fitted.edges import Edge
    from drafting.cleaning.web.page import Page

_SENT = re.compile("抄[送报]|[分主]送:|奏乐|鸣炮|礼成|[奏唱]国[歌际]")
_PLACE = re.compile("(?:会议|活动)?地点:.")
_BRACKETS = "[]【】()"
SURE = 0.7  # so likely is a line above a title or below it the page's that goes …
SURE_BEHIND = 0.55  # … and one behind the speech
DOUBTFUL = 0.2  # so likely the page's a line stays, but is told
UNLIKELY = 0.25  # so likely the page's a line stays that only its form and its place speak against
_LONGEST_ROW = 24  # of words between semicolons
_VERSES = 2  # as long as the one before, at least, that are the speech's with the one behind
_ENOUGH = 0.7  # … and so much its words weigh by themselves where it is a sentence or its part


class Ends:
    """Both ends of a speech on its page; none where nothing there may be told.

    ``doubtful`` are the lines found by ``iter_likely`` of which it is not sure whose they are.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self.doubtful: list[int] = []
        self._is_told = page.is_chinese and page.first_text < len(page.lines)

    @cached_property
    def _head(self) -> Edge:
        return head_edge(self._page.lines, self._page.first_text)

    @cached_property
    def _tail(self) -> Edge:
        return tail_edge(self._page.lines, self._page.first_text, self._page.last_text)

    def iter_unlikely(self, dropped: set[int]) -> Iterator[int]:
        """Yield ``dropped`` lines that by their signs are the speech's all the same."""
        if not self._is_told or not dropped:
            return
        titles = title_lines(self._page, dropped)
        below = titles[-1] if titles else self._page.first_text
        doubted = {one for one in dropped if one > below and _may_come_back(self._page, one)}
        for edge in (self._head, self._tail) if doubted else ():
            for index, one in enumerate(likelihoods_of_page(edge, fitted_weights()), edge.first):
                if one < UNLIKELY and index in doubted:
                    yield index

    def iter_likely(self, dropped: set[int]) -> Iterator[int]:
        """Yield the lines that go by their signs; ``dropped`` are those known to be the page's."""
        if not self._is_told:
            return
        page_shows = bool(dropped) or self._page.gone > 0
        if not _is_own_head(self._page, title_lines(self._page, dropped) if page_shows else None):
            yield from self._of_head(dropped)
        if not _is_own_end(self._page):
            yield from self._of_tail(dropped)

    def _of_head(self, dropped: set[int]) -> Iterator[int]:
        titles = title_lines(self._page, dropped)
        keys = {title_key(self._page.lines[index].folded) for index in titles}
        has_place = any(_PLACE.match(one) for one in self._head.lines)
        for index, likely in enumerate(self._weighed(self._head, dropped)):
            folded = self._page.lines[index].folded
            if likely < SURE and index not in dropped and self._page.lines[index].is_prose:
                return  # the speech has begun
            if likely < DOUBTFUL or index in titles or title_key(folded) in keys:
                continue
            if is_occasion(folded):
                continue
            if has_place and is_of_meeting(folded):
                continue  # where one goes to no page tells
            if titles and index > titles[-1] and is_own_front(folded):
                continue
            if likely >= SURE:
                yield index
            else:
                self.doubtful.append(index)

    def _of_tail(self, dropped: set[int]) -> Iterator[int]:
        begun = False
        alike = 0  # lines as long as the one before that stay: verses
        length = -1
        for index, likely in enumerate(self._weighed(self._tail, dropped), start=self._tail.first):
            folded = self._page.lines[index].folded
            if index not in dropped and is_attached(folded):
                return  # what is attached may sound like anything
            begun = begun or index in dropped
            if not begun and index > self._page.last_text and is_day(folded):
                continue  # the speech is signed
            alike = alike + 1 if len(folded) == length else 0
            length = len(folded)
            if index in dropped:
                length = -1
            elif likely >= DOUBTFUL and alike < _VERSES and not _is_signed(folded):
                if likely >= SURE_BEHIND:
                    length = -1
                    yield index
                elif not self._page.turns_pages(index):
                    self.doubtful.append(index)

    def _weighed(self, edge: Edge, dropped: set[int]) -> Iterator[float]:
        """Yield of each line how likely it is the page's, 0 where it is known or may not go."""
        known = [edge.first + at in dropped for at in range(len(edge.lines))]
        for at, likely in enumerate(likelihoods_of_page(edge, fitted_weights(), known)):
            folded = edge.lines[at]
            stays = likely < DOUBTFUL or known[at] or _is_said(folded)
            stays = stays or folded in _BRACKETS or _is_in_brackets(self._page, edge.first + at)
            if stays or not _is_clause(folded) or _speaks_for_page(folded):
                yield 0.0 if stays else likely
            else:
                yield DOUBTFUL if weight_of_pairs(folded, fitted_weights()) >= 0 else 0.0


def _may_come_back(page: Page, index: int) -> bool:
    """Return whether a line outside the text may be one of a speech's own, named by no table."""
    if page.first_text <= index <= page.last_text or index >= page.end or index in page.notes:
        return False
    if page.is_named(index):
        return False
    line = page.lines[index]
    if line.is_prose or is_addressed(line.folded) or line.folded.endswith(":"):
        return False
    return not ends_like_a_title(line.folded) and NUMBERED.match(line.folded) is None


def _is_own_head(page: Page, titles: range | None) -> bool:
    """Return whether a title, and who speaks when, is all that stands above the speech.

    Where a page shows, the title is all in ``titles`` and the rest stands below it.
    """
    above = [line.folded for line in page.lines[: page.first_text]]
    if titles is not None:
        above = above[titles.stop :] if titles.start == 0 else above or [""]
    own = all(is_own_front(one) or (titles is None and ends_like_a_title(one)) for one in above)
    first = page.lines[page.first_text].folded
    return own and (begins_with_salutation(first) or not _speaks_for_page(first))


def _is_own_end(page: Page) -> bool:
    """Return whether the last lines are the speech's: they close it, or are no page's words."""
    if not all(closes(line.folded) for line in page.lines[page.last_text + 1 :]):
        return False
    last = page.lines[-1].folded
    return closes(last) or not _speaks_for_page(last)


def _speaks_for_page(folded: str) -> bool:
    """Return whether a sentence, or a part of one, may go for its own words."""
    return weight_of_pairs(folded, fitted_weights()) >= _ENOUGH


def _is_said(folded: str) -> bool:
    """Return whether a line can only be said, or tells whom it was sent to or what was played."""
    if _SENT.match(folded) is not None:
        return True
    return begins_with_salutation(folded) or NUMBERED.match(folded) is not None


def _is_clause(folded: str) -> bool:
    """Return whether a line is a sentence or a part of one, and no row of words."""
    if len(folded) <= _LONGEST_ROW:
        folded = folded.replace(";", "")
    return CLAUSE_MARK.search(folded) is not None


def _is_signed(folded: str) -> bool:
    """Return whether a line is a post or an office with a name behind it."""
    if is_post_and_name(folded):
        return True
    return " " in folded and folded[0] != "(" and is_own_front(folded)


def _is_in_brackets(page: Page, index: int) -> bool:
    """Return whether a line is the number of a note whose brackets stand on lines of their own."""
    number = page.lines[index].folded.isdigit()
    return number and index > 0 and page.lines[index - 1].folded in _BRACKETS
