"""The local log: one small file in the user's data folder, without any text of a draft.

Not the standard library's logging: importing it costs more of the start than the whole log.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LOG_FILE = "日志.txt"
_OLD_FILE = "日志-上一份.txt"
_LIMIT = 200_000


class LocalLog:
    """Writes lines once it is open; without a place to write it stays silent."""

    def __init__(self) -> None:
        self._path: Path | None = None

    def open(self, folder: Path) -> None:
        """Write below ``folder`` from now on; a file that has grown large is set aside."""
        self._path = folder / LOG_FILE
        try:
            if self._path.stat().st_size > _LIMIT:
                self._path.replace(folder / _OLD_FILE)
        except OSError:
            return  # there is none yet, or it cannot be touched: the next line goes where it can

    def close(self) -> None:
        """Write nothing from now on."""
        self._path = None

    def write(self, grade: str, line: str) -> None:
        """Add one line (``error`` or ``warning``) with the time."""
        if self._path is None:
            return
        stamp = time.strftime("%Y-%m-%d %H:%M:%S")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8") as file:
                file.write(f"{stamp} {grade} {line}\n")
        except OSError:
            self._path = None


LOG = LocalLog()
