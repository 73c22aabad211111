"""Full-text search: which speeches, in which order, and the place in each."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Literal

from drafting.corpus.character_pairs import pair_tokens
from drafting.corpus.folding import fold
from drafting.corpus.full_text import CHARACTERS, PAIRS, fts_quote
from drafting.corpus.queries import read_query
from drafting.text.span import Span

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from drafting.corpus.library import Library
    from drafting.corpus.queries import Group, Phrase, Query
    from drafting.model.particulars import SpeechType
    from drafting.model.speech import SpeechRecord

Order = Literal["date", "relevance"]
# Up to so many speeches found are sorted by date; of more, the index of dates is walked from the
# newest on until enough of them have come by. A word in very many speeches is not even looked up:
# whoever reads the newest meets it at once.
_SORTED, _GATHERED, _WALKED = 1_000, 12_000, 4_000
# So many of the newest hits are weighed for the order by relevance.
_WEIGHED = 300
_BEFORE, _AFTER = 16, 40
# So many places of each phrase are counted and marked; so many can stand in one snippet.
_PLACES = 50
_NEAR = 24
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
    """A speech that was found, with the place that shows best what was looked for.

    ``start`` and ``end`` are positions in the speech's text; ``marks`` are the spans of
    ``snippet`` that were looked for, that place among them.
    """

    id: int
    title: str
    date: str | None
    snippet: str
    start: int
    end: int
    marks: tuple[Span, ...] = ()


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
    those that have it most often, among the newest 300 (of words in more than 12,000 speeches:
    among the newest 4,000 speeches of all).

    Raises:
        LibraryProblem: the library cannot be read.
    """
    query = read_query(written)
    if not query.groups:
        return []
    with library.reading() as connection:
        if order == "date":
            found = list(islice(_iter_newest(connection, query, only or SearchFilter()), limit))
        else:
            newest = _iter_weighed(connection, query, only or SearchFilter())
            found = sorted(newest, key=lambda one: _weight(one, query), reverse=True)[:limit]
    return [_hit(one, query) for one in found]


def _iter_newest(
    connection: sqlite3.Connection, query: Query, only: SearchFilter
) -> Iterator[_Found]:
    """Yield the speeches that match, the newest first."""
    ids = _candidates(connection, query, _GATHERED)
    seen: set[int] = set()
    if ids is None:
        for row in islice(_iter_rows(connection, only), _WALKED):
            seen.add(row.id)
            if query.matches(row.folded):
                yield row
        ids = _candidates(connection, query)
    for row in _iter_rows(connection, only, ids):
        if row.id not in seen and query.matches(row.folded):
            yield row


def _iter_weighed(
    connection: sqlite3.Connection, query: Query, only: SearchFilter
) -> Iterator[_Found]:
    """Yield the newest matching speeches that are weighed against each other."""
    ids = _candidates(connection, query, _GATHERED)
    rows = _iter_rows(connection, only, ids)
    if ids is None:
        rows = islice(rows, _WALKED)
    return islice((one for one in rows if query.matches(one.folded)), _WEIGHED)


def _candidates(
    connection: sqlite3.Connection, query: Query, limit: int | None = None
) -> set[int] | None:
    """Return ids among which all matching speeches are, None where they are more than ``limit``.

    Without a limit None means that every speech may be one.
    """
    ids: set[int] = set()
    for group in query.groups:
        of_group = _group_candidates(connection, group, limit)
        if of_group is None:
            return None
        ids.update(of_group)
    return ids


def _group_candidates(
    connection: sqlite3.Connection, group: Group, limit: int | None
) -> list[int] | None:
    for table, expression in (
        (PAIRS, _pair_expression(group)),
        (CHARACTERS, _character_expression(group)),
    ):
        if expression:
            statement = f"SELECT rowid FROM {table} WHERE {table} MATCH ? LIMIT ?"  # noqa: S608
            values = (expression, -1 if limit is None else limit + 1)
            rows = connection.execute(statement, values).fetchall()
            if limit is None or len(rows) <= limit:
                return [row[0] for row in rows]
    return None


