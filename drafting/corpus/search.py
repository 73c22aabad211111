"""Full-text search: which speeches, in which order, and the place in each."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Literal

from drafting.corpus.folding import fold
from drafting.corpus.full_text import CHARACTERS, PAIRS, fts_quote, iter_pairs
from drafting.corpus.queries import read_query
from drafting.text.span import Span

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from drafting.corpus.library import Library
    from drafting.corpus.queries import Group, Phrase, Query
    from drafting.model.particulars import SpeechType
    from drafting.model.speech import SpeechRecord

Order = Literal["date", "relevance"]
# Up to so many speeches are sorted by date. A word in more of them is met at once by whoever
# walks through the speeches from the newest on, and reads each.
_SORTED = 3_000
_WALKED = 4_000
# So many of the newest hits are weighed for the order by relevance.
_WEIGHED = 300
_BEFORE, _AFTER = 16, 40
# So many places of each phrase are counted and marked.
_PLACES = 50
_SENTENCE_MARKS = "。！？；\n"


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """What the speeches found must be besides; None for whatever it is."""

    kind: SpeechType | None = None
    year: int | None = None
    speaker: str | None = None

    def lets(self, record: SpeechRecord) -> bool:
        """Return whether a speech is let through."""
        year = None if record.date is None else record.date.year
        return (
            self.kind in (None, record.kind)
            and self.year in (None, year)
            and self.speaker in (None, record.speaker)
        )


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A speech that was found, with its first place.

    ``start`` and ``end`` are positions in the speech's text; ``marks`` are the spans of
    ``snippet`` that were looked for, the first of them that place.
    """

    id: int
    title: str
    date: str | None
    snippet: str
    start: int
    end: int
    marks: tuple[Span, ...] = ()
    count: int = 1


@dataclass(frozen=True, slots=True)
class _Found:
    id: int
    title: str
    date: str | None
    text: str
    folded: str


def search_speeches(
    library: Library,
    written: str,
    *,
    limit: int = 20,
    only: SearchFilter | None = None,
    order: Order = "date",
) -> list[SearchHit]:
    """Return the speeches that hold what is ``written``, at most ``limit``.

    By date the newest come first, undated ones last; by relevance those whose title has it, then
    those that have it most often, among the newest 300.

    Raises:
        LibraryProblem: the library cannot be read.
    """
    query = read_query(written)
    if not query.groups:
        return []
    wanted = limit if order == "date" else max(limit, _WEIGHED)
    with library.reading() as connection:
        found = list(islice(_iter_found(connection, query, only or SearchFilter()), wanted))
    hits = [_hit(one, query) for one in found]
    if order == "relevance":
        pairs = zip(hits, found, strict=True)
        ranked = sorted(pairs, key=lambda pair: _weight(pair[0], pair[1], query), reverse=True)
        hits = [hit for hit, _ in ranked]
    return hits[:limit]


def _iter_found(
    connection: sqlite3.Connection, query: Query, only: SearchFilter
) -> Iterator[_Found]:
    """Yield the speeches that match, the newest first."""
    ids = _candidates(connection, query, _SORTED + 1)
    seen: set[int] = set()
    if len(ids) > _SORTED:
        for row in islice(_iter_rows(connection, only), _WALKED):
            seen.add(row.id)
            if query.matches(row.folded):
                yield row
        ids = _candidates(connection, query, -1)
    for row in _iter_rows(connection, only, ids):
        if row.id not in seen and query.matches(row.folded):
            yield row


def _candidates(connection: sqlite3.Connection, query: Query, limit: int) -> list[int]:
    """Return ids among which all matching speeches are; ``limit`` -1 for all of them."""
    expressions = [_pair_expression(group) for group in query.groups]
    if all(expressions):
        match = " OR ".join(f"({one})" for one in expressions)
        statement = f"SELECT rowid FROM {PAIRS} WHERE {PAIRS} MATCH ? LIMIT ?"  # noqa: S608
        return [row[0] for row in connection.execute(statement, (match, limit))]
    conditions, values = zip(*(_condition(one) for one in query.groups), strict=True)
    statement = f"SELECT id FROM speeches WHERE {' OR '.join(conditions)} LIMIT ?"  # noqa: S608
    bound = [value for some in values for value in some]
    return [row[0] for row in connection.execute(statement, (*bound, limit))]


