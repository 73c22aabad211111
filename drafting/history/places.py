"""Where versions and recovery copies lie: in the data folder, beside the draft, or nowhere."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path

from drafting.history.keys import NEW_DRAFT
from drafting.history.recovery import RecoveryStore
from drafting.history.versions import VersionStore, clear_folder

_VERSIONS = "版本"
_RECOVERY = "恢复"
# Beside a draft both lie in one folder, which goes with the drafts when they are moved.
_BESIDE = "讲稿留存"


class Place(StrEnum):
    """What the setting says (``keeping.place``)."""

    DATA = "data"
    BESIDE = "beside"
    NOWHERE = "none"


class KeptPlaces:
    """The folders of one user's versions and recovery copies."""

    def __init__(self, data_folder: Path) -> None:
        self._data_folder = data_folder
        self._recoveries: dict[Path, RecoveryStore] = {}
        self._run = os.urandom(4).hex()

    def versions(self, place: Place, history: str, path: Path | None) -> VersionStore | None:
        """Return the store of a draft's versions, None where nothing is kept.

        ``history`` is the draft's own mark, ``path`` its file if it has one.
        """
        if place is Place.DATA:
            return VersionStore(self._data_folder / _VERSIONS / history)
        if place is Place.BESIDE and path is not None:
            return VersionStore(path.parent / _BESIDE / history)
        return None

    def recovery(self, place: Place, key: str) -> RecoveryStore | None:
        """Return where the recovery copy of ``key`` is kept, None where it is not.

        A key is the path of a draft's file, or begins with ``NEW_DRAFT``.
        """
        if place is Place.DATA:
            return self._recovery(self._data_folder / _RECOVERY)
        if place is Place.BESIDE and not key.startswith(NEW_DRAFT):
            return self._recovery(Path(key).parent / _BESIDE)
        return None

    def recovery_beside(self, key: str) -> RecoveryStore | None:
        """Return where a copy may lie when the data folder takes none, None for a new draft."""
        return self.recovery(Place.BESIDE, key)

    def opened_recoveries(self) -> tuple[RecoveryStore, ...]:
        """Return the stores in which this run may have kept something."""
        return tuple(self._recoveries.values())

    def all_recoveries(self, paths: tuple[Path, ...]) -> tuple[RecoveryStore, ...]:
        """Return the stores that may hold copies, with those beside the drafts of ``paths``."""
        beside = dict.fromkeys(path.parent / _BESIDE for path in paths)
        folders = (self._data_folder / _RECOVERY, *beside)
        return tuple(self._recovery(folder) for folder in folders)

    def clear_data_folder(self) -> None:
        """Remove the versions and recovery copies of all drafts from the data folder.

        Raises:
            StorageError: something is still there.
        """
        for name in (_VERSIONS, _RECOVERY):
            clear_folder(self._data_folder / name)
        self._recoveries.clear()

    def _recovery(self, folder: Path) -> RecoveryStore:
        return self._recoveries.setdefault(folder, RecoveryStore(folder, self._run))
