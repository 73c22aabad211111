"""The library as one open file: opened, brought up to date, written in transactions."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Self

from drafting.corpus import speech_table
from drafting.corpus.connection import connect, set_journal
from drafting.corpus.faults import told
from drafting.corpus.indexers import INDEXERS
from drafting.corpus.migrations import MIGRATIONS, apply, file_version, is_library, pending
from drafting.corpus.network import is_on_network
from drafting.errors import LibraryProblem

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator


class Library:
    """An open library; made by :func:`open_library`, closed by ``with`` or ``close``.

    Threads: a library may be used from any thread; its calls wait for each other. Whoever wants
    to read while another thread writes opens the file a second time: readers see the last
    commit and never wait, and writers of all programs wait for each other (ten seconds, then the
    problem ``busy``). ``is_shared`` says that the file lies on a network share, where readers
    and writers wait for each other.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, *, read_only: bool, is_shared: bool
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.is_shared = is_shared
        self._connection = connection
        self._lock = threading.RLock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; a second call does nothing."""
        with self._lock:
            self._connection.close()

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lend the connection for reading.

        Raises:
            LibraryProblem: the file cannot be read.
        """
        with self._lock, told(self.path):
            yield self._connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Lend the connection within a transaction: all that is done inside stays, or nothing.

        Raises:
            LibraryProblem: it cannot be written; nothing has changed.
        """
        with self._lock, told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                # SQLite has rolled back by itself where the disk was full.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def empty_log(self) -> None:
        """Bring the log into the file and cut it to nothing, so that no old page stays there.

        Raises:
            LibraryProblem: ``log-kept`` where another program still reads an older state; the log
                goes when the last program closes the library.
        """
        with self.reading() as connection:
            is_busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if is_busy:
            reason = "中已删去这些内容，但另一个程序正在使用，日志里还有留存"
            raise LibraryProblem(self.path, "log-kept", reason, "关闭那个程序后会自动清除")


def open_library(path: Path | str, *, read_only: bool = False) -> Library:
    """Return the library in a file, made where there is none, brought up to this version.

    With ``read_only`` nothing is written, so that an older file cannot be used.

    Raises:
        LibraryProblem: ``missing``, ``newer-format``, ``wrong-type``, ``damaged``, ``busy``,
            ``read-only`` …
    """
    path = Path(path)
    if read_only and not path.is_file():
        raise LibraryProblem(path, "missing", "还没有建立", "请先添加讲话")
    is_shared = is_on_network(path)
    with told(path):
        connection = connect(path, read_only=read_only)
    library = Library(path, connection, read_only=read_only, is_shared=is_shared)
    try:
        _bring_up_to_date(library)
    except BaseException:
        library.close()
        raise
    return library


def _bring_up_to_date(library: Library) -> None:
    with library.reading() as connection:
        version = file_version(connection)
        if not is_library(connection):
            reason, advice = "不是素材库，是别的程序的文件", "请检查文件名"
            raise LibraryProblem(library.path, "wrong-type", reason, advice)
    if version > len(MIGRATIONS):
        reason = "由较新版本的讲稿建立"
        raise LibraryProblem(library.path, "newer-format", reason, "请升级程序后再打开")
    if not library.read_only:
        with library.reading() as connection:
            set_journal(connection, is_shared=library.is_shared)
    if version == len(MIGRATIONS):
        return
    if library.read_only:
        reason, advice = "由较旧版本的讲稿建立，又不能写入", "请复制到能写入的位置再打开"
        raise LibraryProblem(library.path, "read-only", reason, advice)
    with library.writing() as connection:
        for migration in pending(connection):  # another program may have been faster
            apply(connection, migration)
            fill(connection, migration.fills)


def fill(connection: sqlite3.Connection, names: tuple[str, ...]) -> None:
    """Take all speeches into the indexes named."""
    for indexer in INDEXERS:
        if indexer.name in names:
            for batch in speech_table.iter_batches(connection):
                indexer.added(connection, batch)
