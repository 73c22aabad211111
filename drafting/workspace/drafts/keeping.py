"""Versions and recovery copies of the drafts, where the user's setting wants them kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from drafting.comparison.differences import compare_texts
from drafting.errors import ImportProblem, StorageError
from drafting.files.atomic import PREVIOUS_SUFFIX
from drafting.files.draft_file import decode_draft
from drafting.files.reading import read_bytes
from drafting.history.keys import NEW_DRAFT
from drafting.history.places import KeptPlaces, Place
from drafting.settings.catalogue import KEEPING_PLACE
from drafting.workspace.office.files import shared_office_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.files.draft_file import DraftFile
    from drafting.history.recovery import RecoveryStore
    from drafting.history.recovery_file import RecoveryCopy
    from drafting.history.versions import Version, VersionStore


class DraftVersions:
    """The versions of one draft; thread-safe.

    New ones are kept in ``own``; ``others`` hold what was kept while the setting was another.
    """

    def __init__(self, own: VersionStore | None, others: Sequence[VersionStore]) -> None:
        self._own = own
        self._stores = tuple(others) if own is None else (own, *others)

    @property
    def are_kept(self) -> bool:
        """Return whether a version can be kept at all."""
        return self._own is not None

    def versions(self) -> tuple[Version, ...]:
        """Return the versions, the newest first."""
        return tuple(version for store in self._stores for version in store.versions())

    def text(self, version: Version) -> str:
        """Return the text of a version.

        Raises:
            ImportProblem: it is gone or damaged.
        """
        return self._store_of(version).text(version)

    def keep(self, text: str, round_name: str = "") -> Version | None:
        """Keep a text, with the number of its changes; None where nothing new was kept.

        Raises:
            StorageError: it could not be written.
        """
        if self._own is None or not text.strip():
            return None
        known = self._own.versions()
        changes = 0
        if known:
            changes = len(compare_texts(self._own.text(known[0]), text).changes())
        return self._own.keep(text, round_name=round_name, changes=changes)

    def rename(self, version: Version, round_name: str) -> Version:
        """Give a version another name.

        Raises:
            DraftingError: it is gone or could not be written.
        """
        return self._store_of(version).rename(version, round_name)

    def remove(self, version: Version) -> None:
        """Remove one version.

        Raises:
            StorageError: it is still there.
        """
        self._store_of(version).remove(version)

    def clear(self) -> None:
        """Remove all versions of this draft.

        Raises:
            StorageError: something is still there.
        """
        for store in self._stores:
            store.clear()

    def _store_of(self, version: Version) -> VersionStore:
        holding = (one for one in self._stores if version in one.versions())
        return next(holding, self._stores[0])


class Keeping:
    """What is kept of the drafts beside their own files; thread-safe."""

    def __init__(self, data_folder: Path) -> None:
        self._places = KeptPlaces(data_folder)
        self._office = shared_office_files()

    @property
    def place(self) -> Place:
        """Return where the user wants things kept now."""
        return Place(self._office.current().settings.of(KEEPING_PLACE))

    def versions_of(self, history: str, path: Path | None) -> DraftVersions:
        """Return the versions of the draft with the mark ``history`` and the file ``path``."""
        place = self.place
        own = self._places.versions(place, history, path) if history else None
        elsewhere = Place.DATA if place is Place.BESIDE else Place.BESIDE
        others = [
            self._places.versions(one, history, path)
            for one in ((elsewhere,) if place is not Place.NOWHERE else (Place.DATA, Place.BESIDE))
            if history
        ]
        return DraftVersions(own, [one for one in others if one is not None])

    def keep_recovery(
        self, key: str, draft_file: DraftFile, sequence: int, *, replaces: tuple[str, ...] = ()
    ) -> bool:
        """Keep a recovery copy and return whether one is wanted at all.

        It is safe from the program's own end; :meth:`flush_recoveries` brings it to the disk.
        Where the data folder takes nothing, it lies beside the draft. ``replaces`` names the
        copies that the draft was restored from (:attr:`RecoveryCopy.line`).

        Raises:
            StorageError: it could not be written.
        """
        store = self._places.recovery(self.place, key)
        if store is None:
            return False
        try:
            store.save(key, draft_file, sequence, replaces=replaces)
        except StorageError:
            spare = self._places.recovery_beside(key)
            if spare is None or spare is store:
                raise
            spare.save(key, draft_file, sequence, replaces=replaces)
        return True

    def flush_recoveries(self) -> None:
        """Wait until all recovery copies are on the disk.

        Raises:
            StorageError: the disk did not take one.
        """
        for store in self._places.opened_recoveries():
            store.flush()

    def pending_recoveries(self, paths: Sequence[Path]) -> tuple[RecoveryCopy, ...]:
        """Return the copies of drafts that earlier runs did not close, the newest change first.

        Those beside drafts are looked for where the drafts of ``paths`` lie. A copy of what stands
        in the draft's file just so goes: the program ended between saving and removing it.
        """
        best: dict[str, RecoveryCopy] = {}
        for store in self._places.all_recoveries(tuple(paths)):
            for copy in store.pending():
                known = best.get(copy.name)
                if known is None or known.sequence < copy.sequence:
                    best[copy.name] = copy
        gone_on = {name for one in best.values() for name in one.replaces}
        left = [one for one in best.values() if one.name not in gone_on]
        saved = [one for one in left if _is_saved(one)]
        for one in saved:
            self.remove_recovery(one)
        wanted = (one for one in left if one not in saved)
        return tuple(sorted(wanted, key=lambda one: (-one.sequence, one.key)))

    def discard_recovery(self, key: str, replaced: tuple[str, ...] = ()) -> None:
        """Remove this run's copy of a draft that was saved or given up.

        ``replaced`` names the copies that it was restored from, which go with it.
        """
        for store in self._recoveries_of(key):
            store.discard(key)
            for name in replaced:
                store.remove(name)

    def remove_recovery(self, copy: RecoveryCopy) -> None:
        """Remove a copy that an earlier run left behind and nobody wants."""
        for store in self._recoveries_of(copy.key):
            for name in copy.line:
                store.remove(name)

    def clear_draft(self, history: str, path: Path | None) -> None:
        """Leave nothing of a draft but its own file: no version, no recovery copy, no ``.bak``.

        Raises:
            StorageError: something is still there.
        """
        self.versions_of(history, path).clear()
        if path is not None:
            for store in self._recoveries_of(str(path)):
                store.clear(str(path))
            _remove(path.with_name(path.name + PREVIOUS_SUFFIX))

    def clear_all(self) -> None:
        """Remove the versions and recovery copies of all drafts from the data folder.

        Raises:
            StorageError: something is still there.
        """
        self._places.clear_data_folder()

    def _recoveries_of(self, key: str) -> tuple[RecoveryStore, ...]:
        paths = () if key.startswith(NEW_DRAFT) else (Path(key),)
        return self._places.all_recoveries(paths)


def _is_saved(copy: RecoveryCopy) -> bool:
    """Return whether the draft's own file holds the same, whatever its revision."""
    if copy.key.startswith(NEW_DRAFT):
        return False
    try:
        saved = decode_draft(read_bytes(copy.key), copy.key)
    except ImportProblem:
        return False
    return replace(saved, revision=0) == replace(copy.draft_file, revision=0)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise StorageError(
            path, "它正被占用或没有删除权限", "请关闭占用它的程序后再清除"
        ) from error
