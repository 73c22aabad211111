"""The full text: an index of character pairs, and one of single characters."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from drafting.corpus.character_pairs import tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.speech import SpeechRecord

NAME = "full text"
PAIRS, CHARACTERS = "pairs", "characters"
_OPTIONS = "content = '', columnsize = 0, tokenize = \"ascii tokenchars '.%'\""
# Neither keeps the text again (content = ''); the second knows only which speech has a character.
TABLES = (
    f"CREATE VIRTUAL TABLE {PAIRS} USING fts5 (tokens, {_OPTIONS})",
    # A larger buffer in memory (16 MB) spares half of the merging while many speeches come in.
    f"INSERT INTO {PAIRS} ({PAIRS}, rank) VALUES ('hashsize', 16777216)",  # noqa: S608
    f"CREATE VIRTUAL TABLE {CHARACTERS} USING fts5 (tokens, {_OPTIONS}, detail = none)",
)
_INSERT = tuple(
    f"INSERT INTO {table} (rowid, tokens) VALUES (?, ?)"  # noqa: S608
    for table in (PAIRS, CHARACTERS)
)
_DELETE = tuple(
    f"INSERT INTO {table} ({table}, rowid, tokens) VALUES ('delete', ?, ?)"  # noqa: S608
    for table in (PAIRS, CHARACTERS)
)
_LOOKED_AT = 12


class FullText:
    """Keeps the full text in step with the speeches."""

    name = NAME

    def added(self, connection: sqlite3.Connection, records: Sequence[SpeechRecord]) -> None:
        """Index the speeches."""
        tokens = {record.id: _tokens_of(connection, record.id) for record in records}
        for number, statement in enumerate(_INSERT):
            rows = [(speech, both[number]) for speech, both in tokens.items()]
            connection.executemany(statement, rows)

    def removed(self, connection: sqlite3.Connection, ids: Sequence[int]) -> None:
        """Take the speeches out and rewrite the index, so that nothing of them stays in it."""
        for speech in ids:
            for statement, tokens in zip(_DELETE, _tokens_of(connection, speech), strict=True):
                connection.execute(statement, (speech, tokens))
        for table in (PAIRS, CHARACTERS):
            connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608


def clear(connection: sqlite3.Connection) -> None:
    """Empty the index."""
    for table in (PAIRS, CHARACTERS):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")  # noqa: S608


def structure_faults(connection: sqlite3.Connection) -> list[str]:
    """Return a sentence where FTS5 finds its own structure broken."""
    try:
        for table in (PAIRS, CHARACTERS):
            connection.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")  # noqa: S608
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        return ["检索索引的结构有损坏"]
    return []


def is_indexed(connection: sqlite3.Connection, speech: int) -> bool:
    """Return whether the index has a speech: its first words, its last, and one character."""
    pairs, characters = _tokens_of(connection, speech)
    words = pairs.split()
    ends = (words[:_LOOKED_AT], words[-_LOOKED_AT:])
    wanted = [(PAIRS, " ".join(one)) for one in ends] + [(CHARACTERS, characters[:1])]
    return all(
        connection.execute(
            f"SELECT 1 FROM {table} WHERE {table} MATCH ? AND rowid = ?",  # noqa: S608
            (fts_quote(tokens), speech),
        ).fetchone()
        for table, tokens in wanted
        if tokens
    )


def fts_quote(tokens: str) -> str:
    """Return tokens as one string of an FTS5 expression: a phrase, whatever they hold."""
    return '"' + tokens.replace('"', '""').replace("\0", "") + '"'


def _tokens_of(connection: sqlite3.Connection, speech: int) -> tuple[str, str]:
    """Return the tokens of a speech for the index of pairs and for that of characters."""
    query = "SELECT coalesce(folded, text) FROM texts WHERE id = ?"
    (text,) = connection.execute(query, (speech,)).fetchone()
    return tokens_of(text)
