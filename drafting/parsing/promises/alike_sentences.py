"""Sentences right behind a count that begin alike, one more or fewer than announced.

最后我想说四个感谢。感谢县委的信任。感谢同事的支持。感谢家人的理解。 — what begins with the same two
characters, sentence by sentence, is the row; a shorter one only where it ends its paragraph.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.parsing.promises.counts import BARE_MEASURES
from drafting.parsing.promises.short_rows import NEAR_REST, further_of
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.parsing.promises.counts import Counted

_KEY, _FEWEST, _LONGEST = 2, 3, 12
# 四个感谢。, 五条军规，请大家拿笔记下来。.
_PLACE = re.compile("”?[^，。；：！？、“”\\n]{0,10}(?:，[^，。；：！？、“”\\n]{2,14})?。")
_SENTENCE = re.compile("[^。！？\\n]+[。！？]")
# Told in so many words, not in so many sentences.
_SAID = re.compile("[话字句词]$")


def sentences_of_another_number(text: str, counted: Counted) -> Sequence[Span]:
    """Return the sentences behind a count that begin alike, one more or fewer, or none."""
    place = _PLACE.match(text, counted.span.end)
    said = _SAID.search(counted.noun or counted.measure)
    if place is None or said or counted.measure in BARE_MEASURES:
        return ()
    start = place.end()
    lead = text[start : start + _KEY]
    if text.count("。" + lead, start, start + NEAR_REST) < _FEWEST - 1:
        return ()
    row: list[Span] = []
    while text.startswith(lead, start) and len(row) <= _LONGEST:
        sentence = _SENTENCE.match(text, start)
        if sentence is None:
            return ()
        row.append(Span(*sentence.span()))
        start = sentence.end()
    if len(row) < _FEWEST or abs(len(row) - (counted.count or 0)) != 1:
        return ()
    return () if _may_go_on(text, row, lead, counted) else row


def _may_go_on(text: str, row: Sequence[Span], lead: str, counted: Counted) -> bool:
    """Return whether one more may stand behind the row, in its paragraph or the next one."""
    last = row[-1].end
    line_end = text.find("\n", last)
    line_end = line_end if line_end >= 0 else len(text)
    rest = text[last : min(line_end, last + NEAR_REST)]
    if len(row) < (counted.count or 0) and rest.strip():
        return True
    below = text[line_end : line_end + _LONGEST].lstrip("\n\u3000 ")
    again = below.startswith(lead) or lead in rest
    return again or further_of(counted.measure or "个").search(rest + below) is not None
