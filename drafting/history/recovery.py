"""Recovery copies: what was being written when the program or the machine went down.

What is typed must be safe at once from the program's own end, and that needs no disk: what was
written to a file outlives whoever wrote it. So a copy is a file that grows by each edit, and whole
only now and then; it is flushed to the disk, for a power cut, by :meth:`RecoveryStore.flush`, in a
thread that no edit waits for. A file that was flushed stays until the next one was.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import os
import re
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.errors import ImportProblem, StorageError
from drafting.files.folders import make_folder
from drafting.files.growing_file import add_to_file, begin_file, flush_file
from drafting.files.reading import read_bytes
from drafting.history.recovery_file import (
    KeptEdit,
    RecoveryCopy,
    copy_bytes,
    edit_bytes,
    read_copy,
)
from drafting.text.difference import changed_part
from drafting.text.edits import TextEdit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from drafting.files.draft_file import DraftFile

_SUFFIX = ".recovery"
# Bytes of edits behind a draft before it is written whole again: about an hour's typing.
_MOST_ADDED = 64 * 1024
# What is longer is no typing, and hardly dearer when all is written.
_LONGEST_EDIT = 4000
# The first format had one file for each draft, and the one before it as ….bak.
_NAME = re.compile(
    rf"(?P<name>[0-9a-f]{{24}}(?:-[0-9a-f]+)?)(?:\.(?P<number>\d+))?{re.escape(_SUFFIX)}(?:\.bak)?"
)


@dataclass(slots=True)
class _Kept:
    """What the newest file of a draft holds; ``older`` files go when it is on the disk."""

    path: Path
    number: int
    sequence: int
    draft_file: DraftFile
    older: tuple[Path, ...]
    added: int = 0
    is_torn: bool = False
    flushed: int = -1


class RecoveryStore:
    """One copy for each open draft, in a folder; thread-safe.

    ``save`` it while typing, ``discard`` it when the draft was saved or closed: what is left at
    the next start is what a crash took. Each run writes copies of its own, under ``run``: what an
    earlier one left behind stays until the user has decided about it.
    """

    def __init__(self, folder: Path, run: str = "") -> None:
        self._folder = folder
        self._run = run or os.urandom(4).hex()
        self._lock = threading.Lock()
        self._kept: dict[str, _Kept] = {}
        self._undead: tuple[Path, ...] = ()

    def save(
        self, key: str, draft_file: DraftFile, sequence: int, *, replaces: tuple[str, ...] = ()
    ) -> None:
        """Keep ``draft_file`` as the newest copy of ``key``, safe from the program's own end.

        ``sequence`` grows with each change, whatever the clock says; one that is not above the
        last is an older text that came late, and is left out. ``replaces`` names the copies that
        the draft was restored from (:attr:`RecoveryCopy.line`), superfluous from now on.

        Raises:
            StorageError: it could not be written; the copy before is untouched.
        """
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None and sequence <= kept.sequence:
                return
            if kept is None or not _add(kept, draft_file, sequence):
                copy = RecoveryCopy(
                    key, sequence, draft_file, saved_at=int(time.time()), replaces=replaces
                )
                self._begin(copy, kept)

    def flush(self) -> None:
        """Wait until all copies are on the disk, and remove what they have made superfluous.

        Raises:
            StorageError: the disk did not take one.
        """
        with self._lock:
            kept = [one for one in self._kept.values() if one.flushed < one.sequence]
            waiting = [(one, one.sequence) for one in kept]
        for one, sequence in waiting:
            try:
                flush_file(one.path)
            except StorageError:
                if one in self._kept.values():  # and was not discarded meanwhile
                    raise
            with self._lock:
                one.flushed = sequence
                self._remove(one.older)
                one.older = ()

    def pending(self) -> tuple[RecoveryCopy, ...]:
        """Return the copies that other runs left behind, the highest sequence first.

        A damaged file is set aside as ``….bad-1`` and the one before it is taken. Never raises.
        """
        with self._lock:
            found = [one for one in _iter_copies(self._folder) if not self._is_own(one.name)]
        gone_on = {name for one in found for name in one.replaces}
        left = (one for one in found if one.name not in gone_on)
        return tuple(sorted(left, key=lambda one: (-one.sequence, one.key)))

    def discard(self, key: str) -> None:
        """Remove this run's copy of ``key``, and what was set aside of that draft."""
        mark = _mark(key)
        with self._lock:
            self._kept.pop(key, None)
            self._remove(self._found(f"{mark}-{self._run}.*", f"{mark}*.bad-*"))

    def remove(self, name: str) -> None:
        """Remove the copy of that name, which another run left behind."""
        with self._lock:
            self._remove(self._found(f"{name}.*"))

    def clear(self, key: str) -> None:
        """Remove all copies of ``key``, whoever left them."""
        with self._lock:
            self._kept.pop(key, None)
            self._remove(self._found(f"{_mark(key)}*"))

    def _is_own(self, name: str) -> bool:
        return name.endswith(f"-{self._run}")

    def _begin(self, copy: RecoveryCopy, kept: _Kept | None) -> None:
        """Write a copy whole, into a file of its own."""
        make_folder(self._folder, "无法建立自动恢复的文件夹")
        number = 1 if kept is None else kept.number + 1
        path = self._folder / f"{_mark(copy.key)}-{self._run}.{number}{_SUFFIX}"
        begin_file(path, copy_bytes(copy))
        older = () if kept is None else (*kept.older, kept.path)
        if kept is None:
            older = self._found(*(f"{name}.*" for name in copy.replaces))
        self._kept[copy.key] = _Kept(path, number, copy.sequence, copy.draft_file, older)

    def _found(self, *patterns: str) -> tuple[Path, ...]:
        with contextlib.suppress(OSError):
            return tuple(path for one in patterns for path in self._folder.glob(one))
        return ()

    def _remove(self, paths: tuple[Path, ...]) -> None:
        """Remove files, and those that were open before: Windows removes none that is."""
        self._undead = tuple(one for one in (*self._undead, *paths) if not _is_removed(one))


