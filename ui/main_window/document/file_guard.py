"""One draft, one owner: locks on drafts that are open, and what stood in a file when last seen."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile

if TYPE_CHECKING:
    from pathlib import Path

    from drafting.files.draft_file import DraftFile
    from drafting.workspace.drafts.opening import OpenedFile
    from ui.context.use_cases import UseCases

_PRIME = 2**128 - 159  # the greatest below 2**128


class DraftLocks:
    """One lock file for each open draft in the user's data folder, dead with its process.

    A draft's key is the path of its file, or what its recovery copy is kept under.
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


class FileGuard:
    """Opens and saves (worker thread, one call at a time) and notices foreign changes."""

    def __init__(self, use_cases: UseCases) -> None:
        self._cases = use_cases
        self._known: dict[Path, str | None] = {}
        self._read: dict[Path, bytes] = {}

    def open_unparsed(self, path: Path) -> DraftFile:
        """Read a draft file without its structure and remember what stood in it.

        Raises:
            ImportProblem: it cannot be read.
        """
        from drafting.files.draft_file import decode_draft
        from drafting.files.reading import read_bytes

        data = read_bytes(path)
        saved = decode_draft(data, path)
        self._read[path] = data  # hashed when it is wanted: the text is to be shown first
        return saved

    def open(self, path: Path) -> OpenedFile:
        """Open a file and remember what stood in it.

        Raises:
            ImportProblem: it cannot be read.
        """
        seen = self._cases.file_hash(path)
        self._read.pop(path, None)
        opened = self._cases.open_file(path)
        self._known[path] = seen
        return opened

    def save(self, path: Path, saved: DraftFile, *, overwrite: bool) -> None:
        """Save; unless ``overwrite``, only over what was read or written here last.

        Raises:
            ChangedOutside: something else stands there.
            StorageError: it could not be written.
        """
        known = None if overwrite else self.known(path)
        self._known[path] = self._cases.save_draft(path, saved, known)

    def known(self, path: Path) -> str | None:
        """Return the hash of what was read or written here last, None where it is not known."""
        data = self._read.pop(path, None)
        if data is not None:
            from drafting.files.hashes import bytes_hash

            self._known[path] = bytes_hash(data)
        return self._known.get(path)


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
