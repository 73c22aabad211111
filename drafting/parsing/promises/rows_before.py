"""Rows before a name in marks, with one member more or fewer than it counts, each with its word.

做到心中有数、手中有招、脚下有路，努力做“四有”干部。 — one clause holds the row, and nothing before
it or behind the name has the word, too.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from drafting.parsing.promises.looking_back import sentence_start
from drafting.parsing.promises.members import AND, split_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.parsing.promises.counts import Counted
    from drafting.text.span import Span

_KEY, _NEAR, _FEWEST = 2, 14, 2
_BETWEEN = re.compile("，[^，。；：！？、“”（）\\n]{0,12}$")
_OPEN = re.compile("等|…|[一二三四五六七八九十两0-9“（]")
_SENTENCE = re.compile("[。！？\\n]|$")


def row_before_the_name(text: str, counted: Counted) -> Sequence[Span]:
    """Return the members before “四有” that have its word, one more or fewer, or none."""
    start, key = counted.span.start, counted.noun[-_KEY:]
    pause = _BETWEEN.search(text, max(0, start - _NEAR), start) if counted.quoted and key else None
    if pause is None:
        return ()
    floor, end = sentence_start(text, start), pause.start()
    clause = max(floor, text.rfind("，", floor, end) + 1)
    row = split_list(text, clause, end, "、")
    if len(row) < _FEWEST:
        every = split_list(text, floor, end, "，")
        row = list(takewhile(lambda one: key in one.of(text), reversed(every)))[::-1]
    words = [one.of(text) for one in row]
    if len(row) < _FEWEST or abs(len(row) - (counted.count or 0)) != 1:
        return ()
    named = all(word.count(key) == 1 for word in words)
    if not named or any(_OPEN.search(word) or AND.search(word) for word in words):
        return ()
    stop = _SENTENCE.search(text, counted.span.end)
    rest = text[floor : row[0].start] + text[counted.span.end : stop.start() if stop else None]
    return () if key in rest else row
