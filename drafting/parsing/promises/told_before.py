"""Members that are told before their count in other forms than one list.

钱花了没有？活干了没有？人安置了没有？三个问题… · 一个是等，一个是怕，两个问题不解决… · “…”“…”，
这两句话… · 要看得远，走得快，干得实。这就是我的三点要求。 — they are believed in exactly the number
announced.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.parsing.promises.members import list_before, split_list
from drafting.parsing.promises.row_signs import BODY, is_row
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.parsing.promises.counts import Counted

_REACH, _NEAR, _MANY, _KEY = 300, 20, 3, 2
_QUESTION = re.compile("[^。；：！？\\n]+？")
_QUESTIONS = re.compile("(?s:.*)[。；：！\\n]")
# “…”“…”，工地上的这三句话: the marks, then the words up to the count.
_MARKED_ROW = re.compile("(?:“[^“”\\n]{1,60}”[、，]?){2,}[^，。；：！？“”\\n]{0,10}$")
_MARKED = re.compile("“[^“”\\n]{1,60}”")
# 把这两大优势, 这三种精神: between the row and the count.
_LINK = re.compile("，(?:[把将对用]?这?|[^，。；：！？“”\\n]{0,8}这)$")
_SUMS_UP = re.compile("[。，]这[就也都才]?是[^，。；：\\n这]{0,16}的$")
_TO_SENTENCE = re.compile("(?s:.*)[。！？；：\\n]")


def iter_told_before(text: str, counted: Counted) -> Iterator[Sequence[Span]]:
    """Yield the rows that end right before a count."""
    start = counted.span.start
    before = text[start - 1 : start]
    if before == "？" or text[max(0, start - 2) : start] == "？这":
        yield _questions(text, start - (before == "这"))
    near = text[max(0, start - _NEAR) : start]
    if "”" in near and ("这" in near[-1:] or before == "，"):
        yield _in_marks(text, start)
    if before == "这" and "，" in near:
        yield _list_before(text, counted)
    if "，" in near and "一" in text[max(0, start - 2 * _NEAR) : start]:
        yield _named_one_by_one(text, counted)
    if before == "，" and counted.measure == "家":
        yield _bodies(text, counted)
    if near.endswith("的") and "这" in near:
        yield _summed_up(text, counted)


def _questions(text: str, position: int) -> Sequence[Span]:
    """Return the questions right before ``position``, one behind the other."""
    floor = max(0, position - _REACH)
    last = _QUESTIONS.match(text, floor, position)
    return [
        Span(*one.span())
        for one in _QUESTION.finditer(text, last.end() if last else floor, position)
    ]


def _in_marks(text: str, position: int) -> Sequence[Span]:
    row = _MARKED_ROW.search(text, max(0, position - _REACH), position)
    found = _MARKED.finditer(text, row.start(), position) if row else ()
    return [Span(*one.span()) for one in found]


def _list_before(text: str, counted: Counted) -> Sequence[Span]:
    """Return 怎么引、怎么育、怎么用、怎么留 before 我就讲这四个方面."""
    link = _LINK.search(text, max(0, counted.span.start - _NEAR), counted.span.start)
    floor = max(0, counted.span.start - _REACH)
    listing = list_before(text, link.start(), floor) if link else None
    return listing.members if listing is not None and listing.least == counted.count else ()


def _named_one_by_one(text: str, counted: Counted) -> Sequence[Span]:
    """Return 近是一个优势，绿是一个优势 before 把这两大优势: each clause has one of the things."""
    link = _LINK.search(text, max(0, counted.span.start - _NEAR), counted.span.start)
    thing = counted.noun.strip("“”")[:_KEY]
    if link is None or not thing:
        return ()
    row = _clauses(text, link.start())
    measure = "个" if counted.measure == "大" else counted.measure
    words = [one.of(text) for one in row]
    named = all(f"一{measure}{thing}" in word for word in words)
    called = all(word.startswith(f"一{measure}是") for word in words)
    return row if named or called else ()


def _bodies(text: str, counted: Counted) -> Sequence[Span]:
    """Return 住建局管…，市场局管…，公安局管… before 三家各管一段: every clause is a body's own."""
    row = _clauses(text, counted.span.start - 1)
    return row if all(BODY.match(one.of(text)) for one in row) else ()


def _summed_up(text: str, counted: Counted) -> Sequence[Span]:
    """Return the clauses of the sentence before 这就是我对大家的三点要求."""
    start = counted.span.start
    link = _SUMS_UP.search(text, max(0, start - _NEAR), start)
    if link is None:
        return ()
    listing = list_before(text, link.start(), max(0, link.start() - _REACH))
    if listing is not None and listing.least == counted.count:
        return listing.members
    row = _clauses(text, link.start())
    if len(row) < _MANY:
        return ()
    words = [one.of(text) for one in row]
    # 要看得远，走得快，干得实: the first brings its verb along.
    bare = [words[0].removeprefix("要"), *words[1:]]
    return row if is_row(words, counted, "，") or is_row(bare, counted, "，") else ()


def even_before(text: str, counted: Counted) -> Sequence[Span]:
    """Return 六月开挖，九月回填，十月试压 before 三个节点误一个: of one length, with one frame."""
    count, start = counted.count or 0, counted.span.start
    told = text.startswith(("：", "，"), counted.span.end)
    if count < _MANY or text[start - 1 : start] != "，" or told:
        return ()
    row = _clauses(text, start - 1)[-count:]
    words = [one.of(text) for one in row]
    return row if len(row) == count and _have_a_frame(words) else ()


def _have_a_frame(words: Sequence[str]) -> bool:
    even = len({len(word) for word in words}) == 1 and len(words[0]) > _MANY
    return even and any(len(set(column)) == 1 for column in zip(*words, strict=True))


def even_clauses_before(text: str, counted: Counted) -> Sequence[Span]:
    """Return 修好水渠，管好山林，办好学校 before 这四件事, one too few, or none.

    They are all of their paragraph so far, of one length, with one character at one place: what
    they lack cannot stand anywhere else.
    """
    start = counted.span.start
    if text[start - 2 : start] != "，这":
        return ()
    row = _clauses(text, start - 2)
    words = [one.of(text) for one in row]
    if len(row) < _MANY or len(row) + 1 != counted.count or text[row[0].start - 1] != "\n":
        return ()
    return row if _have_a_frame(words) and not any("、" in word for word in words) else ()


def _clauses(text: str, end: int) -> Sequence[Span]:
    """Return the clauses of the sentence that ends at ``end``."""
    floor = max(0, end - _REACH)
    last = _TO_SENTENCE.match(text, floor, end)
    return split_list(text, last.end() if last else floor, end, "，")
