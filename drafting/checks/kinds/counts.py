"""The kind of rule that counts phrases against a limit of their own.

Columns: ``phrase``, ``allowed`` (in a short text), ``floor`` and ``highest`` (per 10,000
characters; the greater of the two is the limit).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from drafting.checks.kinds.quotations import quoted_spans, title_spans, within
from drafting.checks.matching import Matcher
from drafting.text.characters import count_characters
from drafting.text.sentences import sentence_ends
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from drafting.lexicons.tsv import Table
    from drafting.model.draft import Draft

# Behind a phrase these make it part of a formal name (攻坚克难行动).
_NAME_TAIL = re.compile(
    "(?:专项)?(?:行动|活动|工程|计划|规划|战略|年活动|大会|会议|专班|机制|条例|办法)"
)
# So many headings with the same words are a refrain.
_REFRAIN = 3


class Crowd(NamedTuple):
    """A phrase, the places that count, and how many of them its limit allows."""

    phrase: str
    spans: tuple[Span, ...]
    allowed: int


def count_phrases(draft: Draft, table: Table) -> Iterator[Crowd]:
    """Yield the phrases that stand more often than allowed, in the order of the table."""
    text = draft.text
    exempt = _theme_text(draft)
    headings = sorted(heading.span for heading in draft.headings)
    aside = (headings, quoted_spans(text), title_spans(text))
    length = count_characters(text)
    ends = sentence_ends(text)
    for row, every in _many(text, table):
        limit = max(float(row["floor"]), float(row["highest"]))
        allowed = max(int(row["allowed"]), round(limit * length / 10_000))
        if len(every) <= allowed or row["phrase"] in exempt:
            continue
        spans = _one_a_sentence([one for one in every if _counts(text, one, aside)], ends)
        if len(spans) > allowed:
            yield Crowd(row["phrase"], spans, allowed)


def _many(text: str, table: Table) -> Iterator[tuple[Mapping[str, str], list[Span]]]:
    """Yield the rows whose phrases stand too often even for a short text, with all places."""
    places: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for index, start, end in phrase_words(table).places(text):
        places[index].append((start, end))
    rows = table.by_number
    for index in sorted(places):
        if len(places[index]) > int(rows[index]["allowed"]):
            yield rows[index], [Span(*place) for place in places[index]]


@cache
def phrase_words(table: Table) -> Matcher:
    """Return what looks for the phrases of ``table``."""
    return Matcher(table.column("phrase"))


def _counts(text: str, span: Span, aside: Sequence[Sequence[Span]]) -> bool:
    """Return whether a phrase stands in running text and in no formal name."""
    if any(within(span, spans) for spans in aside):
        return False
    return _NAME_TAIL.match(text, span.end) is None


def _theme_text(draft: Draft) -> str:
    """Return title, main headings and the words that three headings share: what is intended."""
    main = [heading.text for heading in draft.headings if heading.level == 1]
    minor = [heading.text for heading in draft.headings if heading.level > 1]
    shared = "\n".join(minor) if len(minor) >= _REFRAIN else ""
    return "\n".join([draft.title, *main, _refrains(shared)])


def _refrains(text: str) -> str:
    """Return the clauses that stand in at least three lines of ``text``."""
    lines: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(text.split("\n")):
        for clause in re.split("[，、；]", line):
            lines[clause[-4:]].add(number)
            lines[clause].add(number)
    return "\n".join(clause for clause, where in lines.items() if len(where) >= _REFRAIN)


def _one_a_sentence(spans: list[Span], ends: Sequence[int]) -> tuple[Span, ...]:
    """Return the first place in each sentence: more of them there are an intended parallel."""
    kept: dict[int, Span] = {}
    for span in spans:
        kept.setdefault(bisect_right(ends, span.start), span)
    return tuple(kept.values())
