"""The one way in which a user's file is written: whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import stat
import time
from pathlib import Path
from typing import TYPE_CHECKING

from drafting.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import FileIO

PREVIOUS_SUFFIX = ".bak"
_TEMPORARY_PREFIX = ".jianggao-"
_TEMPORARY_SUFFIX = ".tmp"
# A temporary file this much older than ours belongs to a program that was killed.
_LEFTOVER_SECONDS = 600.0
# Virus scanners and indexers hold a file open for a moment; together these stay under a second.
_RETRY_PAUSES = (0.02, 0.05, 0.1, 0.2, 0.3)
_SHARING_ERRORS = {5, 32, 33}  # ERROR_ACCESS_DENIED, _SHARING_VIOLATION, _LOCK_VIOLATION
_UNSUPPORTED = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EBADF}

_FULL = "磁盘空间不足或已到配额上限"
_READ_ONLY = "该位置是只读的"
_REASONS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EROFS: _READ_ONLY,
    errno.EACCES: "没有写入权限",
    errno.EPERM: "没有写入权限",
    errno.ENAMETOOLONG: "文件名或路径太长",
    errno.ENOENT: "文件夹已不存在",
    errno.ENOTDIR: "文件夹已不存在",
    errno.EISDIR: "同名的文件夹已经存在",
    errno.EEXIST: "那里是设备或管道，不是文件",
    errno.ENODEV: "磁盘已断开",
    errno.ENXIO: "磁盘已断开",
    errno.EIO: "磁盘读写出错",
    errno.EINVAL: "文件名中有系统不接受的字符",
}
_WINDOWS_REASONS = {
    32: "文件正被其他程序（如 Word、WPS）占用",
    33: "文件正被其他程序（如 Word、WPS）占用",
    39: _FULL,
    112: _FULL,
    19: _READ_ONLY,
    123: "文件名中有系统不接受的字符",
    206: "文件名或路径太长",
    21: "磁盘已断开",
    53: "网络位置已断开",
    59: "网络位置已断开",
    64: "网络位置已断开",
    67: "网络位置已断开",
}


def atomic_write(path: Path, data: bytes, *, keep_previous: bool = False) -> None:
    """Replace the file at ``path`` by ``data``, so that a reader sees the old or the new whole.

    The bytes go to a temporary file in the same folder, its length is checked, it is flushed to
    the disk and takes the old file's place; on POSIX the folder is flushed too, without which a
    power cut may bring the old file back. With ``keep_previous`` the version before it stays as
    ``….bak``, unless it was the same.

    Raises:
        StorageError: it could not be written; what stood there is untouched.
    """
    target = Path(path)
    try:
        # A link stays a link: the file that it names is replaced.
        target = target.resolve() if target.is_symlink() else target
        _write(target, data, keep_previous=keep_previous)
    except OSError as error:
        raise storage_error(path, error) from error
    except ValueError as error:  # a NUL or a lone surrogate in the name
        raise StorageError(path, _REASONS[errno.EINVAL]) from error


def temporary_beside(path: Path) -> Path:
    """Return a free name in the same folder, for a file that :func:`put_in_place` will rename."""
    return _temporary_name(path)


def put_in_place(temporary: Path, path: Path) -> None:
    """Let a whole file that was made beside ``path`` take its place, flushed to the disk.

    Raises:
        StorageError: it could not; what stood there is untouched, the other file is gone.
    """
    try:
        _mode(path)
        with temporary.open("r+b", buffering=0) as file:
            flush_descriptor(file.fileno())
        _replace(temporary, path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise storage_error(path, error) from error
    flush_folder(path.parent)
    _remove_leftovers(path)


def discard_unfinished(path: Path) -> None:
    """Remove whatever was begun for ``path`` and not put in place, however young.

    For what must not survive: a program that was killed leaves it, and what another one is just
    making there fails.

    Raises:
        OSError: one is held open by another program.
    """
    for leftover in _iter_leftovers(path):
        leftover.unlink(missing_ok=True)


def write_all(file: FileIO, data: bytes) -> None:
    """Write all of ``data`` to a file without a buffer, which may take it in pieces.

    Raises:
        OSError: it did not take all.
    """
    rest = memoryview(data)
    while rest:
        written = file.write(rest)
        if not written:
            raise OSError(errno.ENOSPC, "nothing more could be written")
        rest = rest[written:]


def flush_descriptor(descriptor: int) -> None:
    """Wait until a file is on the disk.

    Raises:
        OSError: the disk did not take it.
    """
    try:
        os.fsync(descriptor)
    except OSError as error:  # some network and FUSE systems have no fsync
        if error.errno not in _UNSUPPORTED:
            raise


def flush_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where a system can be asked for that."""
    if os.name == "nt":
        return
    # The data are safe by now; a folder that cannot be opened for reading is no failed save.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def storage_error(path: Path, error: OSError) -> StorageError:
    """Return what is told of a file that the system did not let us write."""
    return StorageError(path, _reason(error))


