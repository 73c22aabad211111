"""Who else has a draft's file open, on this computer or another, and whether the file changed."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.errors import StorageError
from drafting.files.hashes import bytes_hash
from drafting.files.open_mark import OpenMark, mark_age, read_mark, remove_mark, write_mark
from drafting.workspace.drafts.saving import file_hash

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# Seconds between two looks of whoever has a draft open; a mark that stands still for longer than
# two of them was left by a crash, and so was one that is older than any clock goes wrong.
LOOK_SECONDS = 20.0
_STILL_SECONDS = 2.5 * LOOK_SECONDS
_OLD_SECONDS = 3600.0


@dataclass(frozen=True, slots=True)
class Sighting:
    """``other`` has the file open too (empty: nobody); ``hash`` is that of what stands in it.

    It is empty where the file is gone, None where it is as at the last look or cannot be seen.
    """

    other: str
    hash: str | None


class FileWatch:
    """Looks at one draft's file, time and again; in one thread at a time."""

    def __init__(
        self,
        path: Path,
        data_folder: Path,
        *,
        leaves_mark: Callable[[], bool] = lambda: True,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._path = path
        self._home = _home(data_folder)
        self._leaves_mark = leaves_mark
        self._clock = clock
        self._beat = 0
        self._foreign: OpenMark | None = None
        self._moved = 0.0
        self._stamp: tuple[int, int] | None = None

    def look(self) -> Sighting:
        """Return what is to be seen of the file; leave our own mark where nobody else has it."""
        other = self._other()
        if not other and self._leaves_mark():
            self._beat += 1
            with contextlib.suppress(StorageError):  # a folder that can only be read
                write_mark(self._path, OpenMark(self._home, _who(), self._beat))
        return Sighting(other, self._changed_hash())

    def look_again(self) -> None:
        """Let the next look tell the hash, whether the file is as it was or not."""
        self._stamp = None

    def close(self) -> None:
        """Take our mark away."""
        remove_mark(self._path, self._home)

    def _other(self) -> str:
        """Return who counts on in a mark of another installation."""
        mark = read_mark(self._path)
        if mark is None or mark.home == self._home:
            self._foreign = None
            return ""
        now = self._clock()
        if self._foreign is None or self._foreign.home != mark.home:
            self._moved = now if mark_age(self._path) < _OLD_SECONDS else now - _STILL_SECONDS
        elif mark.beat != self._foreign.beat:
            self._moved = now
        self._foreign = mark
        return mark.who if now - self._moved < _STILL_SECONDS else ""

    def _changed_hash(self) -> str | None:
        try:
            found = self._path.stat()
        except FileNotFoundError:
            return ""
        except OSError:  # the drive is away
            return None
        stamp = (found.st_mtime_ns, found.st_size)
        if stamp == self._stamp:
            return None
        self._stamp = stamp
        return file_hash(self._path)


def _home(data_folder: Path) -> str:
    """Return a name for the installation that tells nobody where its folder lies."""
    plain = f"{_computer()}\n{data_folder}".encode("utf-8", "surrogatepass")
    return bytes_hash(plain)[:24]


def _computer() -> str:
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename


def _who() -> str:
    """Return the computer and its user as the sentence for the others names them."""
    user = os.environ.get("USERNAME") or os.environ.get("USER") or ""
    return f"电脑“{_computer()}”" + (f"（用户 {user}）" if user else "")
