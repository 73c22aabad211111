"""Versions of one draft: each a small file of its own, in the order in which they were kept."""

from __future__ import annotations

import contextlib
import json
import secrets
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.errors import ImportProblem, StorageError
from drafting.files.atomic import atomic_write
from drafting.files.folders import make_folder
from drafting.files.hashes import bytes_hash
from drafting.files.reading import read_bytes
from drafting.text.characters import count_characters

if TYPE_CHECKING:
    from pathlib import Path

_SUFFIX = ".version"
_FORMAT = 1
_LONGEST_HEAD = 4096
_YEAR_3000 = 32_503_680_000
# So many versions without a name are kept; above, every second one of the older half goes, so
# that the past stays known, ever more coarsely.
MOST_UNNAMED = 120


@dataclass(frozen=True, slots=True)
class Version:
    """What is known of a version without reading its text.

    ``sequence`` alone tells the order, since clocks jump; ``saved_at`` (seconds since 1970) is
    for people to read. ``round_name`` is what the user called it (二稿, 送审稿), empty for one that
    was kept by itself; ``changes`` counts the places that differ from the version before it.
    """

    key: str
    sequence: int
    characters: int
    digest: str
    saved_at: float | None = None
    round_name: str = ""
    changes: int = 0

    def holds(self, text: str) -> bool:
        """Return whether this is the version of ``text``, without reading its file."""
        return self.digest == bytes_hash(_body(text))


class VersionStore:
    """The versions of one draft in a folder of their own; thread-safe.

    A file is written whole or not at all; one that is damaged harms no other.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()

    def versions(self) -> tuple[Version, ...]:
        """Return the versions, the newest first; none where there is no folder. Never raises."""
        try:
            paths = [path for path in self._folder.iterdir() if path.suffix == _SUFFIX]
        except OSError:
            return ()
        found = (_read_head(path) for path in paths)
        known = (one for one in found if one is not None)
        return tuple(sorted(known, key=lambda one: (-one.sequence, one.key)))

    def text(self, version: Version) -> str:
        """Return the text of a version.

        Raises:
            ImportProblem: it is gone or damaged.
        """
        path = self._folder / version.key
        body = read_bytes(path).partition(b"\n")[2]
        if bytes_hash(body) != version.digest:
            raise ImportProblem(path, "damaged", "这个版本的内容已损坏", "请另选一个版本")
        return body.decode("utf-8", "surrogatepass")

    def keep(self, text: str, *, round_name: str = "", changes: int = 0) -> Version | None:
        """Keep ``text`` as the newest version and return it, None where the newest is the same.

        With a name the newest version of the same text is given it.

        Raises:
            StorageError: it could not be written.
        """
        body = _body(text)
        digest = bytes_hash(body)
        with self._lock:
            known = self.versions()
            newest = known[0] if known else None
            if newest is not None and newest.digest == digest:
                if not round_name or newest.round_name == round_name:
                    return None
                if not newest.round_name:
                    return self._write(newest, round_name, body)
            sequence = newest.sequence + 1 if newest else 1
            key = f"{sequence:08d}-{secrets.token_hex(3)}{_SUFFIX}"
            length = count_characters(text)
            version = Version(key, sequence, length, digest, time.time(), "", changes)
            written = self._write(version, round_name, body)
            self._thin_out((written, *known))
            return written

    def rename(self, version: Version, round_name: str) -> Version:
        """Give a version another name, or none.

        Raises:
            ImportProblem: it is gone or damaged.
            StorageError: it could not be written.
        """
        body = self.text(version).encode("utf-8", "surrogatepass")
        with self._lock:
            return self._write(version, round_name, body)

    def remove(self, version: Version) -> None:
        """Remove one version.

        Raises:
            StorageError: it is still there.
        """
        with self._lock:
            _remove(self._folder / version.key)

    def clear(self) -> None:
        """Remove all versions and whatever else lies in their folder.

        Raises:
            StorageError: something is still there.
        """
        with self._lock:
            clear_folder(self._folder)

    def _write(self, version: Version, round_name: str, body: bytes) -> Version:
        about = {
            "version": _FORMAT,
            "sequence": version.sequence,
            "characters": version.characters,
            "digest": version.digest,
            "time": version.saved_at,
            "round": round_name[:100],
            "changes": version.changes,
        }
        head = json.dumps(about).encode("ascii")
        make_folder(self._folder, "无法建立存放版本的文件夹")
        path = self._folder / version.key
        atomic_write(path, head + b"\n" + body)
        return _version(version.key, about)

    def _thin_out(self, known: tuple[Version, ...]) -> None:
        unnamed = [one for one in known if not one.round_name]
        if len(unnamed) <= MOST_UNNAMED:
            return
        older = unnamed[MOST_UNNAMED // 2 :]
        for version in older[1::2]:
            with contextlib.suppress(StorageError):  # the next version tries again
                _remove(self._folder / version.key)


def clear_folder(folder: Path) -> None:
    """Remove a folder of versions or recovery copies with everything in it.

    Raises:
        StorageError: something is still there.
    """
    if not folder.is_dir():
        return
    for path in sorted(folder.rglob("*"), reverse=True):  # what lies deeper comes first
        _remove(path)
    _remove(folder)


def _remove(path: Path) -> None:
    try:
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise StorageError(
            path, "它正被占用或没有删除权限", "请关闭占用它的程序后再清除"
        ) from error


def _read_head(path: Path) -> Version | None:
    """Return what a file says of itself, None for one that is no version or damaged."""
    try:
        with path.open("rb") as file:
            about = json.loads(file.readline(_LONGEST_HEAD))
        return _version(path.name, about)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def _version(key: str, about: dict[str, object]) -> Version:
    """Return the version that a head describes.

    Raises:
        KeyError, TypeError, ValueError: it is no head of a version.
    """
    when = about.get("time")
    sound = isinstance(when, int | float) and 0 < when < _YEAR_3000
    return Version(
        key=key,
        sequence=int(str(about["sequence"])),
        characters=int(str(about["characters"])),
        digest=str(about["digest"]),
        saved_at=float(str(when)) if sound else None,
        round_name=str(about.get("round") or ""),
        changes=int(str(about.get("changes") or 0)),
    )


def _body(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
