"""The mined phrases' side of adding and removing speeches: nothing stays of what was removed."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from drafting.corpus import phrases
from drafting.mining.shapes import are_parallel, shape_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from drafting.model.speech import SpeechRecord

NAME = "phrases"
_NUMERAL = "[一二三四五六七八九十]"
_MARKER = re.compile(
    f"(?:[—-]{{1,2}}|{_NUMERAL}{{1,3}}、|[（(]{_NUMERAL}{{1,3}}[）)]|\\d{{1,2}}[.．、]|第{_NUMERAL}{{1,3}}[，、：]"
    f"|{_NUMERAL}{{1,2}}[要是看]|首先，|其次，|再次，|最后，)"
)
_LONGEST_HEADING = 40


class MinedPhrases:
    """Keeps the phrases in step with the speeches; new speeches wait until they are asked for."""

    name = NAME

    def added(self, connection: sqlite3.Connection, records: Sequence[SpeechRecord]) -> None:
        """Keep the parallel headings of the speeches, and let their phrases wait."""
        connection.executemany(
            "INSERT INTO phrase_waiting VALUES (?, 0)", [(one.id,) for one in records]
        )
        connection.executemany(
            "INSERT INTO phrase_headings VALUES (?, ?, ?, ?, ?, ?)",
            [row for record in records for row in _heading_rows(record)],
        )
        phrases.note_change(connection, len(records))

    def removed(self, connection: sqlite3.Connection, ids: Sequence[int]) -> None:
        """Take the counts back; phrases that fewer than two speeches have go altogether."""
        touched: set[int] = set()
        for speech in ids:
            uses = phrases.read_uses(connection, speech)
            connection.executemany(
                "UPDATE phrases SET documents = documents - 1, count = count - ? WHERE id = ?",
                [(count, phrase) for phrase, count in uses.items()],
            )
            touched.update(uses)
            for table in ("phrase_waiting", "phrase_uses", "phrase_headings", "phrase_sources"):
                connection.execute(f"DELETE FROM {table} WHERE speech = ?", (speech,))  # noqa: S608
        self._forget(connection, touched)
        phrases.note_change(connection, len(ids))

    def _forget(self, connection: sqlite3.Connection, touched: set[int]) -> None:
        """Drop what rests on the removed speeches; mining will find again what others have too."""
        marks = json.dumps(sorted(touched))
        prefixes = _prefixes_that_list(connection, marks)
        for table in ("phrase_contexts", "phrase_topics"):
            connection.execute(
                f"DELETE FROM {table} WHERE phrase IN (SELECT value FROM json_each(?))",  # noqa: S608
                (marks,),
            )
        rare = json.dumps(
            [
                phrase
                for (phrase,) in connection.execute(
                    "SELECT p.id FROM json_each(?) j JOIN phrases p ON p.id = j.value"
                    " WHERE p.documents < ?",
                    (marks, phrases.MIN_DOCUMENTS),
                )
            ]
        )
        connection.execute(
            "DELETE FROM phrase_sources WHERE phrase IN (SELECT value FROM json_each(?))", (rare,)
        )
        connection.execute(
            "DELETE FROM phrases WHERE id IN (SELECT value FROM json_each(?))", (rare,)
        )
        phrases.renew_prefixes(connection, prefixes)


def _prefixes_that_list(connection: sqlite3.Connection, marks: str) -> list[str]:
    """Return the prefixes under which any of the phrases is among the best."""
    rows = connection.execute(
        "SELECT p.text, p.initials FROM json_each(?) j JOIN phrases p ON p.id = j.value", (marks,)
    )
    prefixes = {prefix for row in rows for prefix in phrases.iter_prefixes(*row)}
    listed = connection.execute(
        "SELECT DISTINCT b.prefix FROM json_each(?) j JOIN phrase_prefixes b ON b.prefix = j.value"
        " WHERE b.phrase IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(prefixes)), marks),
    )
    return [prefix for (prefix,) in listed]


def heading_text(raw: str) -> str:
    """Return a heading without its marker and without a final 。."""
    return _MARKER.sub("", raw, count=1).strip().rstrip("。：:") if _MARKER.match(raw) else raw


def _heading_rows(record: SpeechRecord) -> Iterator[tuple[int, int, int, int, str, str]]:
    """Yield the members of every parallel row of headings."""
    for number, (level, row) in enumerate(_sibling_rows(record)):
        if len(row) > 1 and are_parallel(row):
            for place, text in enumerate(row):
                yield record.id, number, place, level, shape_of(text), text


def _sibling_rows(record: SpeechRecord) -> Iterator[tuple[int, list[str]]]:
    """Yield level and texts of the headings that stand side by side under one heading."""
    open_rows: dict[int, list[str]] = {}
    for heading in record.parts.headings:
        text = heading_text(heading.span.of(record.text))
        for level in sorted(level for level in open_rows if level > heading.level):
            yield level, open_rows.pop(level)
        if 2 <= len(text) <= _LONGEST_HEADING:
            open_rows.setdefault(heading.level, []).append(text)
    yield from open_rows.items()
