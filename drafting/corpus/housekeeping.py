"""Looking after a library: checking it, copying it, counting what is in it."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.corpus import full_text, speech_table
from drafting.corpus.faults import told
from drafting.errors import StorageError
from drafting.files.atomic import put_in_place, temporary_beside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from drafting.corpus.library import Library

_TARGET_FAULTS = frozenset(
    (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)
)
_PAGES_TOGETHER = 2_000
_CHECKED_TOGETHER = 200
_NAMED = 5


@dataclass(frozen=True, slots=True)
class LibraryStats:
    """What a library holds; ``by_kind`` and ``by_year`` have 未注明 for what is not known."""

    speeches: int
    characters: int
    starters: int
    by_kind: dict[str, int]
    by_year: dict[str, int]
    speakers: int
    first_date: str | None
    last_date: str | None
    file_bytes: int


def verify_library(library: Library, *, stop: Callable[[], bool] | None = None) -> list[str]:
    """Return what is wrong with a library, one Chinese sentence each; nothing for a sound one.

    The file's pages and references, the full text's structure, and for every speech whether its
    text is the one that was stored and is found by its words. Once ``stop`` says True the rest of
    the speeches is left out.

    Raises:
        LibraryProblem: the file cannot be read at all.
    """
    faults: list[str] = []
    with library.reading() as connection:
        pages = [row[0] for row in connection.execute("PRAGMA integrity_check(20)")]
        if pages != ["ok"]:
            faults.append(f"文件结构有 {len(pages)} 处损坏")
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            faults.append("有的内容找不到所属的讲话")
    if not library.read_only:
        with library.writing() as connection:
            faults += full_text.structure_faults(connection)
    return faults or _speech_faults(library, stop or (lambda: False))


def _speech_faults(library: Library, stop: Callable[[], bool]) -> list[str]:
    changed: list[int] = []
    unindexed: list[int] = []
    last = 0
    while not stop():
        with library.reading() as connection:
            batch = speech_table.read_ids(connection, last, _CHECKED_TOGETHER)
            for speech in batch:
                if not speech_table.is_sound(connection, speech):
                    changed.append(speech)
                elif not full_text.is_indexed(connection, speech):
                    unindexed.append(speech)
        if not batch:
            break
        last = batch[-1]
    faults = ((changed, "正文与入库时不符"), (unindexed, "检索索引缺失"))
    return [f"有 {len(ids)} 篇讲话的{what}（{_listed(ids)}）" for ids, what in faults if ids]


def _listed(ids: list[int]) -> str:
    several = "、".join(map(str, ids[:_NAMED]))
    return f"编号 {several}{' 等' if len(ids) > _NAMED else ''}"


def rebuild_full_text(library: Library) -> None:
    """Make the full text anew from the speeches.

    Raises:
        LibraryProblem: it could not be written; nothing has changed.
    """
    with library.writing() as connection:
        full_text.clear(connection)
        for batch in speech_table.iter_batches(connection):
            full_text.FullText().added(connection, batch)


def backup_library(
    library: Library, target: Path, *, on_progress: Callable[[float], None] | None = None
) -> None:
    """Copy a library into a single file, whole or not at all, while others may go on using it.

    ``on_progress`` is called with the part done, 0 to 1.

    Raises:
        LibraryProblem: the library cannot be read.
        StorageError: the copy could not be written; what stood there is untouched.
    """
    if target.exists() and target.samefile(library.path):
        raise StorageError(target, "它就是素材库本身", "请换一个文件名")
    temporary = temporary_beside(target)

    def tell(_status: int, remaining: int, total: int) -> None:
        if on_progress is not None and total:
            on_progress(1 - remaining / total)

    try:
        with _copy_target(temporary, target) as copy, library.reading() as connection:
            try:
                connection.backup(copy, pages=_PAGES_TOGETHER, progress=tell)
            except sqlite3.Error as error:
                if error.sqlite_errorcode & 0xFF not in _TARGET_FAULTS:
                    raise
                raise StorageError(target, "磁盘空间不足或写入出错") from error
        put_in_place(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


@contextlib.contextmanager
def _copy_target(temporary: Path, target: Path) -> Iterator[sqlite3.Connection]:
    """Open the file that is copied into; what goes wrong with it is told under its final name."""
    try:
        copy = sqlite3.connect(temporary, isolation_level=None)
    except sqlite3.Error as error:
        raise StorageError(target, "无法在那里建立文件") from error
    with contextlib.closing(copy):
        yield copy
        # A copy is a single file: no log beside it.
        with told(target):
            copy.execute("PRAGMA journal_mode = DELETE")


def library_stats(library: Library) -> LibraryStats:
    """Return what a library holds.

    Raises:
        LibraryProblem: the file cannot be read.
    """
    with library.reading() as connection:
        speeches, characters, starters, speakers, first, last = connection.execute(
            "SELECT count(*), coalesce(sum(characters), 0), coalesce(sum(is_starter), 0),"
            " count(DISTINCT speaker), min(date), max(date) FROM speeches"
        ).fetchone()
        by_kind = _counts(connection, "kind", "count(*) DESC, 1")
        by_year = _counts(connection, "substr(date, 1, 4)", "1 DESC")
    return LibraryStats(
        speeches=speeches,
        characters=characters,
        starters=starters,
        by_kind=by_kind,
        by_year=by_year,
        speakers=speakers,
        first_date=first,
        last_date=last,
        file_bytes=library.path.stat().st_size,
    )


def _counts(connection: sqlite3.Connection, value: str, order: str) -> dict[str, int]:
    statement = f"SELECT {value}, count(*) FROM speeches GROUP BY 1 ORDER BY {order}"  # noqa: S608
    return {name or "未注明": count for name, count in connection.execute(statement)}
