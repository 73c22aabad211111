"""The tables of speeches, row by row, on the caller's connection."""

from __future__ import annotations

import datetime as dt
import json
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from drafting.corpus.plain_parts import parts_from, parts_to
from drafting.model.particulars import Particulars, SpeechType
from drafting.model.speech import SpeechRecord

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

# Texts lie apart from the particulars, so that lists and filters read small pages only.
# ``folded`` is the text as the full text has it, NULL where the two are equal; ``checksum`` is
# the CRC-32 of the text in UTF-8.
TABLES = (
    """
    CREATE TABLE speeches (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        text_hash TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        date TEXT, speaker TEXT, role TEXT, occasion TEXT, kind TEXT, level TEXT,
        characters INTEGER NOT NULL,
        is_starter INTEGER NOT NULL,
        source_path TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX speeches_by_date ON speeches (date)",
    """
    CREATE TABLE texts (
        id INTEGER PRIMARY KEY REFERENCES speeches (id) ON DELETE CASCADE,
        text TEXT NOT NULL,
        folded TEXT,
        parts TEXT NOT NULL,
        checksum INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE sources (
        path TEXT PRIMARY KEY,
        size INTEGER NOT NULL,
        modified INTEGER NOT NULL,
        speech INTEGER NOT NULL REFERENCES speeches (id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX sources_by_speech ON sources (speech)",
)
_COLUMNS = (
    "s.id, s.text_hash, s.title, s.date, s.speaker, s.role, s.occasion, s.kind, s.level,"
    " s.is_starter, s.source_path, s.characters"
)
_WITH_TEXT = f"SELECT {_COLUMNS}, t.text, t.parts FROM speeches s JOIN texts t USING (id)"  # noqa: S608
_KINDS = {kind.value: kind for kind in SpeechType}
_BATCH = 200


@dataclass(frozen=True, slots=True)
class Source:
    """A file on disk: absolute path, bytes, and time of change in nanoseconds."""

    path: str
    size: int
    modified: int


def insert(
    connection: sqlite3.Connection, record: SpeechRecord, folded: str | None = None
) -> SpeechRecord:
    """Store one speech and return it with its id; its words must be new to the library."""
    values = (
        record.text_hash,
        record.title,
        *_columns_of(record.particulars),
        len(record.text),
        int(record.is_starter),
        record.source_path,
    )
    cursor = connection.execute(
        "INSERT INTO speeches (text_hash, title, date, speaker, role, occasion, kind, level,"
        " characters, is_starter, source_path) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values,
    )
    stored = replace(record, id=cursor.lastrowid or 0, characters=len(record.text))
    parts = json.dumps(parts_to(record.parts), separators=(",", ":"))
    connection.execute(
        "INSERT INTO texts VALUES (?, ?, ?, ?, ?)",
        (stored.id, record.text, folded, parts, _checksum(record.text)),
    )
    return stored


def find_by_hash(connection: sqlite3.Connection, text_hash: str) -> int | None:
    """Return the id of the speech with these words, or None."""
    row = connection.execute("SELECT id FROM speeches WHERE text_hash = ?", (text_hash,)).fetchone()
    return None if row is None else int(row[0])


def get(connection: sqlite3.Connection, speech: int) -> SpeechRecord | None:
    """Return one speech with its text, or None."""
    row = connection.execute(f"{_WITH_TEXT} WHERE s.id = ?", (speech,)).fetchone()
    return None if row is None else _record(row)


def has(connection: sqlite3.Connection, speech: int) -> bool:
    """Return whether there is such a speech."""
    query = "SELECT 1 FROM speeches WHERE id = ?"
    return connection.execute(query, (speech,)).fetchone() is not None


def read_after(connection: sqlite3.Connection, last: int, limit: int) -> list[SpeechRecord]:
    """Return the next speeches with their texts after the id ``last``."""
    query = f"{_WITH_TEXT} WHERE s.id > ? ORDER BY s.id LIMIT ?"
    return [_record(row) for row in connection.execute(query, (last, limit))]


def read_ids(connection: sqlite3.Connection, last: int, limit: int) -> list[int]:
    """Return the next ids after ``last``."""
    query = "SELECT id FROM speeches WHERE id > ? ORDER BY id LIMIT ?"
    return [row[0] for row in connection.execute(query, (last, limit))]


def is_sound(connection: sqlite3.Connection, speech: int) -> bool:
    """Return whether a speech has a text, and the one that was stored."""
    query = "SELECT text, checksum FROM texts WHERE id = ?"
    row = connection.execute(query, (speech,)).fetchone()
    return row is not None and _checksum(row[0]) == row[1]


def iter_batches(
    connection: sqlite3.Connection, size: int = _BATCH
) -> Iterator[list[SpeechRecord]]:
    """Yield all speeches in ascending order of ids, ``size`` at a time."""
    last = 0
    while batch := read_after(connection, last, size):
        yield batch
        last = batch[-1].id


def read_list(connection: sqlite3.Connection) -> list[SpeechRecord]:
    """Return all speeches without texts and parts, the newest first, undated ones last."""
    query = f"SELECT {_COLUMNS} FROM speeches s ORDER BY s.date IS NULL, s.date DESC, s.id DESC"  # noqa: S608
    return [_record(row) for row in connection.execute(query)]


def remember_source(connection: sqlite3.Connection, source: Source, speech: int) -> None:
    """Keep which file a speech came from."""
    values = (source.path, source.size, source.modified, speech)
    connection.execute("INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?)", values)


def find_source(connection: sqlite3.Connection, source: Source) -> int | None:
    """Return the speech that came from a file in this size and time, or None."""
    query = "SELECT speech FROM sources WHERE path = ? AND size = ? AND modified = ?"
    row = connection.execute(query, (source.path, source.size, source.modified)).fetchone()
    return None if row is None else int(row[0])


def delete(connection: sqlite3.Connection, ids: Sequence[int]) -> None:
    """Remove speeches with their texts and sources; the indexes have let go of them before."""
    connection.executemany("DELETE FROM speeches WHERE id = ?", [(one,) for one in ids])


def update(
    connection: sqlite3.Connection, speech: int, title: str, particulars: Particulars
) -> bool:
    """Set a speech's title and particulars; return whether there is such a speech."""
    cursor = connection.execute(
        "UPDATE speeches SET title = ?, date = ?, speaker = ?, role = ?, occasion = ?, kind = ?,"
        " level = ? WHERE id = ?",
        (title, *_columns_of(particulars), speech),
    )
    return cursor.rowcount > 0


def _record(row: tuple[Any, ...]) -> SpeechRecord:
    speech, text_hash, title, date, speaker, role, occasion, kind, level, *others = row
    starter, path, characters, *content = others
    text, parts = content or ("", "{}")
    particulars = Particulars(
        kind=_KINDS.get(kind),
        occasion=occasion,
        level=level,
        date=None if date is None else dt.date.fromisoformat(date),
        speaker=speaker,
        role=role,
    )
    return SpeechRecord(
        title=title,
        text=text,
        text_hash=text_hash,
        id=speech,
        particulars=particulars,
        parts=parts_from(json.loads(parts)),
        source_path=path,
        is_starter=bool(starter),
        characters=characters,
    )


def _checksum(text: str) -> int:
    return zlib.crc32(text.encode("utf-8"))


def _columns_of(about: Particulars) -> tuple[str | None, ...]:
    """Return what stands in date, speaker, role, occasion, kind and level."""
    return (
        None if about.date is None else about.date.isoformat(),
        about.speaker,
        about.role,
        about.occasion,
        None if about.kind is None else about.kind.value,
        about.level,
    )
