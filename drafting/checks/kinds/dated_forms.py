"""The kind of rule that knows until when a wording was current, over a word list with dates.

Column ``until``: the last day on which the wording is current (YYYY-MM-DD). Wordings that stand in
a look back are left alone: beside 原, 时任, 曾, or in a sentence with a year in which they held.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING

from drafting.checks.matching import Matcher, leftmost_longest
from drafting.lexicons.tsv import split_values
from drafting.text.sentences import sentence_around
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from drafting.lexicons.tsv import Table

_PAST = re.compile(
    "原(?!则|因|来水|有|料|材|本|创|地|状)|时任|曾|当年|当时|那时|以前|此前|过去|往年|前年|去年|昔日|历史上|回顾|回想|成立于"
    "|改制|更名|撤销|改名|改为|合并|划转|转隶|前身|挂牌|组建|(?<!今年)以来|[前上]一年|上届|[上前]任|同志在|的讲话中"
)
_YEAR = re.compile("(?<![0-9])(?:19|20)[0-9]{2}(?=年)")


@cache
def _prepared(
    table: Table, column: str
) -> tuple[Matcher, tuple[tuple[dt.date, Mapping[str, str]], ...]]:
    words: list[str] = []
    rows: list[tuple[dt.date, Mapping[str, str]]] = []
    for row in table:
        for word in split_values(row[column]):
            words.append(word)
            rows.append((dt.date.fromisoformat(row["until"]), row))
    return Matcher(words, has_overlaps=True), tuple(rows)


def dated_words(table: Table, column: str) -> Matcher:
    """Return what looks for the wordings of ``column``, current or not."""
    return _prepared(table, column)[0]


def iter_stale_forms(
    text: str, table: Table, column: str, date: dt.date
) -> Iterator[tuple[Span, Mapping[str, str]]]:
    """Yield every wording of ``column`` that is no longer current on ``date``, with its row."""
    matcher, rows = _prepared(table, column)
    stale = (place for place in matcher.places(text) if rows[place[0]][0] < date)
    for index, start, end in leftmost_longest(stale):
        yield Span(start, end), rows[index][1]


def looks_back(text: str, span: Span, until: str) -> bool:
    """Return whether the sentence speaks of a time in which the wording was current."""
    sentence = sentence_around(text, span)
    if _PAST.search(text, sentence.start, span.start) or _PAST.search(text, span.end, sentence.end):
        return True
    last = int(until[:4])
    return any(int(year) <= last for year in _YEAR.findall(sentence.of(text)))
