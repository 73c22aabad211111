"""Keep a recovery copy within two seconds of every change, and offer what a crash left behind."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from drafting.errors import DraftingError
from drafting.history.keys import NEW_DRAFT
from ui.error_reporting.log import LOG
from ui.error_reporting.report import summary_of
from ui.jobs.background import BackgroundJobs
from ui.main_window.draft_work import DraftWork

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafting.history.recovery import RecoveryCopy
    from ui.main_window.draft_work import DraftPlace

# A copy is written after a pause, and while typing goes on without one at the latest then:
# with the time that writing takes, less than two seconds are ever lost.
_PAUSE_MS = 600
_LATEST_MS = 1500


class RecoverySession(DraftWork):
    """Writes in the background; a copy that cannot be written never disturbs the writing.

    ``kept`` tells whether a copy was kept, or none is wanted (无痕).
    """

    kept = Signal(bool)

    def __init__(self, place: DraftPlace) -> None:
        super().__init__(place)
        self._jobs = BackgroundJobs(self)
        self._key = ""
        self._next_key = ""
        self._locked_key = ""
        self._has_copy = False
        self._is_restored = False
        self._copies: dict[str, RecoveryCopy] = {}
        self._has_warned = False
        self._pause = self._timer(_PAUSE_MS)
        self._latest = self._timer(_LATEST_MS)
        place.editor.text_settled.connect(self._note_change)
        place.session.opened.connect(self._note_opened)
        place.session.changed.connect(self._note_state)
        place.session.saved.connect(self._note_saved)

    def offer(self) -> None:
        """Offer the drafts that were not saved when the program last ended."""
        cases, recent = self._context.use_cases, self._context.settings.recent_files()
        self._jobs.run(
            lambda: cases.keeping().pending_recoveries(recent), self._show_offers, self._fail
        )

    def forget(self) -> None:
        """Drop this draft's copy: it was saved or given up."""
        self._pause.stop()
        self._latest.stop()
        if self._key:
            self._jobs.run(partial(self._discard, self._key), _nothing, self._fail)
            self._key = ""

    def shut_down(self) -> None:
        """Write what is still waiting to be written, and stop."""
        if self._pause.isActive() or self._latest.isActive():
            self._keep()
        self._jobs.shut_down()

    def _timer(self, delay: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(delay)
        timer.timeout.connect(self._keep)
        return timer

    def _discard(self, key: str) -> None:
        self._context.use_cases.keeping().discard_recovery(key)

    def _note_opened(self) -> None:
        self.forget()
        path = self._session.path
        # A draft that another window has open is no longer the one that its file's name stands for.
        is_own = path is not None and not self._session.owner
        self._has_copy, self._is_restored = False, bool(self._next_key)
        self._key = self._next_key or (str(path) if is_own else f"{NEW_DRAFT}{os.urandom(8).hex()}")
        self._next_key = ""
        self._free_key()
        if self._is_restored:
            self._lock_key()
        if self._session.is_dirty:
            self._note_change()

    def _lock_key(self) -> None:
        """Keep a second window from offering the copy of a draft that is being written here."""
        if self._key.startswith(NEW_DRAFT):
            self._locked_key = self._key
            self._session.locks.take(self._key)

    def _free_key(self) -> None:
        if self._locked_key:
            self._session.locks.release(self._locked_key)
            self._locked_key = ""

    def _note_state(self) -> None:
        if not self._session.is_open:
            self.forget()
        elif not self._session.is_dirty and self._has_copy:
            self._drop_copy()

    def _note_saved(self) -> None:
        """What was restored has its copy from before, which must not be offered again."""
        if self._is_restored and not self._session.is_dirty:
            self._drop_copy()

    def _drop_copy(self) -> None:
        """Remove the copy; the draft is written on under the same key."""
        key = self._key
        self.forget()
        self._key = key
        self._has_copy = self._is_restored = False

    def _note_change(self) -> None:
        if not (self._session.is_open and self._key):
            return
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    def _keep(self) -> None:
        self._pause.stop()
        self._latest.stop()
        if not (self._session.is_dirty and self._key):
            return
        self._lock_key()  # not before there is a copy: a blank page is to be there at once
        snapshot, base, key = self._session.snapshot(), self._session.base, self._key
        cases = self._context.use_cases

        def work() -> bool:
            draft_file = cases.draft_file(snapshot, base)
            return cases.keeping().keep_recovery(key, draft_file, snapshot.revision)

        self._has_copy = True
        self._jobs.run(work, self._tell_kept, self._fail)

    def _tell_kept(self, is_kept: bool) -> None:  # noqa: FBT001 - what the work gave
        self._has_warned = False
        self.kept.emit(is_kept)

    def _fail(self, error: Exception) -> None:
        """Warn once; the next change tries again."""
        LOG.write("error", f"recovery {summary_of(error)}")
        if not self._has_warned:
            self._has_warned = True
            reason = str(error) if isinstance(error, DraftingError) else ""
            self.told.emit(f"自动恢复暂时不可用，请及时保存。{reason}")

    def _show_offers(self, copies: tuple[RecoveryCopy, ...]) -> None:
        self._copies = {copy.key: copy for copy in copies if self._is_left_behind(copy)}
        if not self._copies:
            return
        from ui.dialogs.recovery_dialog import RecoveryDialog, RecoveryOffer

        offers = [
            RecoveryOffer(
                copy.key,
                _name_of(copy),
                time_words(copy.saved_at),
                copy.draft_file.text,
                _path_of(copy),
            )
            for copy in self._copies.values()
        ]
        dialog = RecoveryDialog(offers, self._window)
        chosen: list[str] = []
        dialog.restore_chosen.connect(chosen.append)
        dialog.restore_chosen.connect(dialog.accept)
        dialog.discard_chosen.connect(self._give_up)
        dialog.exec()
        dialog.deleteLater()
        if chosen:
            self._session.leave(self._restoring(self._copies[chosen[0]]))

    def _is_left_behind(self, copy: RecoveryCopy) -> bool:
        """Return whether a copy is worth offering and not the one of another running window."""
        locks = self._session.locks
        return bool(copy.draft_file.text.strip()) and not locks.is_open_elsewhere(copy.key)

    def _restoring(self, copy: RecoveryCopy) -> Callable[[], None]:
        def restore() -> None:
            self._next_key = copy.key
            path = _path_of(copy)
            self._session.show_recovered(
                copy.draft_file, Path(path) if path else None, _name_of(copy)
            )

        return restore

    def _give_up(self, key: str) -> None:
        history = self._copies[key].draft_file.history if key.startswith(NEW_DRAFT) else ""
        keeping = self._context.use_cases.keeping

        def discard() -> None:
            keeping().discard_recovery(key)
            if history:  # no file will ever lead to these versions again
                keeping().clear_draft(history, None)

        self._jobs.run(discard, _nothing, self._fail)


def time_words(saved_at: float | None) -> str:
    """Return when a copy was made: the time of today, yesterday, or the date with it."""
    if saved_at is None:
        return "未保存"
    from PySide6.QtCore import QDate, QDateTime

    saved = QDateTime.fromSecsSinceEpoch(int(saved_at))
    day, time = saved.date(), saved.time().toString("HH:mm")
    days = day.daysTo(QDate.currentDate())
    if days in (0, 1):
        return f"{'昨天' if days else '今天'} {time}"
    return f"{day.year()}年{day.month()}月{day.day()}日 {time}"


def _path_of(copy: RecoveryCopy) -> str:
    return "" if copy.key.startswith(NEW_DRAFT) else copy.key


def _name_of(copy: RecoveryCopy) -> str:
    """Return the file's name, or the first line of a draft that had none."""
    path = _path_of(copy)
    if path:
        return Path(path).name
    return copy.draft_file.text.strip().partition("\n")[0][:30]


def _nothing(_result: object) -> None:
    """Take a result that says nothing."""
