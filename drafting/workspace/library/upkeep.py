"""The upkeep of a library: what it holds, whether it is sound, its copies."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from drafting.corpus import housekeeping, rescue
from drafting.errors import DraftingError, LibraryProblem
from drafting.workspace.library.opening import ignore_notice, opened_library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from drafting.corpus.housekeeping import LibraryStats
    from drafting.corpus.library import Library
    from drafting.workspace.library.opening import Notify

_UNREADABLE = "文件读不通"


def library_stats(path: Path, *, on_notice: Notify = ignore_notice) -> LibraryStats:
    """Return what a library holds.

    Raises:
        LibraryProblem: the library cannot be read.
    """
    with opened_library(path, on_notice) as library:
        return housekeeping.library_stats(library)


def verify_library(
    path: Path, *, stop: Callable[[], bool] | None = None, on_notice: Notify = ignore_notice
) -> list[str]:
    """Return what is wrong with a library, nothing for a sound one, and mend what can be mended.

    A broken index is made anew. A damaged file is opened and checked a second time, and only then
    set aside; its copy takes its place.

    Raises:
        LibraryProblem: the library cannot be opened.
    """
    is_damaged = path.exists() and rescue.is_damaged(path)
    faults = _faults(path, stop, on_notice)
    if is_damaged:
        # Opening it has set it aside; what was checked just now is its copy, or a new one.
        return [_UNREADABLE, *faults]
    if not faults:
        return []
    with contextlib.suppress(LibraryProblem):
        with opened_library(path) as library:
            housekeeping.rebuild_full_text(library)
        if not _faults(path, stop, ignore_notice):
            on_notice("检索索引已重新建立，讲话没有丢失。")
            return faults
    rescue.set_aside(path, on_notice)
    return faults


def backup_library(
    path: Path,
    target: Path,
    *,
    on_progress: Callable[[float], None] | None = None,
    on_notice: Notify = ignore_notice,
) -> None:
    """Copy a library into a single file, whole or not at all.

    Raises:
        LibraryProblem: the library cannot be read.
        StorageError: the copy could not be written; what stood there is untouched.
    """
    with opened_library(path, on_notice) as library:
        housekeeping.backup_library(library, target, on_progress=on_progress)


def keep_copy(library: Library, on_notice: Notify) -> None:
    """Renew the copy beside the library where that is due; a copy that fails is only told."""
    try:
        rescue.keep_copy(library)
    except DraftingError as problem:
        on_notice(f"素材库没有留下备份：{problem}")


def _faults(path: Path, stop: Callable[[], bool] | None, on_notice: Notify) -> list[str]:
    try:
        with opened_library(path, on_notice) as library:
            return housekeeping.verify_library(library, stop=stop)
    except LibraryProblem as problem:
        if problem.code != "damaged":
            raise
        return [_UNREADABLE]
