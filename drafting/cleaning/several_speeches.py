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
# What salutations end with, at the end of a line: most texts have one of them, or none. (Begun by
# the line break, so that the search need not stop at other characters.)
_ADDRESSED = re.compile("\n(?<=[们志导宾表友员家业][：:，,！!]\n)")
_LONGEST_SALUTATION, _LONGEST_TITLE = 60, 60
# Between title and salutation: speaker, date, place.
_MOST_BETWEEN = 3
# A speech has at least so much text; less is a list of titles, or a programme.
_LEAST_TEXT = 200


@lru_cache(maxsize=2)  # the parser asks again what cleaning asked
def find_several_speeches(text: str) -> Found:
    """Return the titles of the speeches as places where there is more than one."""
    if len(_ADDRESSED.findall(text)) < _FEWEST:
        return NOTHING
    lines = filled_lines(text)
    titles: list[Line] = []
    for index, line in enumerate(lines):
        if len(line) <= _LONGEST_SALUTATION and begins_with_salutation(line.folded):
            title = _title_above(lines, index)
            is_apart = not titles or line.start - titles[-1].start > _LEAST_TEXT
            if title is not None and is_apart:
                titles.append(title)
    places = tuple(Span(title.start, title.end) for title in titles)
    return Found(places=places) if len(places) >= _FEWEST else NOTHING


def _title_above(lines: Sequence[Line], index: int) -> Line | None:
    """Return the title of the speech whose salutation is line ``index``, None where none is."""
    for above in range(index - 1, max(index - 2 - _MOST_BETWEEN, -1), -1):
        line = lines[above]
        folded = line.folded
        is_long = len(line) > _LONGEST_TITLE
        if is_long or SENTENCE_MARK.search(folded) or HEADING_MARKER.match(folded):
            return None
        if ends_like_a_title(folded):
            return line if above == 0 or _is_finished(lines[above - 1]) else None
    return None


def _is_finished(line: Line) -> bool:
    """Return whether what stands above a title ends a speech: a sentence, or a short signature."""
    return END_MARK.search(line.folded) is not None or len(line) <= _LONGEST_TITLE
