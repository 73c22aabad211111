"""The one exception root: what is shown to the user in one Chinese sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class DraftingError(Exception):
    """Something the user must know: what happened, to which file, what to do.

    ``str(error)`` is the whole Chinese sentence; it never quotes text of a draft.
    """

    exit_code = 3


class UsageError(DraftingError):
    """The call itself was wrong (an unknown code, a missing argument)."""

    exit_code = 2


class ImportProblem(DraftingError):  # noqa: N818 - the designs' own word
    """A file could not be read; ``code`` is stable for tests and logs.

    Codes: ``missing``, ``empty``, ``too-large``, ``wrong-type``, ``encrypted``, ``damaged``,
    ``unsupported``, ``unknown-encoding``, ``too-slow``, ``refused``, ``newer-format``.
    """

    def __init__(self, path: Path | str, code: str, reason: str, advice: str) -> None:
        super().__init__(f"无法打开“{path}”：{reason}，{advice}。")
        self.path = str(path)
        self.code = code
        self.reason = reason
        self.advice = advice


class StorageError(DraftingError):
    """A file could not be written; what stood there before is untouched."""

    def __init__(
        self, path: Path | str, reason: str, advice: str = "原文件未改动，请换个位置另存"
    ) -> None:
        super().__init__(f"无法保存“{path}”：{reason}，{advice}。")
        self.path = str(path)
        self.reason = reason


class ChangedOutside(StorageError):  # noqa: N818 - says what happened, as its kin do
    """The file is not what it was when it was last read or written here; nothing was written."""

    def __init__(self, path: Path | str, *, is_gone: bool) -> None:
        reason = "它已被删除或移走" if is_gone else "它在别处被改动过"
        super().__init__(path, reason, "请另存为新文件，或确认后再覆盖")
        self.is_gone = is_gone


class LibraryProblem(DraftingError):  # noqa: N818 - as its kin are named
    """The library of past speeches could not be opened, read or written.

    Codes: ``missing``, ``newer-format``, ``wrong-type``, ``damaged``, ``busy``, ``full``,
    ``read-only``, ``disk``, ``log-kept``, ``unknown-speech``.
    """

    def __init__(self, path: Path | str, code: str, reason: str, advice: str) -> None:
        super().__init__(f"素材库“{path}”{reason}，{advice}。")
        self.path = str(path)
        self.code = code


class ResourceError(DraftingError):
    """A shipped or user-made data file (word list, template, layout) is faulty."""
