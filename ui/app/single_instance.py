"""One running program for one data folder: a second start hands its files over and ends.

A lock file tells who is first, a folder of request files that the first one watches takes what the
others ask for; no socket is opened.
"""

from __future__ import annotations

import contextlib
import os
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, QTimer, Signal

from drafting.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_LOCK = "运行.lock"
_REQUESTS = "打开请求"
_SUFFIX = ".json"
_PATIENCE_SECONDS = 4.0
_STEP_SECONDS = 0.05


class SingleInstance:
    """The right to be the one program of a data folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with contextlib.suppress(OSError):  # tryLock tells that it cannot write
            folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / _LOCK))
        self._lock.setStaleLockTime(0)  # held for hours; only the end of its process makes it stale

    def is_first(self) -> bool:
        """Take the lock; where none can be written at all, this one counts as the first."""
        taken = self._lock.tryLock(0)
        return taken or self._lock.error() is not QLockFile.LockError.LockFailedError

    def hand_over(self, paths: Sequence[str]) -> bool:
        """Ask the first one to show itself and open ``paths``; return whether it answered.

        One that hangs does not: then this start goes on by itself, and the locks of the drafts
        keep both from writing the same file.
        """
        import json

        from drafting.files.atomic import atomic_write

        request = self._folder / _REQUESTS / f"{os.urandom(8).hex()}{_SUFFIX}"
        try:
            request.parent.mkdir(parents=True, exist_ok=True)
            atomic_write(request, json.dumps({"paths": list(paths)}).encode("ascii"))
        except (OSError, StorageError):
            return False
        end = time.monotonic() + _PATIENCE_SECONDS
        while request.exists():
            if time.monotonic() > end:
                request.unlink(missing_ok=True)
                return False
            time.sleep(_STEP_SECONDS)
        return True

    def release(self) -> None:
        """Let another start be the first."""
        self._lock.unlock()


class RequestWatch(QObject):
    """Emits ``asked`` with the paths that another start wants opened, perhaps none."""

    asked = Signal(list)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder / _REQUESTS
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
        self._watcher = QFileSystemWatcher([str(self._folder)], self)
        self._watcher.directoryChanged.connect(self.take)
        QTimer.singleShot(0, self, self.take)  # what came before the watch began

    def take(self) -> None:
        """Take every request that waits."""
        import json

        for request in sorted(self._folder.glob(f"*{_SUFFIX}")):
            paths: list[str] = []
            with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
                asked = json.loads(request.read_bytes())["paths"]
                paths = [one for one in asked if isinstance(one, str)]
            with contextlib.suppress(OSError):
                request.unlink()
                self.asked.emit(paths)
