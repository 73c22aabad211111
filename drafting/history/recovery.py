"""Recovery copies: what was being written when the program or the machine went down."""

from __future__ import annotations

import contextlib
import hashlib
import json
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.errors import ImportProblem, StorageError
from drafting.files.atomic import PREVIOUS_SUFFIX, atomic_write
from drafting.files.draft_file import DraftFile, decode_draft, encode_draft
from drafting.files.folders import make_folder
from drafting.files.reading import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SUFFIX = ".recovery"
_FORMAT = 1
_YEAR_3000 = 32_503_680_000


@dataclass(frozen=True, slots=True)
class RecoveryCopy:
    """A draft that was not closed; ``key`` is what its window saved it under.

    ``saved_at`` (seconds since 1970 by this machine's clock) is for people to read; the order of
    copies is told by ``sequence`` alone, since clocks jump.
    """

    key: str
    sequence: int
    draft_file: DraftFile
    saved_at: float | None = None


class RecoveryStore:
    """One copy for each open draft, in a folder; thread-safe.

    ``save`` it while typing, ``discard`` it when the draft was saved or closed: what is left at
    the next start is what a crash took. Where the folder cannot be written, ``fallback`` is tried.
    """

    def __init__(self, folder: Path, *, fallback: Path | None = None) -> None:
        self._folders = (folder,) if fallback is None else (folder, fallback)
        self._lock = threading.Lock()
        self._saved: dict[str, int] = {}

    def save(self, key: str, draft_file: DraftFile, sequence: int) -> None:
        """Keep ``draft_file`` as the newest copy of ``key``.

        ``sequence`` grows with each change, whatever the clock says; one that is not above the
        last is an older text that came late, and is left out.

        Raises:
            StorageError: neither folder could be written; the copy before is untouched.
        """
        about = {"recovery": _FORMAT, "key": key, "sequence": sequence, "time": int(time.time())}
        head = json.dumps(about)
        data = head.encode("ascii") + b"\n" + encode_draft(draft_file)
        with self._lock:
            if sequence <= self._saved.get(key, sequence - 1):
                return
            place = self._write(key, data)
            self._saved[key] = sequence
            for other in self._folders:
                if other != place:
                    _remove(other, key)

    def pending(self) -> tuple[RecoveryCopy, ...]:
        """Return the copies that no ``discard`` removed, the highest sequence first.

        A damaged one is set aside as ``….bad-1`` and the copy before it is taken. Never raises.
        """
        best: dict[str, RecoveryCopy] = {}
        with self._lock:
            for folder in self._folders:
                for found in _iter_copies(folder):
                    known = best.get(found.key)
                    if known is None or known.sequence < found.sequence:
                        best[found.key] = found
        return tuple(sorted(best.values(), key=lambda one: (-one.sequence, one.key)))

    def discard(self, key: str) -> None:
        """Remove all copies of ``key``; nothing happens where there are none."""
        with self._lock:
            self._saved.pop(key, None)
            for folder in self._folders:
                _remove(folder, key)

    def _write(self, key: str, data: bytes) -> Path:
        *first, last = self._folders
        for folder in first:
            with contextlib.suppress(StorageError):
                return _write_into(folder, key, data)
        return _write_into(last, key, data)


def _write_into(folder: Path, key: str, data: bytes) -> Path:
    make_folder(folder, "无法建立自动恢复的文件夹")
    atomic_write(folder / _file_name(key), data, keep_previous=True)
    return folder


def _file_name(key: str) -> str:
    # Keys are paths or names of the user's; a hash is a file name everywhere and tells nothing.
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:24] + _SUFFIX


def _remove(folder: Path, key: str) -> None:
    with contextlib.suppress(OSError):
        for path in folder.glob(_file_name(key) + "*"):
            path.unlink(missing_ok=True)


def _iter_copies(folder: Path) -> Iterator[RecoveryCopy]:
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError:
        return
    stems = {name.split(_SUFFIX, maxsplit=1)[0] for name in names if _SUFFIX in name}
    for stem in sorted(stems):
        path = folder / (stem + _SUFFIX)
        found = _read(path) or _read(path.with_name(path.name + PREVIOUS_SUFFIX))
        if found is not None:
            yield found


def _read(path: Path) -> RecoveryCopy | None:
    """Return the copy in a file, None where there is none; a damaged file is set aside."""
    try:
        head, _, body = read_bytes(path).partition(b"\n")
        about = json.loads(head)
        return RecoveryCopy(
            key=str(about["key"]),
            sequence=int(about["sequence"]),
            draft_file=decode_draft(body, path),
            saved_at=_time(about.get("time")),
        )
    except ImportProblem as problem:
        if problem.code in ("damaged", "empty", "newer-format"):
            _set_aside(path)
    except (ValueError, TypeError, KeyError, RecursionError):
        _set_aside(path)
    return None


def _time(value: object) -> float | None:
    """Return a time that a calendar can show, None for anything else."""
    if isinstance(value, int | float) and 0 < value < _YEAR_3000:
        return float(value)
    return None


def _set_aside(path: Path) -> None:
    with contextlib.suppress(OSError):
        number = 1
        while (aside := path.with_name(f"{path.name}.bad-{number}")).exists():
            number += 1
        path.rename(aside)
