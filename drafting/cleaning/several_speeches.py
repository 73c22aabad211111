"""Step: a file that seems to hold several speeches one behind the other; told, never changed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from drafting.cleaning.lines import Line, filled_lines
from drafting.cleaning.speech_signs import (
    END_MARK,
    HEADING_MARKER,
    SENTENCE_MARK,
    begins_with_salutation,
    ends_like_a_title,
)
from drafting.cleaning.step import NOTHING, Found
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEWEST = 2
# What titles end with, at the end of a line: most texts have one of them, or none. (Begun by the
# line break, so that the search need not stop at other characters.)
_LAST = "话言辞词告课稿语讲职纲要点录文报信）)"
_TITLED = re.compile(f"\n(?<=[{_LAST}]\n)")
_OTHER_ENDS = ("汇报", "祝词", "贺信", "答谢词", "讲话提要")
_LONGEST_TITLE = 80
_LONGEST_LINE = 100  # of a title with the blanks before it
# 李明县长讲话 in a host's script calls somebody up; a title says where or what it is.
_NAMED = re.compile("[在会式礼典的于]|词$|辞$|党课|报告$|述职")
# Between title and salutation: speaker, date, place.
_MOST_BETWEEN, _LONGEST_BETWEEN = 3, 60
_ADDRESS = re.compile("(?:尊敬的|各位|全体)[^。!?;:]{1,40}[:!]$|[^,。:;!?我他她它你]{1,10}们[,:!]$")
_DAY = re.compile(
    "\\(?(?:19|20)\\d\\d年\\d{1,2}月\\d{1,2}日(?:[^,。;:!?]{0,12}|,[^。;:!?]{0,16})\\)?$"
)
# Over which a title is broken: 在全县…, 暨…会议上的讲话.
_BROKEN = 2
_DASHES = "—-─― "
# 坚定信心　接续奋斗 above 为建设…而努力; less is a name, or thanks.
_SHORTEST_BROKEN = 8
# A speech has at least so much text; less is a list of titles, or a programme.
LEAST_TEXT = 120
_LEAST_END = 60  # the last, which may still be written, has at least so much


@lru_cache(maxsize=2)  # the parser asks again what cleaning asked
def find_several_speeches(text: str) -> Found:
    """Return the titles of the speeches as places where there is more than one."""
    ends = [match.start() for match in _TITLED.finditer(text)]
    if sum(_is_short(text, end) for end in ends) < _FEWEST:
        return NOTHING
    lines = filled_lines(text)
    titles: list[Span] = []
    for index, line in enumerate(lines):
        if not (line.text[-1] in _LAST and _is_title(line) and _is_begun(lines, index)):
            continue
        first = _first_line(lines, index)
        is_apart = not titles or lines[first].start - titles[-1].end > LEAST_TEXT
        if is_apart and (first == 0 or _is_finished(lines[first - 1])):
            titles.append(Span(lines[first].start, line.end))
    if titles and len(text) - titles[-1].end < _LEAST_END:
        titles.pop()  # what is handed out with the speech, named below it
    return Found(places=tuple(titles)) if len(titles) >= _FEWEST else NOTHING


def _is_short(text: str, end: int) -> bool:
    """Return whether the line that ends at ``end`` may be no longer than a title."""
    return end <= _LONGEST_LINE or text.find("\n", end - _LONGEST_LINE, end) >= 0


def _is_title(line: Line) -> bool:
    """Return whether a line by itself reads like a title, or like the last line of one."""
    folded = line.folded.lstrip(_DASHES)  # below a title of another kind: ——在…上的讲话
    if len(line) > _LONGEST_TITLE:
        return False
    if not (ends_like_a_title(folded) or folded.endswith(_OTHER_ENDS)):
        return False
    is_bare = SENTENCE_MARK.search(folded) is None and HEADING_MARKER.match(folded) is None
    return is_bare and _NAMED.search(folded) is not None


def _is_begun(lines: Sequence[Line], index: int) -> bool:
    """Return whether a speech begins below a title: hearers are addressed, or a day is named."""
    for line in lines[index + 1 : index + 2 + _MOST_BETWEEN]:
        folded = line.folded
        if begins_with_salutation(folded):
            return True
        if len(line) > _LONGEST_BETWEEN:
            return False
        if _DAY.match(folded) or _ADDRESS.match(folded):
            return True
        is_subtitle = folded.startswith("—")
        if SENTENCE_MARK.search(folded) or (HEADING_MARKER.match(folded) and not is_subtitle):
            return False
    return False


def _first_line(lines: Sequence[Line], index: int) -> int:
    """Return with which line the title begins whose last one has that index."""
    if lines[index].folded[0] in _DASHES and index:
        return _first_above(lines, index - 1)
    for above in range(index - 1, max(index - 1 - _BROKEN, -1), -1):
        folded = lines[above].folded
        if SENTENCE_MARK.search(folded) or ends_like_a_title(folded):
            break
        if folded.startswith("在"):
            return above
    return index


def _first_above(lines: Sequence[Line], index: int) -> int:
    """Return with which line a title begins that stands above where it was said, one or two."""
    above = lines[index - 1] if index else None
    if above is None or above.next < lines[index].first or len(above) < _SHORTEST_BROKEN:
        return index
    folded = above.folded
    ends = SENTENCE_MARK.search(folded) or _DAY.match(folded) or "\u3000" in above.text
    return index if ends else index - 1


def _is_finished(line: Line) -> bool:
    """Return whether what stands above a title ends a speech: a sentence, or a short signature."""
    return END_MARK.search(line.folded) is not None or len(line) <= _LONGEST_BETWEEN
