"""Phrases looked up at the caret: a few reads by key, whatever the size of the library."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from drafting.corpus import phrases
from drafting.corpus.phrases_contexts import LONGEST_CONTEXT, topic_terms
from drafting.lexicons.lexicons import load_lexicons
from drafting.mining.shapes import near_shapes
from drafting.model.phrase import LibraryHeading, LibraryPhrase, Phrase, PhraseKind, Provenance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from drafting.corpus.library import Library

_COLUMNS = "p.id, p.text, p.form = 'name', p.function, p.initials, p.documents, p.count"
_OF_FUNCTION = 16
_FOLLOWING = 24
_ABOUT = 40
_HEADINGS = 60
_TERMS = 24
# Each character more of the context makes it so much surer.
_BY_LENGTH = (0.15, 0.4, 0.7, 0.85, 0.95, 1.0)
_WHOLE = 2.0
_OF_MEETING = re.compile("^在?(?P<meeting>.+?)上?的?(?:讲话|发言|致辞|表态发言|主持词)(?:（.*）)?$")
_NO_KIND = PhraseKind.REQUIREMENT


class CorpusPhrases:
    """The mined phrases of an open library, for one thread at a time."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def matching(self, query: str) -> list[LibraryPhrase]:
        """Return the ten most used phrases that begin with characters or initials."""
        prefix = query[: phrases.LONGEST_PREFIX]
        rows = self._rows(
            f"SELECT {_COLUMNS}, 0 FROM phrase_prefixes b JOIN phrases p ON p.id = b.phrase"  # noqa: S608
            " WHERE b.prefix = ? ORDER BY p.documents DESC, p.count DESC, p.text",
            (prefix,),
        )
        found = [_phrase(row) for row in rows]
        key = "initials" if query.isascii() else "text"
        return [one for one in found if getattr(one.phrase, key).startswith(query)]

    def following(self, before: str) -> list[LibraryPhrase]:
        """Return what follows the last one to six characters, by how often it does."""
        line = before[-LONGEST_CONTEXT:]
        lengths = range(1, len(line) + 1) if before.rpartition("\n")[2] else (1,)
        contexts = {(line or "\n")[-length:]: _BY_LENGTH[length - 1] for length in lengths}
        rows = self._rows(
            f"SELECT {_COLUMNS}, f.weight FROM (SELECT c.phrase, sum(c.share * j.value) AS weight"  # noqa: S608
            " FROM json_each(?) j JOIN phrase_contexts c ON c.context = j.key"
            " GROUP BY c.phrase ORDER BY weight DESC LIMIT ?) f JOIN phrases p ON p.id = f.phrase"
            " ORDER BY f.weight DESC",
            (json.dumps(contexts), _FOLLOWING),
        )
        return [_phrase((*row, min(weight / _WHOLE, 1.0))) for *row, weight in rows]

    def serving(self, functions: Sequence[str]) -> list[LibraryPhrase]:
        """Return the most used clauses and frames of each function."""
        query = (
            f"SELECT {_COLUMNS}, 0 FROM phrases p WHERE p.function = ?"  # noqa: S608
            " AND p.form IN ('clause', 'frame')"
            f" ORDER BY p.documents DESC, p.count DESC LIMIT {_OF_FUNCTION}"
        )
        return [_phrase(row) for one in functions for row in self._rows(query, (one,))]

    def about(self, topic: str) -> dict[int, float]:
        """Return the phrases, by their ids, of the parts whose headings share terms with ``topic``.

        Their weights are at most 1.
        """
        terms = topic_terms(topic)[:_TERMS]
        rows = self._rows(
            "SELECT t.phrase, sum(t.share) AS weight FROM json_each(?) j"
            " JOIN phrase_topics t ON t.term = j.value"
            " GROUP BY t.phrase ORDER BY weight DESC LIMIT ?",
            (json.dumps(terms), _ABOUT),
        )
        return {phrase: min(weight / 2, 1.0) for phrase, weight in rows}

    def headings_like(self, heading: str) -> list[LibraryHeading]:
        """Return the rows of headings that have one of this build, member by member."""
        rows = self._rows(
            "SELECT DISTINCT m.speech, m.row, m.place, m.level, m.text FROM"
            " (SELECT speech, row FROM json_each(?) j JOIN phrase_headings h ON h.shape = j.value"
            " LIMIT ?) s JOIN phrase_headings m USING (speech, row)",
            (json.dumps(near_shapes(heading)), _HEADINGS),
        )
        return [LibraryHeading(*row) for row in rows]

    def provenance(self, ids: Sequence[int]) -> Mapping[int, Provenance]:
        """Return the latest speeches of each phrase."""
        rows = self._rows(
            "SELECT x.phrase, s.title, s.occasion, s.speaker, s.date FROM json_each(?) j"
            " JOIN phrase_sources x ON x.phrase = j.value JOIN speeches s ON s.id = x.speech"
            " ORDER BY x.phrase, s.date IS NULL, s.date DESC, s.id DESC",
            (json.dumps(list(ids)),),
        )
        found: dict[int, list[tuple[str | None, str]]] = {}
        for phrase, title, occasion, speaker, date in rows:
            source = (date, source_line(title, occasion, speaker, date))
            found.setdefault(phrase, []).append(source)
        return {
            phrase: Provenance(sources[0][0], tuple(line for _, line in sources))
            for phrase, sources in found.items()
        }

    def heading_sources(self, speeches: Sequence[int]) -> Mapping[int, Provenance]:
        """Return meeting, speaker and day of each speech."""
        rows = self._rows(
            "SELECT s.id, s.title, s.occasion, s.speaker, s.date FROM json_each(?) j"
            " JOIN speeches s ON s.id = j.value",
            (json.dumps(list(speeches)),),
        )
        return {
            speech: Provenance(date, (source_line(title, occasion, speaker, date),))
            for speech, title, occasion, speaker, date in rows
        }

    def _rows(self, query: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
        with self._library.reading() as connection:
            return connection.execute(query, values).fetchall()


def source_line(title: str, occasion: str | None, speaker: str | None, date: str | None) -> str:
    """Return who used it, at which meeting, when: ``全县安全生产会议 · 王某某 · 2025年3月8日``."""
    named = _OF_MEETING.match(title)
    meeting = occasion or (named["meeting"] if named else title)
    day = ""
    if date:
        year, month, number = date.split("-")
        day = f"{year}年{int(month)}月{int(number)}日"
    return " · ".join(part for part in (meeting, speaker, day) if part)


def list_phrases(library: Library, min_documents: int, limit: int) -> list[Phrase]:
    """Return the library's set phrases, the most widely used first; formal names are none.

    Raises:
        LibraryProblem: the file cannot be read.
    """
    with library.reading() as connection:
        rows = connection.execute(
            f"SELECT {_COLUMNS}, 0 FROM phrases p WHERE p.documents >= ? AND p.form <> 'name'"  # noqa: S608
            " ORDER BY p.documents DESC, p.count DESC, p.text LIMIT ?",
            (min_documents, limit),
        ).fetchall()
    return [_phrase(row).phrase for row in rows]


def _phrase(row: Sequence[Any]) -> LibraryPhrase:
    number, text, is_name, function, initials, documents, count, weight = row
    kind = _kinds().get(function, _NO_KIND)
    phrase = Phrase(text, kind, _groups().get(text, ""), initials, documents, count)
    return LibraryPhrase(number, phrase, function, weight, bool(is_name))


@cache
def _kinds() -> dict[str, PhraseKind]:
    rows = load_lexicons().table("phrases")
    return {row["function"]: PhraseKind(row["kind"]) for row in rows}


@cache
def _groups() -> dict[str, str]:
    """Return the sense group of every shipped phrase that has one."""
    return {row["text"]: row["group"] for row in load_lexicons().table("phrases") if row["group"]}
