"""One draft, one owner: locks on the drafts that are open, taken and given up off the page."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QLockFile

from ui.jobs.background import BackgroundJobs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_Answer = TypeVar("_Answer")

_PRIME = 2**128 - 159  # the greatest below 2**128
_CLOSING_MS = 1000  # locks that were not given up by then die with the process


class DraftLocks:
    """One lock file for each open draft in the user's data folder, dead with its process.

    A draft's key is the path of its file, or what its recovery copy is kept under. The folder may
    lie on a share that does not answer: never to be called where the window waits for it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: dict[str, QLockFile] = {}

    def take(self, key: str) -> str:
        """Make the draft ours and return nothing, or return who has it open.

        Where no lock can be written at all, the draft is taken for ours: writing must go on.
        """
        name = _lock_name(key)
        if name in self._held:
            return ""
        lock = self._lock(name)
        if lock.tryLock(0):
            self._held[name] = lock
            return ""
        return _owner(lock)

    def release(self, key: str) -> None:
        """Let others have the draft."""
        lock = self._held.pop(_lock_name(key), None)
        if lock is not None:
            lock.unlock()

    def release_all(self) -> None:
        """Let others have every draft."""
        for lock in self._held.values():
            lock.unlock()
        self._held.clear()

    def is_open_elsewhere(self, key: str) -> bool:
        """Return whether another running program has the draft open."""
        name = _lock_name(key)
        if name in self._held:
            return False
        lock = self._lock(name)
        if lock.tryLock(0):
            lock.unlock()
            return False
        return bool(_owner(lock))

    def _lock(self, name: str) -> QLockFile:
        with contextlib.suppress(OSError):  # tryLock tells that it cannot write
            self._folder.mkdir(parents=True, exist_ok=True)
        lock = QLockFile(str(self._folder / name))
        lock.setStaleLockTime(0)  # held for hours; only the end of its process makes it stale
        return lock


class LockQueue:
    """Asks :class:`DraftLocks` in a thread of its own, in the order in which it was asked.

    Saving does not wait for it: a draft may be saved to a disk that answers while the locks' does
    not.
    """

    def __init__(self, folder: Path, fail: Callable[[Exception], None]) -> None:
        self._locks = DraftLocks(folder)
        self._jobs = BackgroundJobs()
        self._fail = fail

    @property
    def pending(self) -> int:
        """Return how many questions have not been answered."""
        return self._jobs.pending

    def ask(
        self, question: Callable[[DraftLocks], _Answer], then: Callable[[_Answer], None]
    ) -> None:
        """Call ``then`` here with what ``question`` was answered in the locks' thread."""
        locks = self._locks
        self._jobs.run(lambda: question(locks), then, self._fail)

    def take(self, key: str, then: Callable[[str], None] = lambda _owner: None) -> None:
        """Make the draft ours; ``then`` learns who has it open, empty where it is ours."""
        self.ask(lambda locks: locks.take(key), then)

    def release(self, key: str) -> None:
        """Let others have the draft."""
        self.ask(lambda locks: locks.release(key), lambda _nothing: None)

    def shut_down(self) -> None:
        """Let others have every draft, and stop."""
        self.ask(DraftLocks.release_all, lambda _nothing: None)
        self._jobs.shut_down(_CLOSING_MS)


def _lock_name(key: str) -> str:
    """Return a short name for ``key``: its bytes as one number, by a prime that no name reaches.

    Where nobody means harm that tells keys apart as well as a hash would, whose library takes
    longer to load than a whole page to be shown.
    """
    plain = os.path.normcase(key).encode("utf-8", "surrogatepass")
    return f"{int.from_bytes(plain, 'big') % _PRIME:032x}.lock"


def _owner(lock: QLockFile) -> str:
    """Return who holds the lock, empty where nobody does and it cannot be written."""
    if lock.error() is not QLockFile.LockError.LockFailedError:
        return ""
    _process, host, _program = lock.getLockInfo()
    return f"电脑“{host}”上的另一个讲稿窗口"
