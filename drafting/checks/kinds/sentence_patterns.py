"""The kind of rule that looks for listed patterns, each behind a word that is cheap to find.

Columns: ``prefilter`` (a word without which the pattern cannot match), ``pattern`` (a regular
expression for something within one line), ``message`` (what the user reads) and whatever else the
rule wants of a row.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafting.checks.kinds.anchored import iter_in_lines
from drafting.checks.matching import Matcher
from drafting.errors import ResourceError
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from drafting.lexicons.tsv import Table


@cache
def prefilters(table: Table) -> Matcher:
    """Return what looks for the words without which no pattern of ``table`` can match."""
    return Matcher(tuple(dict.fromkeys(table.column("prefilter"))), has_overlaps=True)


@cache
def _compiled(table: Table) -> tuple[tuple[str, re.Pattern[str], Mapping[str, str]], ...]:
    try:
        return tuple((row["prefilter"], re.compile(row["pattern"]), row) for row in table)
    except re.error as fault:
        raise ResourceError(
            f"词表“{table.name}”中的“{fault.pattern!s}”不是正则式，请改正后再用。"
        ) from fault


def iter_sentence_patterns(text: str, table: Table) -> Iterator[tuple[Span, Mapping[str, str]]]:
    """Yield what the patterns find, each place once, with the row of its pattern."""
    matcher = prefilters(table)
    there: dict[str, list[int]] = {}
    for index, start, _ in matcher.places(text):
        there.setdefault(matcher.words[index], []).append(start)
    if not there:
        return
    taken: set[int] = set()
    for prefilter, pattern, row in _compiled(table):
        for match in iter_in_lines(pattern, text, there.get(prefilter, ())):
            if match.start() not in taken:
                taken.add(match.start())
                yield Span(*match.span()), row
