"""One SQLite connection set up the way the library needs it."""

from __future__ import annotations

import sqlite3
import time
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from pathlib import Path

BUSY_SECONDS = 10.0
_AGAIN_SECONDS = 0.02
_PRAGMAS = (
    "PRAGMA synchronous = FULL",  # a power cut loses no commit
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # what is removed is overwritten
    "PRAGMA temp_store = MEMORY",  # sorting writes no text to a temporary folder
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cache_size = -32768",
    # The log grows to 16 MB before it is brought into the file: many pages change again by then.
    "PRAGMA wal_autocheckpoint = 4096",
)


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Return a connection in autocommit mode, usable from any thread, one at a time.

    Raises:
        sqlite3.Error: it cannot be opened.
    """
    look = "SELECT 1 FROM sqlite_schema LIMIT 1"
    if not read_only:
        return _open(path, "rwc", look)
    try:
        return _open(path, "ro", look)
    except sqlite3.OperationalError:
        # In a folder that cannot be written the log's index cannot be made. Without a log the
        # file alone is the library.
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size:
            raise
    return _open(path, "ro&immutable=1", look)


def set_journal(connection: sqlite3.Connection, *, is_shared: bool) -> None:
    """Keep changes in a write-ahead log, on a network share in a rollback journal.

    The log does not work on shares (https://www.sqlite.org/wal.html). SQLite refuses the change at
    once where another program makes it or first writes at that moment: it is asked again as long as
    any lock is waited for.

    Raises:
        sqlite3.Error: the file cannot be written.
    """
    statement = f"PRAGMA journal_mode = {'DELETE' if is_shared else 'WAL'}"
    end = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute(statement)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(_AGAIN_SECONDS)
        else:
            return


def _open(path: Path, mode: str, first: str) -> sqlite3.Connection:
    """Return a connection that has carried out the pragmas and one first statement."""
    place = path.absolute().as_posix()
    # file:///C:/… on Windows, file:////server/share/… for a share.
    rooted = place if place.startswith("/") else f"/{place}"
    connection = sqlite3.connect(
        f"file://{quote(rooted)}?mode={mode}",
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        uri=True,
    )
    try:
        for statement in (*_PRAGMAS, first):
            connection.execute(statement).fetchall()
    except BaseException:
        connection.close()
        raise
    return connection
