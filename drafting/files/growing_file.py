"""A file that is begun whole and then only grows: what is added is never waited for by the disk.

A program that ends, however it ends, leaves all of it to the system, which writes it; what is to
survive a power cut too is flushed in a thread that nobody waits for.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from drafting.files.atomic import flush_descriptor, flush_folder, storage_error, write_all

if TYPE_CHECKING:
    from pathlib import Path


def begin_file(path: Path, data: bytes) -> None:
    """Write a new file at ``path``; it is not flushed to the disk.

    Raises:
        StorageError: it could not be written; nothing stays of it.
    """
    try:
        with path.open("wb", buffering=0) as file:
            write_all(file, data)
    except OSError as error:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        raise storage_error(path, error) from error


def add_to_file(path: Path, data: bytes) -> None:
    """Add ``data`` to the end of a file that is there; it is not flushed to the disk.

    Raises:
        StorageError: it could not be written, and a part of it may stand there; or the file is
            gone.
    """
    try:
        with path.open("r+b", buffering=0) as file:
            file.seek(0, 2)
            write_all(file, data)
    except OSError as error:
        raise storage_error(path, error) from error


def flush_file(path: Path) -> None:
    """Wait until what was written to a file is on the disk, and its name in the folder too.

    Raises:
        StorageError: the disk did not take it, or the file is gone.
    """
    try:
        with path.open("r+b", buffering=0) as file:
            flush_descriptor(file.fileno())
    except OSError as error:
        raise storage_error(path, error) from error
    flush_folder(path.parent)
