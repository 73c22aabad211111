"""The fingerprint files beside the library: made, merged, erased in, swept.

Rows become a file when they are many; files are written whole, listed in the library in one
transaction, and merged so that each is much larger than the next. A file that is missing or cut
short is made again from the texts. A few removed speeches are overwritten where they stand, which
costs their own length; for many, or where a program was killed before it came to that, the file is
made without them.
"""

from __future__ import annotations

import contextlib
import secrets
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.corpus.fingerprint_index import (
    FILE_SUFFIX,
    iter_made,
    missing_speeches,
    open_segments,
    read_removed,
    read_rows,
    row_of,
)
from drafting.corpus.segment_writing import segment_bytes
from drafting.corpus.segments import ERASED_SPEECH, DamagedSegment, Segment, SpeechPrints
from drafting.errors import StorageError
from drafting.files.atomic import atomic_write

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from drafting.corpus.library import Library

# So many speeches as rows are a matter of milliseconds to load; more become a file.
MOST_ROWS = 1000
# A file is merged with the smaller ones when these hold more than this share of it.
_MERGE_SHARE = 1 / 3
# So many removed speeches are erased in place; for more, to make the file anew costs less.
_MOST_ERASED = 500
# A file of which more than this share was erased is made anew.
_WORN_SHARE = 1 / 2
# A file this old that is not listed was left by a program that ended in the midst of it.
_ABANDONED_SECONDS = 600.0


def settle(library: Library, *, at_once: bool = False) -> bool:
    """Bring files and rows in order; return whether anything was to be done.

    Makes lost fingerprints again, takes removed speeches out of the files, moves rows into a file
    when they are many (or ``at_once``) and deletes files that are no longer listed. The file is
    made without holding the library; where another program was faster nothing is changed.

    Raises:
        LibraryProblem: the library cannot be written.
        StorageError: a file cannot be written; what stood there still holds.
    """
    with library.reading() as connection:
        plan = _plan(connection, library.path, at_once=at_once)
    try:
        if plan.is_needed:
            _carry_out(library, plan)
    finally:
        for segment in plan.segments:
            segment.close()
    if plan.is_needed:
        _sweep(library, {one.path.name for one in plan.old} | plan.lost)
    return plan.is_needed


def settle_many(library: Library) -> None:
    """Bring files and rows in order where there are many rows; costs nothing else.

    Where no file can be written the rows stay, which is slower and no loss.

    Raises:
        LibraryProblem: the library cannot be read or written.
    """
    with library.reading() as connection:
        (rows,) = connection.execute("SELECT count(*) FROM fingerprint_rows").fetchone()
    if rows > MOST_ROWS:
        with contextlib.suppress(StorageError):
            settle(library)


def erasable(connection: sqlite3.Connection, ids: Sequence[int]) -> list[SpeechPrints]:
    """Return what :func:`erase` needs of speeches that are about to be removed; they are there."""
    rows = {one for (one,) in connection.execute("SELECT speech FROM fingerprint_rows")}
    filed = [one for one in ids if one not in rows]
    return list(iter_made(connection, filed)) if len(filed) <= _MOST_ERASED else []


def erase(library: Library, gone: Sequence[SpeechPrints]) -> None:
    """Overwrite removed speeches in the files.

    Where a file cannot be written they stay noted, for :func:`settle` to make it anew.

    Raises:
        LibraryProblem: the library cannot be read or written.
    """
    if not gone:
        return
    with library.writing() as connection:
        left: set[int] = set()
        for (name,) in connection.execute("SELECT file FROM fingerprint_segments").fetchall():
            left |= _erased_in(library.path.with_name(name), gone)
        _delete(
            connection,
            "fingerprint_removed",
            "speech",
            [one.speech for one in gone if one.speech not in left],
        )


