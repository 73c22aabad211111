"""The file beside the library that holds how often its speeches write what: for the speller.

It holds counts alone: runs of up to five characters that stand in two speeches and three different
sentences at least. It is made anew when a tenth of the library is new, and deleted with the first
speech that is removed, so that nothing of it stays. A damaged file counts as none.
"""

from __future__ import annotations

import contextlib
import io
import struct
from typing import TYPE_CHECKING

from drafting.corpus.speeches import iter_speeches, list_speeches
from drafting.errors import StorageError
from drafting.files.atomic import atomic_write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from drafting.corpus.library import Library
    from drafting.spelling.counts import NgramCounts

SUFFIX = ".words"
# What the file is, how many speeches the library held when it was made, and the last one's id.
_HEADER = struct.Struct("<8sQQ")
_MAGIC = b"JGWORDS1"
# One in ten is new: the words are counted anew.
_RENEWED_AT = 10
# So many characters of the newest speeches: as much as the program's own counts come from, so that
# neither outweighs the other; some 700 speeches.
MOST_CHARACTERS = 2_000_000


def words_file(library: Path) -> Path:
    """Return where the counts of a library lie."""
    return library.with_name(library.name + SUFFIX)


def is_up_to_date(library: Library) -> bool:
    """Return whether the words have been counted, with nearly all speeches that there are.

    Raises:
        LibraryProblem: the library cannot be read.
    """
    counted, last = _header(words_file(library.path))
    speeches, newest = _state(library)
    if not counted:
        return not speeches
    return newest >= last and (newest - last) * _RENEWED_AT <= counted


def refresh_words(library: Library, is_wanted: Callable[[], bool] = lambda: True) -> bool:
    """Count the words of the library if that is due; return whether anything changed.

    ``is_wanted`` is asked now and then and ends the work without a change.

    Raises:
        LibraryProblem: the library cannot be read.
        StorageError: the file cannot be written.
    """
    if library.read_only or is_up_to_date(library):
        return False
    speeches, newest = _state(library)
    counts = count_words(library, is_wanted)
    if counts is None:
        return False
    header = _HEADER.pack(_MAGIC, speeches, newest)
    atomic_write(words_file(library.path), header + _packed(counts))
    if _state(library)[0] < speeches:  # removed meanwhile, and no trace may stay
        forget_words(library.path)
    return True


def count_words(
    library: Library, is_wanted: Callable[[], bool] = lambda: True
) -> NgramCounts | None:
    """Return the counts of the newest speeches; None where they are not wanted any more.

    What the program brought along is left out: its own counts know it.

    Raises:
        LibraryProblem: the library cannot be read.
    """
    from drafting.spelling.own_counts import count_own

    return count_own(_iter_newest(library), is_wanted)


def read_words(library: Path) -> NgramCounts | None:
    """Return the counts beside a library; None where there are none."""
    import zlib
    from zipfile import BadZipFile

    import numpy as np

    from drafting.spelling.counts import unpack

    try:
        data = words_file(library).read_bytes()
        if not data.startswith(_MAGIC):
            return None
        with np.load(io.BytesIO(data[_HEADER.size :]), allow_pickle=False) as arrays:
            return unpack(dict(arrays))
    except (OSError, EOFError, ValueError, KeyError, BadZipFile, zlib.error):
        return None


def forget_words(library: Path) -> None:
    """Delete the counts beside a library.

    Raises:
        StorageError: they could not be deleted.
    """
    path = words_file(library)
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        reason = "正被占用，其中还留有已删去的讲话的用字统计"
        raise StorageError(path, reason, "请关闭占用它的程序后删去这个文件") from error


def _iter_newest(library: Library) -> Iterator[str]:
    chosen, characters = [], 0
    for record in list_speeches(library):
        if not record.is_starter and characters < MOST_CHARACTERS:
            chosen.append(record.id)
            characters += record.characters
    return (record.text for record in iter_speeches(library, chosen))


def _state(library: Library) -> tuple[int, int]:
    """Return how many speeches there are and the last one's id."""
    with library.reading() as connection:
        query = "SELECT count(*), coalesce(max(id), 0) FROM speeches"
        speeches, newest = connection.execute(query).fetchone()
    return int(speeches), int(newest)


def _header(path: Path) -> tuple[int, int]:
    """Return how many speeches a file stands for and the last one's id; 0 for no sound file."""
    with contextlib.suppress(OSError, struct.error), path.open("rb") as stream:
        magic, speeches, last = _HEADER.unpack(stream.read(_HEADER.size))
        if magic == _MAGIC:
            return int(speeches), int(last)
    return 0, 0


def _packed(counts: NgramCounts) -> bytes:
    import numpy as np

    from drafting.spelling.counts import pack

    stream = io.BytesIO()
    np.savez_compressed(stream, **pack(counts))  # type: ignore[arg-type]  # as keywords
    return stream.getvalue()
