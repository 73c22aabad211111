"""Members behind a count, believed only where they are as many as announced.

Where they begin stands in places.py, how they are parted in pieces.py, whether they are one row in
one_row.py, how sentences lead in scattered.py.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.parsing.promises.characters import counts_characters
from drafting.parsing.promises.members import split_list
from drafting.parsing.promises.one_row import are_members
from drafting.parsing.promises.pieces import iter_pieces, names
from drafting.parsing.promises.places import NUMBERED, REACH, iter_places
from drafting.parsing.promises.scattered import iter_scattered
from drafting.text.characters import is_han
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.parsing.promises.counts import Counted

_SAID = re.compile("[。！？”\\n]")
_MARKED = re.compile("“[^“”\\n]{1,60}”|《[^《》\\n]{1,60}》")
_MARKED_ROW = re.compile(f"(?:(?:{_MARKED.pattern})[、，和与及]?)+")
# One short sentence between a count and its members.
_REMARK = re.compile("。(?:[^，。；：！？、\\n]{3,14}，)?[^，。；：！？、\\n]{4,16}。")
# 把“两个严禁”挂在嘴上、落到行动上：.
_TO_COLON = re.compile("[^，。；：！？“”\\n]{2,16}：")
_SHORT, _TWO = 16, 2


def iter_behind(text: str, counted: Counted, *, acts: bool) -> Iterator[Sequence[Span]]:
    """Yield the rows behind a count that are as long as announced.

    ``acts``: those counted do something, and what follows may be told of it.
    """
    if counted.quoted and len(counted.noun) >= _TWO:
        yield _begun_with_the_name(text, counted)
    if text.startswith("是", counted.span.end):
        yield _names(text, counted.span.end + 1, counted, ending="")
    for start, naming in iter_places(text, counted):
        if acts and not naming:
            yield _names(text, start, counted, ending=counted.noun[-1:])
            continue
        if counts_characters(counted):
            yield _characters(text, start)
        if text[start - 1] not in "，、":
            # Behind a line without a final mark the lines below are looked at, too.
            yield from iter_scattered(text, start - (text[start - 1] == "\n"), counted)
        if text[start - 1] == "“" or text[start : start + 1] in ("“", "《"):
            yield _in_marks(text, start - (text[start - 1] == "“"))
        yield from _parted(text, start, counted)
    if (counted.count or 0) > _TWO and len(counted.noun) >= _TWO and not acts:
        yield from _behind_a_remark(text, counted)


def _begun_with_the_name(text: str, counted: Counted) -> Sequence[Span]:
    """把“两个严禁”挂在嘴上、落到行动上：严禁…，严禁…。: each begins with what is counted."""
    colon = _TO_COLON.match(text, counted.span.end)
    stop = _SAID.search(text, colon.end(), colon.end() + REACH) if colon else None
    if colon is None or stop is None or not text.startswith(counted.noun, colon.end()):
        return ()
    marks = "；" if "；" in text[colon.end() : stop.start()] else "，"
    row = split_list(text, colon.end(), stop.start(), marks)
    return row if all(text.startswith(counted.noun, one.start) for one in row) else ()


def _behind_a_remark(text: str, counted: Counted) -> Iterator[Sequence[Span]]:
    """四个目标。今天当着大家的面交账。招商目标，…。城建目标，…。: each names what is counted."""
    remark = _REMARK.match(text, counted.span.end)
    if remark and NUMBERED.match(text, remark.start() + 1):
        return
    key = counted.noun.strip("“”")[-_TWO:]
    if remark is None:
        return
    first = text[remark.end() : remark.end() + _SHORT]
    if not any(character in first for character in key):
        return
    for row in iter_scattered(text, remark.end(), counted):
        leads = [text[one.start : one.start + _SHORT] for one in row]
        # 三大变化。…。城市变大了，…。路网变密了，…: one character of it in short leads will do.
        short = [lead.split("，", 1)[0] for lead in leads]
        words = (key, *key) if max(map(len, short)) < _SHORT // _TWO else (key,)
        if any(all(word in lead for lead in (leads if word == key else short)) for word in words):
            yield row


def _in_marks(text: str, start: int) -> Sequence[Span]:
    """三句老话，“…”“…”“…”，如今…: what stands in marks, one behind the other."""
    row = _MARKED_ROW.match(text, start, start + REACH)
    return [Span(*one.span()) for one in _MARKED.finditer(text, start, row.end())] if row else ()


def _parted(text: str, start: int, counted: Counted) -> Iterator[Sequence[Span]]:
    """Yield the pieces from ``start`` on between marks that are a row of the number announced."""
    count = counted.count or 0
    for marks, pieces in iter_pieces(text, start, count):
        if are_members(text, pieces, counted, marks):
            yield pieces[:count]


def _names(text: str, start: int, counted: Counted, *, ending: str) -> Sequence[Span]:
    """两个村被评为文明村，柏杨村和大坪村。 三个点是用地、用能、用工。: short names between 、."""
    pieces = names(text, start, counted.count or 0)
    words = [piece.of(text) for piece in pieces]
    named = all(word.endswith(ending) and len(word) <= _SHORT // _TWO for word in words)
    return pieces if named else ()


def _characters(text: str, start: int) -> Sequence[Span]:
    """八个字：应统尽统、真实准确。 — the characters of the sentence are what is counted."""
    end = _SAID.search(text, start, start + REACH)
    return [
        Span(index, index + 1)
        for index in range(start, end.start() if end else start)
        if is_han(text[index])
    ]
