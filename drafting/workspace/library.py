"""The use cases of the library of past speeches.

Each function opens the library's file and closes it again, so that it may be called from any
thread; writes of several threads and programs wait for each other. ``on_notice`` is called with
Chinese sentences about the file itself (a network share, a copy taken after damage).
"""

from __future__ import annotations

import contextlib
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from drafting.corpus import housekeeping, own_words, rescue, speeches
from drafting.corpus.folding import fold
from drafting.corpus.queries import read_query
from drafting.corpus.search import search_speeches
from drafting.errors import DraftingError, LibraryProblem, UsageError
from drafting.files.folders import user_data_folder
from drafting.model.particulars import Particulars
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from drafting.corpus.housekeeping import LibraryStats
    from drafting.corpus.library import Library
    from drafting.corpus.search import Order, SearchFilter, SearchHit
    from drafting.model.speech import CorpusChanges, SpeechRecord

    Notify = Callable[[str], None]

LIBRARY_NAME = "素材库.db"
_UNREADABLE = "文件读不通"


def default_library() -> Path:
    """Return where the user's library lies; it need not exist yet."""
    return user_data_folder() / LIBRARY_NAME


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


def list_speeches(path: Path, *, on_notice: Notify = ignore_notice) -> list[SpeechRecord]:
    """Return all speeches without their texts, the newest first.

    Raises:
        LibraryProblem: the library cannot be read.
    """
    with opened_library(path, on_notice) as library:
        return speeches.list_speeches(library)


def show_speech(path: Path, speech: int, *, on_notice: Notify = ignore_notice) -> SpeechRecord:
    """Return one speech with its text.

    Raises:
        LibraryProblem: ``unknown-speech``, or the library cannot be read.
    """
    with opened_library(path, on_notice) as library:
        return speeches.get_speech(library, speech)


def search_library(
    path: Path,
    written: str,
    *,
    limit: int = 20,
    only: SearchFilter | None = None,
    order: Order = "date",
    on_notice: Notify = ignore_notice,
) -> list[SearchHit]:
    """Return the speeches that hold what is ``written``, each with its first place.

    Raises:
        LibraryProblem: the library cannot be read.
    """
    with opened_library(path, on_notice) as library:
        return search_speeches(library, written, limit=limit, only=only, order=order)


def found_places(text: str, written: str) -> tuple[Span, ...]:
    """Return every place in ``text`` that a search for what is ``written`` finds, in order."""
    folded = fold(text)
    places = {
        Span(*match.span())
        for phrase in read_query(written).wanted
        for match in phrase.pattern.finditer(folded)
    }
    return tuple(sorted(places))


def edit_speech(
    path: Path, speech: int, *, title: str | None = None, particulars: Particulars | None = None
) -> CorpusChanges:
    """Set a speech's title and those particulars that are given; the others stay.

    Raises:
        LibraryProblem: ``unknown-speech``, or it could not be written.
    """
    with opened_library(path) as library:
        found = speeches.get_speech(library, speech)
        given = particulars or Particulars()
        values = {one.name: getattr(given, one.name) for one in fields(Particulars)}
        known = {name: value for name, value in values.items() if value is not None}
        about = replace(found.particulars, **known)
        return speeches.update_speech(library, speech, title or found.title, about)


def describe_speech(path: Path, speech: int, title: str, particulars: Particulars) -> CorpusChanges:
    """Set a speech's title and all its particulars: what is None is known no longer.

    Raises:
        LibraryProblem: ``unknown-speech``, or it could not be written.
    """
    with opened_library(path) as library:
        return speeches.update_speech(library, speech, title, particulars)


def remove_speeches(
    path: Path,
    ids: Iterable[int] = (),
    *,
    only: SearchFilter | None = None,
    starters: bool = False,
    on_notice: Notify = ignore_notice,
) -> CorpusChanges:
    """Remove the speeches named, those that a filter lets through, or what the program brought.

    Nothing of them stays in the file, in its log, in its copy or in the counts beside it.

    Raises:
        LibraryProblem: an id is unknown, or it could not be written; nothing was removed.
        StorageError: they are removed, but what lies beside the library could not be renewed.
    """
    with opened_library(path, on_notice) as library:
        wanted = list(ids)
        known = {one.id for one in speeches.list_speeches(library)}
        for speech in wanted:
            if speech not in known:
                speeches.get_speech(library, speech)  # tells that there is none
        if only is not None:
            wanted += [one.id for one in speeches.list_speeches(library) if only.lets(one)]
        if starters:
            wanted += [one.id for one in speeches.list_speeches(library) if one.is_starter]
        try:
            changes = speeches.remove_speeches(library, wanted)
        except LibraryProblem as problem:
            if problem.code == "log-kept":  # they are removed, and nothing beside may keep them
                _forget_beside(library)
            raise
        if changes.removed:
            _forget_beside(library)
        return changes


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


def _forget_beside(library: Library) -> None:
    own_words.forget_words(library.path)
    rescue.renew_copy(library)


def _faults(path: Path, stop: Callable[[], bool] | None, on_notice: Notify) -> list[str]:
    try:
        with opened_library(path, on_notice) as library:
            return housekeeping.verify_library(library, stop=stop)
    except LibraryProblem as problem:
        if problem.code != "damaged":
            raise
        return [_UNREADABLE]


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
