"""Where output goes: never onto the input, never under a name that another system refuses."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from drafting.errors import UsageError
from drafting.files.names import safe_file_name
from drafting.files.undecoded import as_shown, is_undecoded


def output_path(wish: Path, source: str = "") -> Path:
    """Return where to write what is made of ``source``: the path wished for, its name cleaned.

    A name that had to be cleaned (``CON.docx``, ``a:b.docx``) never stands for an older file.

    Raises:
        UsageError: it is the source itself, which would be lost.
    """
    with contextlib.suppress(OSError):  # a name too long for the system, which is shortened below
        if wish.is_dir():  # writing says so
            return wish
    # Undecoded bytes are the name itself where the system's code page knows no Chinese.
    name = wish.name if is_undecoded(wish.name) else safe_file_name(wish.name)
    path = wish.with_name(name)
    if source and path.exists() and Path(source).exists() and path.samefile(source):
        raise UsageError(f"输出文件“{wish}”就是来源文件，请换一个文件名。")
    return path if path == wish else unused(path)


def stem_like(source: str) -> str:
    """Return the name of what is made of a file, without its ending, as people can read it."""
    stem = Path(source).stem
    shown = as_shown(stem)
    try:
        os.fsencode(shown)
    except UnicodeEncodeError:  # the system's code page knows no Chinese
        return stem
    return safe_file_name(shown)


def unused(path: Path) -> Path:
    """Return the path itself or, where a file stands there, the next free “名（2）”."""
    candidate, number = path, 2
    while candidate.exists():
        candidate = path.with_stem(f"{path.stem}（{number}）")
        number += 1
    return candidate