def _add(kept: _Kept, draft_file: DraftFile, sequence: int) -> bool:
    """Add what was written since to the file; return whether that was possible."""
    before = kept.draft_file
    if kept.is_torn or kept.added > _MOST_ADDED or _beside_text(before) != _beside_text(draft_file):
        return False
    removed, added = changed_part(before.text, draft_file.text)
    if len(removed) + len(added) > _LONGEST_EDIT:
        return False
    edit = TextEdit(removed, added.of(draft_file.text))
    line = edit_bytes(KeptEdit(edit, sequence, draft_file.revision, int(time.time())))
    try:
        add_to_file(kept.path, line)
    except StorageError:  # nothing that comes behind a torn line would be read
        kept.is_torn = True
        return False
    kept.sequence, kept.draft_file, kept.added = sequence, draft_file, kept.added + len(line)
    return True


def _beside_text(draft_file: DraftFile) -> DraftFile:
    return dataclasses.replace(draft_file, text="", revision=0)


def _mark(key: str) -> str:
    # Keys are paths or names of the user's; a hash is a file name everywhere and tells nothing.
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _is_removed(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _iter_copies(folder: Path) -> Iterator[RecoveryCopy]:
    """Yield what the newest whole file of each copy holds."""
    try:
        names = [path.name for path in folder.iterdir()]
    except OSError:
        return
    files: dict[str, list[tuple[int, bool, str]]] = {}
    for found in filter(None, map(_NAME.fullmatch, names)):
        order = int(found["number"] or 0), found[0].endswith(_SUFFIX), found[0]
        files.setdefault(found["name"], []).append(order)
    for name, numbered in sorted(files.items()):
        newest_first = (folder / file for _, _, file in sorted(numbered, reverse=True))
        copy = next(filter(None, map(_read, newest_first)), None)
        if copy is not None:
            yield dataclasses.replace(copy, name=name)


def _read(path: Path) -> RecoveryCopy | None:
    """Return the copy in a file, None where there is none; a damaged file is set aside."""
    try:
        return read_copy(read_bytes(path), path)
    except ImportProblem as problem:
        if problem.code in ("damaged", "empty", "newer-format"):
            _set_aside(path)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        _set_aside(path)
    return None


def _set_aside(path: Path) -> None:
    with contextlib.suppress(OSError):
        number = 1
        while (aside := path.with_name(f"{path.name}.bad-{number}")).exists():
            number += 1
        path.rename(aside)
