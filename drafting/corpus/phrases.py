"""The tables of mined phrases, row by row, on the caller's connection."""

from __future__ import annotations

import json
from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

# ``form`` is phrase, clause, frame or name; ``head`` the first characters, by which the phrases of
# one text are found; ``documents`` and ``count`` agree with ``phrase_uses`` at any time.
# phrase_uses keeps all uses of one speech as pairs of numbers. The tables with ``place`` hold the
# best few for a key, the best at place 0; which phrases a prefix lists is settled when all are
# mined, their order by their figures when they are looked up. Ids are never used again, so that a
# number left in the uses of some speech does no harm.
TABLES = (
    """
    CREATE TABLE phrases (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        text TEXT NOT NULL UNIQUE,
        head TEXT NOT NULL,
        form TEXT NOT NULL,
        function TEXT NOT NULL,
        initials TEXT NOT NULL,
        documents INTEGER NOT NULL,
        count INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX phrases_by_head ON phrases (head)",
    "CREATE INDEX phrases_by_initials ON phrases (initials)",
    "CREATE INDEX phrases_by_function ON phrases (function, documents DESC, count DESC)",
    "CREATE TABLE phrase_uses (speech INTEGER PRIMARY KEY, uses BLOB NOT NULL) STRICT",
    """
    CREATE TABLE phrase_prefixes (
        prefix TEXT NOT NULL, place INTEGER NOT NULL, phrase INTEGER NOT NULL,
        PRIMARY KEY (prefix, place)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE phrase_sources (
        phrase INTEGER NOT NULL, place INTEGER NOT NULL, speech INTEGER NOT NULL,
        PRIMARY KEY (phrase, place)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX phrase_sources_by_speech ON phrase_sources (speech)",
    """
    CREATE TABLE phrase_contexts (
        context TEXT NOT NULL, place INTEGER NOT NULL, phrase INTEGER NOT NULL, share REAL NOT NULL,
        PRIMARY KEY (context, place)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX phrase_contexts_by_phrase ON phrase_contexts (phrase)",
    """
    CREATE TABLE phrase_topics (
        term TEXT NOT NULL, place INTEGER NOT NULL, phrase INTEGER NOT NULL, share REAL NOT NULL,
        PRIMARY KEY (term, place)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX phrase_topics_by_phrase ON phrase_topics (phrase)",
    """
    CREATE TABLE phrase_headings (
        speech INTEGER NOT NULL, row INTEGER NOT NULL, place INTEGER NOT NULL,
        level INTEGER NOT NULL, shape TEXT NOT NULL, text TEXT NOT NULL,
        PRIMARY KEY (speech, row, place)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX phrase_headings_by_shape ON phrase_headings (shape)",
    # What still waits to be counted (0), or is kept out for good as spun or garbled (1).
    """
    CREATE TABLE phrase_waiting (
        speech INTEGER PRIMARY KEY, is_unfit INTEGER NOT NULL
    ) STRICT
    """,
    # How many speeches the phrases were mined from, and how many have come or gone since.
    "CREATE TABLE phrase_state (mined INTEGER NOT NULL, changed INTEGER NOT NULL) STRICT",
    "INSERT INTO phrase_state VALUES (0, 0)",
)
# Frames are few among very many phrases.
FRAMES_BY_FORM = ("CREATE INDEX phrases_frames ON phrases (id) WHERE form = 'frame'",)
HEAD = 4
BEST = 10
LONGEST_PREFIX = 6
SOURCES = 3
MIN_DOCUMENTS = 2


def pack_uses(uses: Mapping[int, int]) -> bytes:
    """Return the uses of one speech (phrase id to count) as bytes, little-endian pairs."""
    flat = array("I", [number for pair in sorted(uses.items()) for number in pair])
    return flat.tobytes()


def unpack_uses(stored: bytes) -> dict[int, int]:
    """Return what ``pack_uses`` was given."""
    flat = array("I")
    flat.frombytes(stored)
    return dict(zip(flat[::2], flat[1::2], strict=True))


def read_uses(connection: sqlite3.Connection, speech: int) -> dict[int, int]:
    """Return how often a speech uses which phrase, by id; empty where it was not counted yet."""
    row = connection.execute("SELECT uses FROM phrase_uses WHERE speech = ?", (speech,)).fetchone()
    return {} if row is None else unpack_uses(row[0])


def read_state(connection: sqlite3.Connection) -> tuple[int, int]:
    """Return how many speeches were mined, and how many have come or gone since."""
    mined, changed = connection.execute("SELECT mined, changed FROM phrase_state").fetchone()
    return mined, changed


def write_state(connection: sqlite3.Connection, mined: int, changed: int) -> None:
    """Set both figures."""
    connection.execute("UPDATE phrase_state SET mined = ?, changed = ?", (mined, changed))


def note_change(connection: sqlite3.Connection, speeches: int) -> None:
    """Count speeches that came or went since the phrases were mined."""
    connection.execute("UPDATE phrase_state SET changed = changed + ?", (speeches,))


def waiting(connection: sqlite3.Connection) -> list[int]:
    """Return the ids of the speeches that wait to be counted."""
    rows = connection.execute("SELECT speech FROM phrase_waiting WHERE is_unfit = 0")
    return [speech for (speech,) in rows]


def keep_out(connection: sqlite3.Connection, speeches: Iterable[int]) -> None:
    """Never mine these speeches, nor offer their headings."""
    rows = [(one,) for one in speeches]
    connection.executemany("UPDATE phrase_waiting SET is_unfit = 1 WHERE speech = ?", rows)
    connection.executemany("DELETE FROM phrase_headings WHERE speech = ?", rows)


def unfit(connection: sqlite3.Connection) -> set[int]:
    """Return the ids of the speeches that are kept out."""
    rows = connection.execute("SELECT speech FROM phrase_waiting WHERE is_unfit = 1")
    return {speech for (speech,) in rows}


def find_in(connection: sqlite3.Connection, text: str) -> dict[int, int]:
    """Return how often ``text`` uses each known phrase without slots; time goes by its length."""
    heads = {text[at : at + HEAD] for at in range(len(text) - HEAD + 1)}
    rows = connection.execute(
        "SELECT p.id, p.text FROM json_each(?) h JOIN phrases p ON p.head = h.value"
        " WHERE p.form <> 'frame'",
        (json.dumps([head for head in heads if head.isprintable()]),),
    )
    found = ((phrase, text.count(wording)) for phrase, wording in rows)
    return {phrase: count for phrase, count in found if count}


def read_frames(connection: sqlite3.Connection) -> dict[int, str]:
    """Return the text of every frame by its id."""
    return dict(connection.execute("SELECT id, text FROM phrases WHERE form = 'frame'"))


def add_uses(connection: sqlite3.Connection, speech: int, uses: Mapping[int, int]) -> None:
    """Store what a speech uses and add it to the figures of the phrases."""
    connection.execute(
        "INSERT OR REPLACE INTO phrase_uses VALUES (?, ?)", (speech, pack_uses(uses))
    )
    connection.executemany(
        "UPDATE phrases SET documents = documents + 1, count = count + ? WHERE id = ?",
        [(count, phrase) for phrase, count in uses.items()],
    )


def add_source(connection: sqlite3.Connection, speech: int, used: Iterable[int]) -> None:
    """Put a speech among the latest sources of what it uses, as its date has it."""
    sources: dict[int, set[int]] = {phrase: {speech} for phrase in used}
    for phrase, one in connection.execute(
        "SELECT x.phrase, x.speech FROM json_each(?) j JOIN phrase_sources x ON x.phrase = j.value",
        (json.dumps(list(sources)),),
    ):
        sources[phrase].add(one)
    # In the order of their dates: undated ones last, of one day the one that came last first.
    rows = connection.execute(
        "SELECT s.id FROM json_each(?) j JOIN speeches s ON s.id = j.value"
        " ORDER BY s.date IS NULL, s.date DESC, s.id DESC",
        (json.dumps(list(set().union(*sources.values()))),),
    )
    rank = {one: place for place, (one,) in enumerate(rows)}
    connection.executemany(
        "INSERT OR REPLACE INTO phrase_sources VALUES (?, ?, ?)",
        [
            (phrase, place, one)
            for phrase, several in sources.items()
            for place, one in enumerate(sorted(several, key=rank.__getitem__)[:SOURCES])
        ],
    )


def iter_prefixes(text: str, initials: str) -> Iterator[str]:
    """Yield what a phrase is found by: its first characters and its first letters."""
    for whole in (text, initials):
        for length in range(1, min(len(whole), LONGEST_PREFIX) + 1):
            yield whole[:length]


def renew_prefixes(connection: sqlite3.Connection, prefixes: Iterable[str]) -> None:
    """Rank anew what begins with each prefix."""
    for prefix in set(prefixes):
        column = "initials" if prefix.isascii() else "text"
        rows = connection.execute(
            f"SELECT id FROM phrases WHERE {column} >= ? AND {column} < ? AND form <> 'name'"  # noqa: S608
            " ORDER BY documents DESC, count DESC, text LIMIT ?",
            (prefix, prefix + "\U0010ffff", BEST),
        ).fetchall()
        connection.execute("DELETE FROM phrase_prefixes WHERE prefix = ?", (prefix,))
        connection.executemany(
            "INSERT INTO phrase_prefixes VALUES (?, ?, ?)",
            [(prefix, place, phrase) for place, (phrase,) in enumerate(rows)],
        )
