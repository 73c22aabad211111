"""What SQLite says, as one Chinese sentence."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

from drafting.errors import LibraryProblem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# By primary result code (https://www.sqlite.org/rescode.html): code, reason, advice.
_FAULTS = {
    sqlite3.SQLITE_FULL: ("full", "写不进去：磁盘空间不足", "原有内容未变，请腾出空间后重试"),
    sqlite3.SQLITE_READONLY: ("read-only", "是只读的", "原有内容未变，请取消只读或换一个位置"),
    sqlite3.SQLITE_BUSY: ("busy", "正被另一个程序写入", "请等它完成后重试"),
    sqlite3.SQLITE_LOCKED: ("busy", "正被另一个程序写入", "请等它完成后重试"),
    sqlite3.SQLITE_CORRUPT: ("damaged", "的内容读不通", "请对素材库做一次检查，程序会取用备份"),
    sqlite3.SQLITE_NOTADB: ("damaged", "不是素材库文件", "请对素材库做一次检查，程序会取用备份"),
    sqlite3.SQLITE_CANTOPEN: ("missing", "打不开", "请检查所在文件夹是否存在、有没有读写权限"),
    sqlite3.SQLITE_PERM: ("read-only", "没有写入权限", "原有内容未变，请检查权限或换一个位置"),
    sqlite3.SQLITE_IOERR: ("disk", "读写出错", "原有内容未变，请检查磁盘后重试"),
}
_IOERR_SHMSIZE = 4874  # the file beside the library could not grow


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite raises inside into a LibraryProblem; our own bugs pass as they are.

    Raises:
        LibraryProblem: the file or the disk is at fault.
    """
    try:
        yield
    except sqlite3.Error as error:
        number = getattr(error, "sqlite_errorcode", 0) or 0
        primary = sqlite3.SQLITE_FULL if number == _IOERR_SHMSIZE else number & 0xFF
        if primary not in _FAULTS:
            raise
        code, reason, advice = _FAULTS[primary]
        raise LibraryProblem(path, code, reason, advice) from error
