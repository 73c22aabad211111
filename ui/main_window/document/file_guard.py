"""Open and save files, and know what stood in them when they were last seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from drafting.files.draft_file import DraftFile
    from drafting.workspace.drafts.opening import OpenedFile
    from ui.context.use_cases import UseCases


class FileGuard:
    """Opens and saves (worker thread, one call at a time) and notices foreign changes."""

    def __init__(self, use_cases: UseCases) -> None:
        self._cases = use_cases
        self._known: dict[Path, str | None] = {}
        self._read: dict[Path, bytes] = {}

    def open_unparsed(self, path: Path) -> DraftFile:
        """Read a draft file without its structure and remember what stood in it.

        Raises:
            ImportProblem: it cannot be read.
        """
        from drafting.files.draft_file import decode_draft
        from drafting.files.reading import read_bytes

        data = read_bytes(path)
        saved = decode_draft(data, path)
        self._read[path] = data  # hashed when it is wanted: the text is to be shown first
        return saved

    def open(self, path: Path) -> OpenedFile:
        """Open a file and remember what stood in it.

        Raises:
            ImportProblem: it cannot be read.
        """
        seen = self._cases.file_hash(path)
        self._read.pop(path, None)
        opened = self._cases.open_file(path)
        self._known[path] = seen
        return opened

    def save(self, path: Path, saved: DraftFile, *, overwrite: bool) -> None:
        """Save; unless ``overwrite``, only over what was read or written here last.

        Raises:
            ChangedOutside: something else stands there.
            StorageError: it could not be written.
        """
        known = None if overwrite else self.known(path)
        self._known[path] = self._cases.save_draft(path, saved, known)

    def known(self, path: Path) -> str | None:
        """Return the hash of what was read or written here last, None where it is not known."""
        data = self._read.pop(path, None)
        if data is not None:
            from drafting.files.hashes import bytes_hash

            self._known[path] = bytes_hash(data)
        return self._known.get(path)
