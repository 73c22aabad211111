"""The kind of rule that finds four-character phrases with characters exchanged or written twice.

Columns: ``phrase``, ``right`` (exchanges of two characters that are wording of their own).
"""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from drafting.checks.kinds.quotations import title_spans, within
from drafting.checks.matching import Matcher
from drafting.lexicons.tsv import split_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.lexicons.tsv import Table
    from drafting.text.span import Span


def iter_torn_phrases(text: str, table: Table) -> Iterator[tuple[Span, str]]:
    """Yield each torn phrase of ``text`` with the phrase; titles in 《》 are left alone."""
    matcher, phrases = _prepared(table)
    titles = title_spans(text)
    for index, span in matcher.iter_matches(text):
        if not within(span, titles):
            yield span, phrases[index]


def torn_words(table: Table) -> Matcher:
    """Return what looks for the torn forms of the phrases of ``table``."""
    return _prepared(table)[0]


@cache
def _prepared(table: Table) -> tuple[Matcher, tuple[str, ...]]:
    phrases = frozenset(table.column("phrase"))
    torn: dict[str, str] = {}
    for row in table:
        right = split_values(row["right"])
        for form in (*_exchanges(row["phrase"]), *_doublings(row["phrase"])):
            if form not in phrases and form not in right:
                torn.setdefault(form, row["phrase"])
    return Matcher(tuple(torn)), tuple(torn.values())


def _exchanges(phrase: str) -> Iterator[str]:
    for first, second in combinations(range(len(phrase)), 2):
        if phrase[first] != phrase[second]:
            characters = list(phrase)
            characters[first], characters[second] = phrase[second], phrase[first]
            yield "".join(characters)


def _doublings(phrase: str) -> Iterator[str]:
    """Yield an inner character twice; the outer ones may belong to the words beside the phrase."""
    for place in range(1, len(phrase) - 1):
        yield phrase[: place + 1] + phrase[place:]
