"""A damaged library is set aside, and the newest good copy takes its place."""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING

from drafting.corpus.housekeeping import backup_library
from drafting.corpus.library import open_library
from drafting.errors import LibraryProblem, StorageError
from drafting.files.atomic import discard_unfinished

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from drafting.corpus.library import Library

COPY_SUFFIX = ".bak"
_MAGIC = b"SQLite format 3\0"
_BESIDE = ("-wal", "-shm", "-journal")
_COPY_AFTER_SECONDS = 20 * 3600.0


def open_or_rescue(
    path: Path, on_notice: Callable[[str], None], *, is_ours: bool = False
) -> Library:
    """Return the library, opened read-only where it cannot be written.

    A file that SQLite calls damaged is opened a second time; if that fails too it is set aside
    as ``….bad-1`` and the copy beside it is taken, or a new library is begun. ``on_notice`` is
    called with one Chinese sentence about each such thing. A file that shows no sign of ever
    having been a library is left alone, unless the caller knows that it ``is_ours``.

    Raises:
        LibraryProblem: it can be opened in no way; ``wrong-type`` for a file of another kind.
    """
    try:
        library = open_usable(path)
    except LibraryProblem as problem:
        if problem.code != "damaged":
            raise
        library = _open_again(path, on_notice, is_ours=is_ours)
    if library.is_shared and not library.read_only:
        on_notice(f"素材库“{path}”在网络位置上，多台电脑同时使用时会互相等待，建议放到本机硬盘。")
    return library


def is_damaged(path: Path) -> bool:
    """Return whether a library's file cannot be opened for what stands in it."""
    try:
        open_usable(path).close()
    except LibraryProblem as problem:
        return problem.code == "damaged"
    return False


def set_aside(path: Path, on_notice: Callable[[str], None]) -> None:
    """Move a damaged library to ``….bad-1`` and put its copy, if there is one, in its place.

    Raises:
        LibraryProblem: it cannot be moved.
    """
    number = 1
    while (aside := path.with_name(f"{path.name}.bad-{number}")).exists():
        number += 1
    try:
        path.rename(aside)
        for suffix in _BESIDE:
            with contextlib.suppress(FileNotFoundError):
                path.with_name(path.name + suffix).rename(aside.with_name(aside.name + suffix))
    except OSError as error:
        reason = "已损坏，又正被另一个程序占用"
        raise LibraryProblem(path, "damaged", reason, "请关闭那个程序后重试") from error
    copy = copy_of(path)
    if not copy.exists():
        on_notice(f"素材库“{path}”已损坏，也没有备份，已另存为“{aside.name}”，请重新添加讲话。")
        return
    with open_library(copy, read_only=True) as library:
        day = time.strftime("%Y年%m月%d日%H:%M", time.localtime(copy.stat().st_mtime))
        backup_library(library, path)
    on_notice(
        f"素材库“{path}”已损坏，已另存为“{aside.name}”，并取用 {day} 的备份，"
        "此后添加的讲话请再添加一次。"
    )


def copy_of(path: Path) -> Path:
    """Return where the copy of a library lies."""
    return path.with_name(path.name + COPY_SUFFIX)


def keep_copy(library: Library, *, is_forced: bool = False) -> None:
    """Copy the library to ``….bak`` beside it, at most once a day unless ``is_forced``.

    Raises:
        LibraryProblem: the library cannot be read.
        StorageError: the copy could not be written; the older copy is untouched.
    """
    copy = copy_of(library.path)
    if not is_forced and copy.exists():
        age = library.path.stat().st_mtime - copy.stat().st_mtime
        if abs(age) < _COPY_AFTER_SECONDS:
            return
    backup_library(library, copy)


def renew_copy(library: Library) -> None:
    """Copy the library again after something was removed, so that the copy has no trace of it.

    Raises:
        StorageError: it could not; then there is no copy.
    """
    copy = copy_of(library.path)
    has_copy = copy.exists()
    try:
        discard_unfinished(copy)
        copy.unlink(missing_ok=True)
    except OSError as error:
        reason = "备份正被占用，其中还留有已删去的内容"
        raise StorageError(copy, reason, "请关闭占用它的程序后删去这个文件") from error
    if has_copy:
        keep_copy(library, is_forced=True)


def open_usable(path: Path) -> Library:
    """Return the library, opened read-only where it cannot be written; nothing is set aside.

    Raises:
        LibraryProblem: it cannot be opened.
    """
    try:
        return open_library(path)
    except LibraryProblem as problem:
        if problem.code not in ("read-only", "missing") or not path.is_file():
            raise
    return open_library(path, read_only=True)


def _open_again(path: Path, on_notice: Callable[[str], None], *, is_ours: bool) -> Library:
    try:
        return open_usable(path)
    except LibraryProblem as problem:
        if problem.code != "damaged":
            raise
        if not (is_ours or copy_of(path).exists() or _begins_as_library(path)):
            reason = "不是素材库，是别的文件"
            raise LibraryProblem(path, "wrong-type", reason, "请检查文件名") from problem
    set_aside(path, on_notice)
    return open_usable(path)


def _begins_as_library(path: Path) -> bool:
    with contextlib.suppress(OSError), path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC
    return False
