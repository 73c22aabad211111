"""Where the program keeps what belongs to the user, and how a folder is made."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from drafting.errors import StorageError

_VARIABLE = "JIANGGAO_DATA"
_PORTABLE = "数据"
_NAME = "jianggao"
_MAC = sys.platform == "darwin"


def program_folder() -> Path:
    """Return the folder that holds ``main.py`` and the packages."""
    return Path(__file__).resolve().parents[2]


def user_data_folder() -> Path:
    """Return the user's data folder, absolute; it need not exist yet.

    The environment's JIANGGAO_DATA wins; then a folder 数据 beside the program's own folder
    (a stick that carries everything); then the place that the system gives to programs
    (%LOCALAPPDATA%, ~/Library/Application Support, XDG Base Directory).
    """
    wish = os.environ.get(_VARIABLE)
    if wish:
        return Path(wish).absolute()
    portable = program_folder().parent / _PORTABLE
    if portable.is_dir():
        return portable
    return _platform_folder() / _NAME


def make_folder(
    folder: Path, reason: str = "无法建立这个文件夹", advice: str = "请检查磁盘空间和权限"
) -> None:
    """Make a folder and those above it where they are not there yet.

    Raises:
        StorageError: it cannot be made, or a file stands in its place.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(folder, reason, advice) from error


def _platform_folder() -> Path:
    if os.name == "nt":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) if local else Path.home() / "AppData" / "Local"
    if _MAC:
        return Path.home() / "Library" / "Application Support"
    wish = Path(os.environ.get("XDG_DATA_HOME", ""))
    return wish if wish.is_absolute() else Path.home() / ".local" / "share"
