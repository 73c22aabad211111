"""Which files of a folder are speeches, and what else stands there."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from drafting.files.atomic import PREVIOUS_SUFFIX
from drafting.files.draft_file import DRAFT_SUFFIX
from drafting.importers.unreadable import kind_beside
from drafting.model.speech import FailedSpeech, PassedFiles
from drafting.workspace.drafts.opening import file_kinds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_LINK = ("指向别处的文件夹", "请直接添加它所指的那个文件夹")
_COMPANION = ("网页附带的文件夹", "里面是网页的图片和样式，可以不管")
# Where browsers put what belongs to a page that was saved.
_COMPANION_ENDINGS, _ENDING = ("_files", ".files"), len("_files")
_PAGES = (".htm", ".html")
# Of the system, of Word and of ourselves: no user knows them.
_SYSTEM_FILES = frozenset(("thumbs.db", "desktop.ini", "ehthumbs.db"))
_SYSTEM_FOLDERS = frozenset(("$recycle.bin", "system volume information"))
_MARKS = ("~$", ".")
_KEPT = DRAFT_SUFFIX + PREVIOUS_SUFFIX
_TRASH = ".Trash"


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """The speeches, what else the folders hold kind by kind, and folders that do not open."""

    speeches: tuple[Path, ...]
    passed: tuple[PassedFiles, ...] = ()
    failed: tuple[FailedSpeech, ...] = ()


def find_speech_files(paths: Iterable[Path | str]) -> FoundFiles:
    """Return files named, and of folders all of a kind that can be read, in order of names.

    Links to other folders are not followed: they might lead back.
    """
    search = _Search()
    found = dict.fromkeys(one for path in map(Path, paths) for one in search.of(path))
    passed = tuple(PassedFiles(*about, tuple(some)) for about, some in search.passed.items())
    return FoundFiles(tuple(found), passed, tuple(search.failed))


class _Search:
    """Walks through folders and notes what it passes."""

    def __init__(self) -> None:
        self.passed: dict[tuple[str, str], list[str]] = {}
        self.failed: list[FailedSpeech] = []
        self._suffixes = {suffix for _, some in file_kinds() for suffix in some}

    def of(self, path: Path) -> list[Path]:
        """Return the speeches in a folder; a file is one whatever its name."""
        return sorted(self._iter_folder(path)) if path.is_dir() else [path]

    def _iter_folder(self, folder: Path) -> Iterator[Path]:
        for place, folders, names in os.walk(folder, onerror=self._note_closed):
            here = Path(place)
            folders[:] = sorted(one for one in folders if self._is_entered(here / one, names))
            for name in sorted(names):
                if name.startswith(_MARKS) or name.lower() in _SYSTEM_FILES:
                    continue
                path = here / name
                if path.suffix.lower() in self._suffixes:
                    yield path
                elif not name.lower().endswith(_KEPT):
                    self._note(kind_beside(name), path)

    def _is_entered(self, folder: Path, beside: Sequence[str]) -> bool:
        name = folder.name
        if name.lower() in _SYSTEM_FOLDERS or name.startswith(_TRASH):
            return False
        if folder.is_symlink():
            self._note(_LINK, folder)
            return False
        stem = next(
            (name.removesuffix(end) for end in _COMPANION_ENDINGS if name.endswith(end)), ""
        )
        if stem and any(stem + suffix in beside for suffix in _PAGES):
            self._note(_COMPANION, folder)
            return False
        return True

    def _note(self, about: tuple[str, str], path: Path) -> None:
        self.passed.setdefault(about, []).append(str(path))

    def _note_closed(self, error: OSError) -> None:
        reason = f"这个文件夹读不出来（错误号 {error.errno}），请检查磁盘或网络后再添加"
        if isinstance(error, PermissionError):
            reason = "没有权限打开这个文件夹，请检查权限后再添加"
        self.failed.append(FailedSpeech(str(error.filename), reason))