def _erased_in(path: Path, gone: Sequence[SpeechPrints]) -> set[int]:
    """Erase speeches in one file; return those that could not be."""
    try:
        with Segment(path, is_writable=True) as segment:
            segment.erase(gone)
    except (OSError, DamagedSegment):
        return {one.speech for one in gone}
    return set()


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be done: ``old`` files and ``fresh`` fingerprints become one file.

    ``made`` were lost and become rows again; ``lost`` are listed files that are not sound.
    """

    segments: tuple[Segment, ...]
    old: tuple[Segment, ...]
    fresh: tuple[SpeechPrints, ...]
    made: tuple[SpeechPrints, ...]
    removed: frozenset[int]
    lost: frozenset[str]

    @property
    def is_needed(self) -> bool:
        return bool(self.old or self.fresh or self.made or self.removed or self.lost)


def _plan(connection: sqlite3.Connection, path: Path, *, at_once: bool) -> _Plan:
    segments = open_segments(connection, path)
    rows = read_rows(connection)
    removed = read_removed(connection)
    made = tuple(iter_made(connection, missing_speeches(connection, segments, rows)))
    is_due = len(rows) + len(made) > MOST_ROWS or at_once
    fresh = (*rows, *made) if is_due else ()
    names = {name for (name,) in connection.execute("SELECT file FROM fingerprint_segments")}
    return _Plan(
        tuple(segments),
        tuple(_to_merge(segments, fresh, removed)),
        fresh,
        () if is_due else made,
        removed,
        frozenset(names - {one.path.name for one in segments}),
    )


def _carry_out(library: Library, plan: _Plan) -> None:
    name, size, speeches = f"{library.path.name}.{secrets.token_hex(4)}{FILE_SUFFIX}", 0, 0
    # Before the file is made: what another program erases meanwhile may have been taken into it.
    taken = {one.speech for one in (*plan.fresh, *plan.made)}.union(
        *(segment.ids.tolist() for segment in plan.old)
    )
    if plan.old or plan.fresh:
        data = segment_bytes(plan.old, plan.fresh, plan.removed)
        size, speeches = len(data), _count(plan.old, plan.removed) + len(plan.fresh)
        if speeches:
            atomic_write(library.path.with_name(name), data)
    with library.writing() as connection:
        listed = {one for (one,) in connection.execute("SELECT file FROM fingerprint_segments")}
        if any(one.path.name not in listed for one in plan.old):
            return  # another program has merged them; its next call deletes our file
        gone = plan.lost | {one.path.name for one in plan.old}
        _delete(connection, "fingerprint_segments", "file", gone)
        if speeches:
            values = (name, speeches, size)
            connection.execute("INSERT INTO fingerprint_segments VALUES (?, ?, ?)", values)
        _delete(connection, "fingerprint_rows", "speech", {one.speech for one in plan.fresh})
        _delete(connection, "fingerprint_removed", "speech", plan.removed)
        rows = [row_of(one) for one in plan.made]
        connection.executemany("INSERT OR REPLACE INTO fingerprint_rows VALUES (?, ?, ?, ?)", rows)
        _note_removed(connection, taken - plan.removed - {ERASED_SPEECH})


def _note_removed(connection: sqlite3.Connection, taken: set[int]) -> None:
    """Note which of the speeches in a new file were removed while it was made."""
    known = {one for (one,) in connection.execute("SELECT id FROM speeches")}
    rows = [(one,) for one in taken - known]
    connection.executemany("INSERT OR IGNORE INTO fingerprint_removed VALUES (?)", rows)


def _delete(
    connection: sqlite3.Connection, table: str, column: str, values: Iterable[str | int]
) -> None:
    connection.executemany(
        f"DELETE FROM {table} WHERE {column} = ?",  # noqa: S608 - names of our own
        [(one,) for one in values],
    )


def _to_merge(
    segments: Sequence[Segment], fresh: Sequence[SpeechPrints], removed: frozenset[int]
) -> list[Segment]:
    """Return the files to be written anew, together with ``fresh``."""
    weight = 12 * sum(len(one.hashes) for one in fresh)
    chosen: list[Segment] = []
    for segment in sorted(segments, key=lambda one: one.size):
        ids = segment.ids.tolist()
        is_worn = ids.count(ERASED_SPEECH) > _WORN_SHARE * len(ids)
        if (
            is_worn
            or not removed.isdisjoint(ids)
            or (weight and weight > _MERGE_SHARE * segment.size)
        ):
            chosen.append(segment)
            weight += segment.size
    return chosen


def _count(segments: Sequence[Segment], removed: frozenset[int]) -> int:
    dead = removed | {ERASED_SPEECH}
    return sum(sum(one not in dead for one in segment.ids.tolist()) for segment in segments)


def _sweep(library: Library, names: Iterable[str]) -> None:
    """Delete the files named, and others that nobody lists and nobody can be about to list.

    One that is still in use stays for the next time.
    """
    with library.reading() as connection:
        listed = {one for (one,) in connection.execute("SELECT file FROM fingerprint_segments")}
    for name in set(names) - listed:
        with contextlib.suppress(OSError):
            library.path.with_name(name).unlink(missing_ok=True)
    for path in library.path.parent.glob(f"{library.path.name}.*{FILE_SUFFIX}"):
        with contextlib.suppress(OSError):
            is_old = time.time() - path.stat().st_mtime > _ABANDONED_SECONDS
            if is_old and path.name not in listed:
                path.unlink()