def _pair_expression(group: Group) -> str:
    """Return the group for the index of pairs alone, empty where it needs the other one too."""
    wanted = [one for one in group.wanted if not one.is_character]
    if not wanted or len(wanted) < len(group.wanted):
        return ""
    parts = [_tokens(one) for one in wanted]
    if not all(parts):
        return ""
    unwanted = [_tokens(one) for one in group.unwanted if one.is_told_by_pairs]
    excluded = f" NOT ({' OR '.join(unwanted)})" if unwanted else ""
    return f"({' AND '.join(parts)}){excluded}"


def _condition(group: Group) -> tuple[str, list[str]]:
    """Return the group as a condition on ids, with the values for its places."""
    conditions: list[str] = []
    values: list[str] = []
    for phrase in group.wanted:
        for table, tokens in ((PAIRS, _tokens(phrase)), (CHARACTERS, _lone_characters(phrase))):
            if tokens:
                conditions.append(_among(table))
                values.append(tokens)
    for phrase in group.unwanted:
        if phrase.is_told_by_pairs or phrase.is_character:
            table = CHARACTERS if phrase.is_character else PAIRS
            conditions.append(f"NOT {_among(table)}")
            values.append(_lone_characters(phrase) or _tokens(phrase))
    return f"({' AND '.join(conditions) or 'TRUE'})", values


def _among(table: str) -> str:
    return f"id IN (SELECT rowid FROM {table} WHERE {table} MATCH ?)"  # noqa: S608


def _tokens(phrase: Phrase) -> str:
    """Return the phrase for the index of pairs; a lone character at an edge is left out."""
    runs = list(phrase.runs)
    while runs and len(runs[0]) == 1:
        del runs[0]
    while runs and len(runs[-1]) == 1:
        del runs[-1]
    return fts_quote(" ".join(iter_pairs(runs))) if runs else ""


def _lone_characters(phrase: Phrase) -> str:
    """Return the lone characters at the phrase's edges for the index of characters."""
    edges = {run for run in (phrase.runs[0], phrase.runs[-1]) if len(run) == 1}
    return " AND ".join(fts_quote(one) for one in sorted(edges))


def _iter_rows(
    connection: sqlite3.Connection, only: SearchFilter, ids: list[int] | None = None
) -> Iterator[_Found]:
    """Yield speeches that pass the filter, the newest first: all of them or those named."""
    conditions = ["TRUE"]
    values: list[str] = []
    if ids is not None:
        conditions.append("s.id IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(ids))
    if only.kind is not None:
        conditions.append("s.kind = ?")
        values.append(only.kind.value)
    if only.speaker is not None:
        conditions.append("s.speaker = ?")
        values.append(only.speaker)
    if only.year is not None:
        conditions.append("s.date >= ? AND s.date < ?")
        values += [f"{only.year:04}", f"{only.year + 1:04}"]
    # Texts are read one by one: what is sorted must be small.
    statement = (
        f"SELECT s.id FROM speeches s WHERE {' AND '.join(conditions)}"  # noqa: S608
        " ORDER BY s.date DESC, s.id DESC"
    )
    content = (
        "SELECT s.id, s.title, s.date, t.text, coalesce(t.folded, t.text)"
        " FROM speeches s JOIN texts t USING (id) WHERE s.id = ?"
    )
    for key in connection.execute(statement, values):
        yield _Found(*connection.execute(content, key).fetchone())


def _hit(found: _Found, query: Query) -> SearchHit:
    """Return the hit with its first place; a query that only excludes has the beginning."""
    places = sorted(
        Span(*match.span())
        for phrase in query.wanted
        for match in islice(phrase.pattern.finditer(found.folded), _PLACES)
    )
    first = places[0] if places else Span(0, 0)
    begin, end = _window(found.text, first)
    marks = tuple(Span(one.start - begin, one.end - begin) for one in places if one.end <= end)
    return SearchHit(
        id=found.id,
        title=found.title,
        date=found.date,
        snippet=found.text[begin:end].replace("\n", " "),
        start=first.start,
        end=first.end,
        marks=marks,
        count=len(places),
    )


def _window(text: str, place: Span) -> tuple[int, int]:
    """Return where a snippet begins and ends: at sentence ends where they are near."""
    begin = max(place.start - _BEFORE, 0)
    mark = max(text.rfind(one, begin, place.start) for one in _SENTENCE_MARKS)
    end = min(place.end + _AFTER, len(text))
    stop = text.find("\n", place.end, end)
    return (mark + 1 if mark >= 0 else begin), (stop if stop >= 0 else end)


def _weight(hit: SearchHit, found: _Found, query: Query) -> tuple[int, int]:
    title = fold(found.title)
    in_title = sum(bool(phrase.pattern.search(title)) for phrase in query.wanted)
    return in_title, hit.count