def _pair_expression(group: Group) -> str:
    """Return the group for the index of pairs, empty where no phrase has a pair."""
    wanted = [tokens for phrase in group.wanted if (tokens := _tokens(phrase))]
    unwanted = [_tokens(phrase) for phrase in group.unwanted if phrase.is_told_by_pairs]
    if not wanted:
        return ""
    excluded = f" NOT ({' OR '.join(unwanted)})" if unwanted else ""
    return f"({' AND '.join(wanted)}){excluded}"


def _character_expression(group: Group) -> str:
    """Return the lone characters of the group for the other index, empty where it has none."""
    lone = {
        run for phrase in group.wanted for run in (phrase.runs[0], phrase.runs[-1]) if len(run) == 1
    }
    return " AND ".join(fts_quote(one) for one in sorted(lone))


def _tokens(phrase: Phrase) -> str:
    """Return the phrase for the index of pairs; a lone character at an edge is left out."""
    runs = list(phrase.runs)
    while runs and len(runs[0]) == 1:
        del runs[0]
    while runs and len(runs[-1]) == 1:
        del runs[-1]
    return fts_quote(pair_tokens(runs)) if runs else ""


def _iter_rows(
    connection: sqlite3.Connection, only: SearchFilter, ids: set[int] | None = None
) -> Iterator[_Found]:
    """Yield speeches that pass the filter, the newest first: all of them or those named."""
    conditions = ["TRUE"]
    values: list[str] = []
    if ids is not None and len(ids) <= _SORTED:
        conditions.append("s.id IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(list(ids)))
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
        if ids is None or key[0] in ids:
            yield _Found(*connection.execute(content, key).fetchone())


def _hit(found: _Found, query: Query) -> SearchHit:
    """Return the hit with its best place; a query that only excludes has the beginning."""
    named = sorted(
        (Span(*match.span()), number)
        for number, phrase in enumerate(query.wanted)
        for match in islice(phrase.pattern.finditer(found.folded), _PLACES)
    )
    places = [place for place, _number in named]
    first = _best_place(found, named)
    begin, end = _window(found.text, first)
    inside = (one for one in places if begin <= one.start and one.end <= end)
    marks = tuple(one.shifted(-begin) for one in inside)
    return SearchHit(
        id=found.id,
        title=found.title,
        date=found.date,
        snippet=found.text[begin:end].replace("\n", " "),
        start=first.start,
        end=first.end,
        marks=marks,
    )


def _best_place(found: _Found, named: Sequence[tuple[Span, int]]) -> Span:
    """Return the first place around which most of what is looked for stands, in the speech itself.

    A title, which the list shows above the sentence, is the place where nothing else is.
    """
    if not named:
        return Span(0, 0)
    body = found.text.find("\n") + 1
    best, most = named[0][0], 0
    for at, (place, _number) in enumerate(named):
        if place.start < body:
            continue
        _begin, end = _window(found.text, place)
        kinds = {number for one, number in named[at : at + _NEAR] if one.end <= end}
        if len(kinds) > most:
            best, most = place, len(kinds)
    return best


def _window(text: str, place: Span) -> tuple[int, int]:
    """Return where a snippet begins and ends: at sentence ends where they are near."""
    begin = max(place.start - _BEFORE, 0)
    mark = max(text.rfind(one, begin, place.start) for one in _SENTENCE_MARKS)
    end = min(place.end + _AFTER, len(text))
    stop = text.find("\n", place.end, end)
    return (mark + 1 if mark >= 0 else begin), (stop if stop >= 0 else end)


def _weight(found: _Found, query: Query) -> tuple[int, int]:
    title = fold(found.title)
    in_title = sum(bool(phrase.pattern.search(title)) for phrase in query.wanted)
    count = sum(
        1 for phrase in query.wanted for _ in islice(phrase.pattern.finditer(found.folded), _PLACES)
    )
    return in_title, count