def _write(target: Path, data: bytes, *, keep_previous: bool) -> None:
    mode = _mode(target)
    temporary = _temporary_name(target)
    try:
        with temporary.open("xb", buffering=0) as file:
            _fill(file, data)
            if mode is not None:
                _try_chmod(temporary, mode)
        if keep_previous and mode is not None:
            _keep_previous(target, data)
        _replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    flush_folder(target.parent)
    _remove_leftovers(target)


def _mode(target: Path) -> int | None:
    """Return the permission bits of the file that stands there, None where there is none."""
    try:
        found = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, "a folder stands there")
    if not stat.S_ISREG(found.st_mode):  # the rename would put a file in the device's place
        raise FileExistsError(errno.EEXIST, "no regular file stands there")
    if not found.st_mode & 0o222:
        # Replacing would succeed on POSIX and undo what the user wanted.
        raise OSError(errno.EROFS, "the file is marked read-only")
    return stat.S_IMODE(found.st_mode)


def _fill(file: FileIO, data: bytes) -> None:
    write_all(file, data)
    flush_descriptor(file.fileno())
    if os.fstat(file.fileno()).st_size != len(data):
        raise OSError(errno.ENOSPC, "the file is shorter than what was written")


def _replace(temporary: Path, target: Path) -> None:
    for pause in _RETRY_PAUSES:
        try:
            temporary.replace(target)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _SHARING_ERRORS:
                raise
            time.sleep(pause)
        else:
            return
    temporary.replace(target)


def _try_chmod(path: Path, mode: int) -> None:
    with contextlib.suppress(OSError):  # FAT and some shares have no permission bits
        path.chmod(mode)


def _keep_previous(target: Path, data: bytes) -> None:
    """Let the old version live on as ``….bak``; the save goes on where that is impossible."""
    backup = target.with_name(target.name + PREVIOUS_SUFFIX)
    temporary = _temporary_name(backup)
    with contextlib.suppress(OSError):
        if target.read_bytes() == data:
            return
        try:
            os.link(target, temporary)
        except OSError:  # FAT and some shares have no hard links
            with temporary.open("xb", buffering=0) as file:
                _fill(file, target.read_bytes())
        try:
            _replace(temporary, backup)
        finally:
            temporary.unlink(missing_ok=True)


def _mark(target: Path) -> str:
    name = target.name.encode("utf-8", "surrogatepass")
    return _TEMPORARY_PREFIX + hashlib.sha256(name).hexdigest()[:8]


def _temporary_name(target: Path) -> Path:
    name = f"{_mark(target)}-{secrets.token_hex(4)}{_TEMPORARY_SUFFIX}"
    return target.with_name(name)


def _remove_leftovers(target: Path) -> None:
    """Remove what a killed program left of earlier writes to the same name.

    Ages are compared with the file just written, so that the clock of a share does not matter.
    """
    with contextlib.suppress(OSError):
        now = target.stat().st_mtime
        for leftover in _iter_leftovers(target):
            if abs(now - leftover.stat().st_mtime) > _LEFTOVER_SECONDS:
                leftover.unlink(missing_ok=True)


def _iter_leftovers(target: Path) -> Iterator[Path]:
    """Yield the temporary files of ``target``, and the logs that SQLite keeps beside such a one."""
    marks = tuple(_mark(one) for one in (target, target.with_name(target.name + PREVIOUS_SUFFIX)))
    with os.scandir(target.parent) as entries:
        for entry in entries:
            if entry.name.startswith(marks) and _TEMPORARY_SUFFIX in entry.name:
                yield Path(entry.path)


def _reason(error: OSError) -> str:
    windows = getattr(error, "winerror", None)
    if windows in _WINDOWS_REASONS:
        return _WINDOWS_REASONS[windows]
    number = error.errno or 0
    return _REASONS.get(number, f"系统不允许写入（错误号 {windows or number}）")
