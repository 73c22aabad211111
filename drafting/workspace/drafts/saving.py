"""Save a draft whole or not at all."""

from __future__ import annotations

from pathlib import Path

from drafting.errors import ChangedOutside, ImportProblem, StorageError, UsageError
from drafting.files.atomic import atomic_write
from drafting.files.draft_file import DraftFile, encode_draft
from drafting.files.hashes import bytes_hash
from drafting.files.reading import read_bytes

_TEXT_SUFFIXES = ("", ".txt", ".md")


def file_hash(path: Path | str) -> str | None:
    """Return the hash of a file's bytes, empty where there is none, None where it is unknown."""
    try:
        return bytes_hash(read_bytes(Path(path)))
    except ImportProblem as problem:
        return "" if problem.code == "missing" else None


def save_draft(
    path: Path | str,
    draft_file: DraftFile,
    known_hash: str | None = None,
    *,
    keeps_previous: bool = True,
) -> str:
    """Write a draft file and return its hash; the version before it is kept beside it as ``….bak``.

    ``known_hash`` is the hash of what the caller believes to stand there, None where it does not
    matter. Without ``keeps_previous`` the version before is gone.

    Raises:
        ChangedOutside: something else stands there, or nothing any more.
        StorageError: it could not be written (what stood there is untouched), or it is a newer
            version's draft, which this one must not overwrite.
    """
    if draft_file.read_only:
        reason = "它由较新版本的讲稿保存，本版只能查看"
        raise StorageError(path, reason, "请另存为新稿件或升级程序")
    found = None if known_hash is None else file_hash(path)
    if found is not None and found != known_hash:
        raise ChangedOutside(path, is_gone=not found)
    data = encode_draft(draft_file)
    atomic_write(Path(path), data, keep_previous=keeps_previous)
    return bytes_hash(data)


def save_text(path: Path | str, text: str) -> None:
    """Write plain UTF-8 text.

    Raises:
        UsageError: the name is that of another kind of file, which text would spoil.
        StorageError: it could not be written; what stood there is untouched.
    """
    path = Path(path)
    if path.suffix.lower() not in _TEXT_SUFFIXES:
        raise UsageError(f"不能把文字写入“{path.name}”：请把扩展名写成 .txt。")
    atomic_write(path, text.encode("utf-8"))
