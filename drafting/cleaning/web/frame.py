"""Where the page ends above a speech and begins again behind it, told by all lines together.

Every line outside the speech has a weight: what it says and how it looks speaks for the page (more
than zero) or for the speech (less). The tail begins where the weights from there to the end are the
most; a head ends where those up to there are. Lines of which nothing is known weigh nothing: they
go where the page stands around them, and stay beside the speech.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from drafting.cleaning.speech_signs import HEADING_MARKER, closes
from drafting.cleaning.web.forms import (
    head_own_weight,
    is_attached,
    is_label,
    own_weight,
    page_weight,
)
from drafting.cleaning.web.line_kinds import is_of_a_speech, is_own_tail

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from drafting.cleaning.web.page import Page

_KNOWN = 3  # a line that is the page's by its words
_ENOUGH = 4
_ENOUGH_WHERE_SURE = 3  # that the speech is over, or that one of several lines is clear
_ENOUGH_ON_A_PAGE = 2
_PROOF = 2  # known lines prove a page
_ENOUGH_ABOVE = 2  # a title, where one line is clear
_ENOUGH_KNOWN = 4  # where a line is surely the page's and another speaks for it
_GAP = 3  # lines that nothing is known of, at most, between two of the page's
_SAID = 3
_RUN = 4  # labels below each other that make a menu


def tail_start(page: Page, weights: Sequence[int], dropped: Collection[int]) -> int | None:
    """Return the first line of the page behind the speech, none where it is not sure."""
    tail = range(page.last_text + 1, len(page.lines))
    proof = sum(index < page.first_text for index in dropped)
    starts = [_most_from(page, tail, weights, proof)]
    known = [index for index in tail if index in dropped]
    if not known:
        known = [index for index in tail if page.speaks_of_itself(index)]
        known = known if len(known) > 1 else []
    if known and sum(one for one in weights if one > 0) >= _ENOUGH_KNOWN:
        starts.append(known[0])
    sure = [one for one in starts if one is not None]
    return _further_up(page, tail, weights, min(sure)) if sure else None


def _most_from(page: Page, tail: range, weights: Sequence[int], proof: int) -> int | None:
    """Return the line from which the weights are the most; of equal ones the last.

    ``proof`` is how many lines above the speech are the page's.
    """
    sums = list(accumulate(reversed(weights)))
    if not sums:
        return None
    start = tail.stop - 1 - sums.index(max(sums))
    closed = any(closes(page.lines[index].folded) for index in range(max(page.last_text, 0), start))
    page_lines = [one for one in weights[start - tail.start :] if one > 0]
    clear = len(page_lines) > 1 and max(page_lines) > 1
    enough = _ENOUGH_WHERE_SURE if closed or clear else _ENOUGH
    enough = _ENOUGH_ON_A_PAGE if proof >= _PROOF else enough
    return start if max(sums) >= enough else None


def _further_up(page: Page, tail: range, weights: Sequence[int], first: int) -> int:
    """Return where the tail begins when lines close above ``first`` speak for the page, too."""
    if any(is_attached(page.lines[index].folded) for index in range(tail.start, first)):
        return first  # what is attached may sound like anything
    for index in range(first - 1, tail.start - 1, -1):
        if HEADING_MARKER.match(page.lines[index].folded) or first - index > _GAP:
            break
        if weights[index - tail.start] > 0:
            first = index
        elif is_own_tail(page.lines[index].folded):
            break
    return first


def tail_weights(page: Page, dropped: Collection[int]) -> list[int]:
    """Return the weights of the lines behind the speech."""
    first = page.last_text + 1
    attached = False
    spoken = sure = 0
    weights: list[int] = []
    for index in range(first, len(page.lines)):
        attached = attached or (index not in dropped and is_attached(page.lines[index].folded))
        said = _for_page(page, index, dropped, attached=attached)
        # Behind two lines of the page, one of them sure, nothing is said any more.
        silent = (spoken > 1 and sure) or said >= _KNOWN or page.speaks_of_itself(index)
        weights.append(said if silent else said - _for_speech(page, index, said))
        spoken += weights[-1] > 0
        sure += weights[-1] > 1
    if not attached:
        _weigh_runs(page, range(first, len(page.lines)), weights)
    return weights


def _for_page(page: Page, index: int, dropped: Collection[int], *, attached: bool) -> int:
    if index in dropped:
        return _KNOWN
    words = page.weight(index)
    if attached:
        return words if words > 1 else 0
    words = max(words, int(page.speaks_of_itself(index)))
    return max(words, page_weight(page.lines[index].folded, in_tail=True))


def _for_speech(page: Page, index: int, form: int) -> int:
    folded = page.lines[index].folded
    numbered = HEADING_MARKER.match(folded) is not None and not folded.endswith("—")
    return _SAID if numbered or is_of_a_speech(folded) else own_weight(folded, form)


def head_end(page: Page, top: int, dropped: Collection[int]) -> int:
    """Return the line behind the page's head above ``top``, the first one of the title."""
    weights = [_KNOWN if index in dropped else _head_weight(page, index) for index in range(top)]
    _weigh_runs(page, range(top), weights)
    sums = list(accumulate(weights))
    enough = _ENOUGH_ABOVE if max(weights, default=0) > 1 else _ENOUGH
    enough = 1 if len(dropped) >= _PROOF else enough
    if not sums or max(sums) < enough:
        return 0
    return sums.index(max(sums)) + 1


def _head_weight(page: Page, index: int) -> int:
    folded = page.lines[index].folded
    form = page_weight(folded, in_tail=False)
    return max(form, int(page.is_likely(index) or page.matches("site", index))) - head_own_weight(
        folded
    )


def _weigh_runs(page: Page, lines: range, weights: list[int]) -> None:
    """Give labels of which nothing is known a weight where they stand in a menu."""
    run: list[int] = []
    for at, index in enumerate([*lines, None]):
        if index is not None and is_label(page.lines[index].folded) and weights[at] >= 0:
            run.append(at)
            continue
        known = sum(weights[one] > 0 for one in run)
        if len(run) >= _RUN and 2 * known >= len(run):
            for one in run:
                weights[one] = max(weights[one], 1)
        run = []
