"""What the office itself writes, for the speller: counted from the library when that is due."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from drafting.corpus import own_words
from drafting.errors import LibraryProblem, StorageError
from drafting.workspace.library.opening import opened_library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from drafting.spelling.counts import NgramCounts


def refresh_library_words(path: Path, is_wanted: Callable[[], bool] = lambda: True) -> bool:
    """Count what the speeches of a library write, if that is due; return if anything changed.

    A folder that cannot be written is no fault: the speller goes without.

    Raises:
        LibraryProblem: the library cannot be read.
    """
    with opened_library(path) as library, contextlib.suppress(StorageError):
        return own_words.refresh_words(library, is_wanted)
    return False


def library_words(path: Path) -> NgramCounts | None:
    """Return what stands beside a library; None where nothing has been counted yet."""
    return own_words.read_words(path)


def current_library_words(path: Path) -> NgramCounts | None:
    """Return the counts of a library, counted now where that is due; None for one that fails.

    What is wrong with the library is told where it is looked after.
    """
    try:
        if not refresh_library_words(path) and own_words.read_words(path) is None:
            with opened_library(path) as library:  # read-only, or beside it nothing can be written
                return own_words.count_words(library)
    except LibraryProblem:
        return None
    return own_words.read_words(path)


def words_stamp(path: Path) -> tuple[int, int] | None:
    """Return what tells one state of the counts beside a library from another; None without."""
    try:
        found = own_words.words_file(path).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
