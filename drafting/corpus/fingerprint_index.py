"""Fingerprints of the library's speeches: the newest as rows, all others in segment files.

A speech's fingerprints are stored as a row within the transaction that stores the speech;
``fingerprint_files`` moves rows into files beside the library. A removed speech that stands in a
file is noted until it is erased there.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from drafting.corpus.segments import DamagedSegment, Segment, SpeechPrints

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from drafting.model.speech import SpeechRecord

NAME = "fingerprints"
TABLES = (
    """
    CREATE TABLE fingerprint_rows (
        speech INTEGER PRIMARY KEY,
        length INTEGER NOT NULL,
        hashes BLOB NOT NULL,
        places BLOB NOT NULL
    ) STRICT
    """,
    # ``bytes`` tells which of the files is how large without opening them.
    """
    CREATE TABLE fingerprint_segments (
        file TEXT PRIMARY KEY,
        speeches INTEGER NOT NULL,
        bytes INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE TABLE fingerprint_removed (speech INTEGER PRIMARY KEY) STRICT",
)
FILE_SUFFIX = ".fp"


class FingerprintIndexer:
    """Keeps the fingerprints in step with the speeches."""

    name = NAME

    def added(self, connection: sqlite3.Connection, records: Sequence[SpeechRecord]) -> None:
        """Store the fingerprints of the speeches."""
        connection.executemany(
            "INSERT OR REPLACE INTO fingerprint_rows VALUES (?, ?, ?, ?)",
            (row_of(prints_of(record.id, record.text)) for record in records),
        )

    def removed(self, connection: sqlite3.Connection, ids: Sequence[int]) -> None:
        """Delete the rows; note speeches that stand in a file, until they are erased there."""
        for speech in ids:
            deleted = connection.execute("DELETE FROM fingerprint_rows WHERE speech = ?", (speech,))
            if not deleted.rowcount:
                connection.execute(
                    "INSERT OR IGNORE INTO fingerprint_removed VALUES (?)", (speech,)
                )


def prints_of(speech: int, text: str) -> SpeechPrints:
    """Return the fingerprints of a text."""
    import numpy as np

    from drafting.mining.fingerprints import fingerprints
    from drafting.mining.normal_form import normal_text

    normal = normal_text(text)
    found = fingerprints(normal.codes)
    places = normal.starts[found.positions].astype(np.uint32)
    return SpeechPrints(speech, len(text), found.hashes, places)


def read_rows(connection: sqlite3.Connection) -> list[SpeechPrints]:
    """Return the fingerprints that stand as rows, in ascending order of ids."""
    import numpy as np

    rows = connection.execute(
        "SELECT speech, length, hashes, places FROM fingerprint_rows ORDER BY speech"
    )
    return [
        SpeechPrints(speech, length, np.frombuffer(hashes, "<u8"), np.frombuffer(places, "<u4"))
        for speech, length, hashes, places in rows
    ]


def read_removed(connection: sqlite3.Connection) -> frozenset[int]:
    """Return the removed speeches that still stand in a file."""
    return frozenset(one for (one,) in connection.execute("SELECT speech FROM fingerprint_removed"))


def open_segments(connection: sqlite3.Connection, library: Path) -> list[Segment]:
    """Return the listed files that are sound, the largest first."""
    names = connection.execute("SELECT file FROM fingerprint_segments ORDER BY bytes DESC, file")
    segments: list[Segment] = []
    for (name,) in names.fetchall():
        with contextlib.suppress(DamagedSegment):
            segments.append(Segment(library.with_name(name)))
    return segments


def missing_speeches(
    connection: sqlite3.Connection, segments: Iterable[Segment], rows: Iterable[SpeechPrints]
) -> list[int]:
    """Return the speeches that stand neither in a row nor in a file, in ascending order."""
    known = {row.speech for row in rows}
    for segment in segments:
        known.update(segment.ids.tolist())
    ids = connection.execute("SELECT id FROM speeches ORDER BY id")
    return [one for (one,) in ids if one not in known]


def iter_made(connection: sqlite3.Connection, ids: Iterable[int]) -> Iterator[SpeechPrints]:
    """Yield the fingerprints of speeches, made from their texts."""
    for speech in ids:
        row = connection.execute("SELECT text FROM texts WHERE id = ?", (speech,)).fetchone()
        if row is not None:
            yield prints_of(speech, row[0])


def row_of(prints: SpeechPrints) -> tuple[int, int, bytes, bytes]:
    """Return the fingerprints of a speech as a row of their table."""
    hashes = prints.hashes.astype("<u8").tobytes()
    return prints.speech, prints.length, hashes, prints.places.astype("<u4").tobytes()
