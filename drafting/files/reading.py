"""Read a user's file as bytes, with a sentence for everything that can go wrong."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

from drafting.errors import ImportProblem

MAX_FILE_BYTES = 64 * 1024 * 1024
_TOO_LONG = 206  # of Windows


def read_bytes(path: Path | str, limit: int = MAX_FILE_BYTES) -> bytes:
    """Return the whole file.

    Raises:
        ImportProblem: ``missing``, also where no file can have so long a name; ``wrong-type`` for
            a folder or a device; ``too-large`` for more than ``limit`` bytes; ``refused`` without
            permission, or while another program holds the file; ``damaged`` where the disk fails.
    """
    try:
        mode = Path(path).stat().st_mode
        if stat.S_ISDIR(mode):
            raise ImportProblem(path, "wrong-type", "这是一个文件夹", "请选择其中的文件")
        if not stat.S_ISREG(mode):  # reading a pipe or a device might never end
            raise ImportProblem(path, "wrong-type", "这不是普通文件", "请选择一个文稿文件")
        with Path(path).open("rb") as file:
            data = file.read(limit + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        reason = "文件不存在"
        raise ImportProblem(path, "missing", reason, "请检查文件名和所在文件夹") from error
    except PermissionError as error:
        reason = "没有读取权限，或文件正被其他程序占用"
        raise ImportProblem(path, "refused", reason, "请关闭占用它的程序后重试") from error
    except ValueError as error:  # a NUL in the name
        reason = "文件名中有系统不接受的字符"
        raise ImportProblem(path, "missing", reason, "请检查文件名") from error
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG or getattr(error, "winerror", None) == _TOO_LONG:
            reason = "文件名或路径太长"
            raise ImportProblem(path, "missing", reason, "请把文件名改短后重试") from error
        reason = f"磁盘读取出错（错误号 {error.errno}）"
        raise ImportProblem(path, "damaged", reason, "请把文件复制到本机硬盘后重试") from error
    if len(data) > limit:
        reason = f"文件超过 {_megabytes(limit)}"
        raise ImportProblem(path, "too-large", reason, "请删去其中的图片或拆成几个文件")
    return data


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:g} MB"
