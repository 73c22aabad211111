"""The file of a library: where it lies, and how it is opened for one use.

Each use case opens it and closes it again, so that it may be called from any thread; writes of
several threads and programs wait for each other. ``on_notice`` is called with Chinese sentences
about the file itself (a network share, a copy taken after damage).
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from drafting.corpus import rescue
from drafting.errors import LibraryProblem, UsageError
from drafting.files.folders import user_data_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from drafting.corpus.library import Library

    Notify = Callable[[str], None]

LIBRARY_NAME = "素材库.db"


def default_library() -> Path:
    """Return where the user's library lies; it need not exist yet."""
    return user_data_folder() / LIBRARY_NAME


def chosen_library(wish: str | None) -> Path | None:
    """Return the library that a call names: None for ``none``, the user's own by default."""
    if wish is None:
        return default_library()
    return None if wish == "none" else Path(wish)


def required_library(wish: str | None) -> Path:
    """Return the library that a call names, which must be one.

    Raises:
        UsageError: the call wants no library.
    """
    path = chosen_library(wish)
    if path is None:
        raise UsageError("这个命令要用素材库，请不要写 --library none。")
    return path


def ignore_notice(_sentence: str) -> None:
    """Say nothing."""


@contextlib.contextmanager
def opened_library(path: Path, on_notice: Notify = ignore_notice) -> Iterator[Library]:
    """Open a library; the user's own is made where there is none yet.

    Raises:
        LibraryProblem: it cannot be opened; ``missing`` where another one does not exist.
    """
    if path == default_library():
        make_folder(path)
    elif not path.exists():
        raise LibraryProblem(path, "missing", "不存在", "请检查文件名，或先用它添加讲话")
    with open_chosen(path, on_notice) as library:
        yield library


def open_chosen(path: Path, on_notice: Notify) -> Library:
    """Return a library opened for use; a file of another kind is set aside for the user's own only.

    Nothing is set aside without somebody to be told.

    Raises:
        LibraryProblem: it cannot be opened.
    """
    if on_notice is ignore_notice:
        return rescue.open_usable(path)
    return rescue.open_or_rescue(path, on_notice, is_ours=path == default_library())


def make_folder(path: Path) -> None:
    """Make the folder that a library lies in.

    Raises:
        LibraryProblem: it cannot be made.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = "所在的文件夹无法建立"
        raise LibraryProblem(path, "missing", reason, "请检查磁盘空间和权限") from error
