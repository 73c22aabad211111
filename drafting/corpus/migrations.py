"""The steps that lead from an empty file to the library of this version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.corpus import fingerprint_index, full_text, phrases, speech_table

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class Migration:
    """One step, numbered by its place; ``fills`` names indexers that all speeches go through."""

    name: str
    statements: tuple[str, ...]
    fills: tuple[str, ...] = ()


APPLICATION_ID = 0x4A474C42  # JGLB, in the file's header
# Only ever add at the end: a file remembers how many of these it has seen (user_version).
MIGRATIONS: tuple[Migration, ...] = (
    Migration("speeches", speech_table.TABLES),
    Migration("full text", full_text.TABLES, fills=("full text",)),
    Migration("phrases", phrases.TABLES, fills=("phrases",)),
    Migration("fingerprints", fingerprint_index.TABLES, fills=(fingerprint_index.NAME,)),
    Migration("frames", phrases.FRAMES_BY_FORM),
)


def file_version(connection: sqlite3.Connection) -> int:
    """Return how many migrations a file has seen; 0 for a new one."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def is_library(connection: sqlite3.Connection) -> bool:
    """Return whether a file is one of ours, or new; other programs keep SQLite files too."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application == APPLICATION_ID:
        return True
    is_empty = connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone() is None
    return is_empty and file_version(connection) == 0


def pending(connection: sqlite3.Connection) -> tuple[Migration, ...]:
    """Return what a file still needs."""
    return MIGRATIONS[file_version(connection) :]


def apply(connection: sqlite3.Connection, migration: Migration) -> None:
    """Make one step inside the caller's transaction."""
    for statement in migration.statements:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {MIGRATIONS.index(migration) + 1}")
