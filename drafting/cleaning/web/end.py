"""Where a speech surely is over: the page begins a list of links, or another document, behind it.

What stands there may sound like anything, a salutation and numbered parts among it, and would be
taken for the rest of the speech.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.cleaning.speech_signs import (
    HEADING_MARKER,
    TITLE_WORD,
    begins_with_salutation,
    closes,
    ends_like_a_title,
)
from drafting.cleaning.web.patterns import is_head_of_links

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from drafting.cleaning.lines import Line

_SHARE_OF_LINKS = 0.3  # of the speech's prose, at most, stands in a list of links …
_SHARE_WHERE_OPEN = 0.1  # … where nothing closes the speech
_SHARE_OF_NEXT = 0.15  # … and in the beginning of another document, …
_LONGEST_NEXT = 300  # … which has so many characters at most
_REACH = 4  # lines above, in which the speech closes
_LONGEST_HEAD = 100
_CUT_OFF = ("...", "…")  # how the beginning of another text ends
_NEXT = re.compile(
    r"(?:【|\[)?(?:第[二三四五六七八九十2-9]{1,3}篇|篇[二三四五六七八九十2-9]{1,3})(?:】|\]|[: ]|$)"
)
_BOOK = re.compile(r"(?:\d{1,2}[.、] ?|[-·•] ?)?《[^《》]{1,30}》[^。!?《]{0,30}")


def end_of_speech(lines: Sequence[Line], inside: Collection[Line]) -> int:
    """Return the first line that is not the speech's any more; ``len(lines)`` where none is sure.

    Looked at are the lines of the tail, the first that tells wins. ``inside`` are those that are
    furniture even in the middle of a speech.
    """
    prose = [len(line) if line.is_prose else 0 for line in lines]
    end, behind, ahead = len(lines), 0, sum(prose)
    for index in range(len(lines) - 1, 0, -1):
        behind, ahead = behind + prose[index], ahead - prose[index]
        if behind > _SHARE_OF_LINKS * ahead:
            break
        if prose[index] or len(lines[index]) > _LONGEST_HEAD:
            continue
        if lines[index] in inside and is_head_of_links(lines[index].folded):
            if heads_books(lines, index):
                continue
            if behind <= _SHARE_WHERE_OPEN * ahead or _is_closed(lines, index):
                end = index
        elif behind <= min(_SHARE_OF_NEXT * ahead, _LONGEST_NEXT) and _begins_another(lines, index):
            end = index
    return end


def heads_books(lines: Sequence[Line], index: int) -> bool:
    """Return whether books follow a line, not links: a speech on reading recommends some."""
    below = lines[index + 1].folded if index + 1 < len(lines) else ""
    return _BOOK.fullmatch(below) is not None and TITLE_WORD.search(below) is None


def _is_closed(lines: Sequence[Line], index: int) -> bool:
    return any(closes(line.folded) for line in lines[max(index - _REACH, 0) : index])


def _begins_another(lines: Sequence[Line], index: int) -> bool:
    """Return whether another document begins, by its title and its first words."""
    folded = lines[index].folded
    if _NEXT.match(folded):
        return True
    if not ends_like_a_title(folded) or HEADING_MARKER.match(folded):
        return False
    rest = lines[index + 1 :]
    begun = any(begins_with_salutation(one.folded) or one.folded.endswith(_CUT_OFF) for one in rest)
    return begun and _is_closed(lines, index)
