"""Save a draft whole or not at all."""

from __future__ import annotations

from pathlib import Path

from drafting.errors import StorageError
from drafting.files.atomic import atomic_write
from drafting.files.draft_file import DraftFile, encode_draft


def save_draft(path: Path | str, draft_file: DraftFile) -> None:
    """Write a draft file; the version before it is kept beside it.

    Raises:
        StorageError: it could not be written (what stood there is untouched), or it is a newer
            version's draft, which this one must not overwrite.
    """
    if draft_file.read_only:
        reason = "它由较新版本的讲稿保存，本版只能查看"
        raise StorageError(path, reason, "请另存为新稿件或升级程序")
    atomic_write(Path(path), encode_draft(draft_file), keep_previous=True)


def save_text(path: Path | str, text: str) -> None:
    """Write plain UTF-8 text.

    Raises:
        StorageError: it could not be written; what stood there is untouched.
    """
    atomic_write(Path(path), text.encode("utf-8"))
