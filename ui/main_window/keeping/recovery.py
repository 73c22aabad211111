"""Keep every change within a third of a second, and offer what a crash left behind."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal

from drafting.errors import DraftingError
from drafting.history.keys import NEW_DRAFT
from ui.error_reporting.log import LOG
from ui.error_reporting.report import summary_of
from ui.jobs.background import BackgroundJobs
from ui.main_window.document.work import DraftWork

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafting.history.recovery_file import RecoveryCopy
    from ui.main_window.document.work import DraftPlace

# Counted from the first change that is not kept yet, never anew from each key. Less than two
# seconds are promised: the rest is for a machine that has much else to do.
_EVERY_MS = 300
_FLUSH_MS = 1000  # what a power cut may take beside it


class RecoverySession(DraftWork):
    """Writes in the background; a copy that cannot be written never disturbs the writing.

    ``kept`` tells whether a copy was kept, or none is wanted (无痕). ``offered`` brings words, the
    words of a button, and what that does: copies of other drafts, found while one is written.
    """

    kept = Signal(bool)
    offered = Signal(str, str, object)

    def __init__(self, place: DraftPlace) -> None:
        super().__init__(place)
        self._jobs = BackgroundJobs(self)
        self._flushing = BackgroundJobs(self)  # apart: a disk may take its time
        self._key = ""
        self._locked_key = ""
        self._sequence = 0
        self._has_copy = False
        self._is_waiting = False
        self._restoring: RecoveryCopy | None = None
        self._restored: tuple[str, ...] = ()  # the copies that the draft on the page goes on from
        self._copies: dict[str, RecoveryCopy] = {}
        self._is_unasked = False
        self._has_warned = False
        self._due = self._timer(_EVERY_MS, self._keep)
        self._flush_due = self._timer(_FLUSH_MS, self._flush)
        self._jobs.idle.connect(self._keep_waiting)
        place.editor.text_changed.connect(self._note_change)
        place.session.amended.connect(self._note_change)
        place.session.opened.connect(self._note_opened)
        place.session.changed.connect(self._note_state)
        place.session.saved.connect(self._note_saved)

    def offer(self) -> None:
        """Offer the drafts that were not saved when the program last ended."""
        cases, recent = self._context.use_cases, self._context.settings.recent_files()
        self._jobs.run(lambda: cases.keeping().pending_recoveries(recent), self._sift, self._fail)

    def forget(self) -> None:
        """Drop this draft's copy: it was saved or given up."""
        self._due.stop()
        self._flush_due.stop()
        self._is_waiting = False
        if self._key:
            discard = partial(self._discard, self._key, self._restored)
            self._jobs.run(discard, _nothing, self._fail)
            self._key, self._restored = "", ()

    def shut_down(self) -> None:
        """Write what is still waiting to be written, and stop."""
        if self._due.isActive() or self._is_waiting:
            self._write()
        self._jobs.shut_down()
        if self._key and self._has_copy:
            self._flush()
        self._flushing.shut_down()

    def _timer(self, delay: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        # On Windows a coarse one waits for as long as keys keep coming.
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setInterval(delay)
        timer.timeout.connect(then)
        return timer

    def _discard(self, key: str, restored: tuple[str, ...]) -> None:
        self._context.use_cases.keeping().discard_recovery(key, restored)

    def _note_opened(self) -> None:
        self.forget()
        path = self._session.path
        # A draft that another window has open is no longer the one that its file's name stands for.
        is_own = path is not None and not self._session.owner
        copy, self._restoring, self._has_copy = self._restoring, None, False
        self._free_key()
        if copy is not None:
            self._key, self._restored = copy.key, copy.line
            self._lock_key()
        else:
            self._key = str(path) if is_own else f"{NEW_DRAFT}{os.urandom(8).hex()}"
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
        if self._restored and not self._session.is_dirty:
            self._drop_copy()
        if self._is_unasked and self._copies:
            self._offer_in_passing()

    def _drop_copy(self) -> None:
        """Remove the copy; the draft is written on under the same key."""
        key = self._key
        self.forget()
        self._key = key
        self._has_copy = False

    def _note_change(self) -> None:
        if self._key and not self._due.isActive():
            self._due.start()

    def _keep(self) -> None:
        """Keep what is on the page, as soon as what is being written is; only the newest waits."""
        if self._editor.is_editing:  # asking for its text would hold the window up
            self._due.start()
        elif self._jobs.pending:
            self._is_waiting = True
        else:
            self._write()

    def _keep_waiting(self) -> None:
        if self._is_waiting:
            self._keep()

    def _write(self) -> None:
        self._due.stop()
        self._is_waiting = False
        if not (self._session.is_dirty and self._key):
            return
        self._lock_key()  # not before there is a copy: a blank page is to be there at once
        snapshot, base, key = self._session.snapshot(), self._session.base, self._key
        cases, restored = self._context.use_cases, self._restored
        self._sequence += 1
        number = self._sequence

        def work() -> bool:
            draft_file = cases.draft_file(snapshot, base)
            return cases.keeping().keep_recovery(key, draft_file, number, replaces=restored)

        self._has_copy = True
        self._jobs.run(work, self._tell_kept, self._fail)

    def _tell_kept(self, is_kept: bool) -> None:  # noqa: FBT001 - what the work gave
        if is_kept and self._flush_due.isActive():  # said within this second
            return
        self.kept.emit(is_kept)
        if is_kept and self._key:
            self._flush_due.start()

    def _flush(self) -> None:
        """Bring to the disk what is kept; a slow one is not asked again before it has answered."""
        if self._flushing.pending:
            self._flush_due.start()
            return
        cases = self._context.use_cases
        self._flushing.run(
            lambda: cases.keeping().flush_recoveries(), self._note_flushed, self._fail
        )

    def _note_flushed(self, _result: object) -> None:
        self._has_warned = False

    def _fail(self, error: Exception) -> None:
        """Warn once; the next change tries again."""
        LOG.write("error", f"recovery {summary_of(error)}")
        if not self._has_warned:
            self._has_warned = True
            reason = str(error) if isinstance(error, DraftingError) else ""
            self.told.emit(f"自动恢复暂时不可用，请及时保存。{reason}")

    def _sift(self, copies: tuple[RecoveryCopy, ...]) -> None:
        """Offer what is worth it and not the copy of another running window."""
        worth = [copy for copy in copies if copy.draft_file.text.strip()]
        self._session.locks.ask(
            lambda locks: [copy for copy in worth if not locks.is_open_elsewhere(copy.key)],
            self._show_offers,
        )

    def _show_offers(self, copies: list[RecoveryCopy]) -> None:
        self._copies = {copy.name: copy for copy in copies}
        if not self._copies:
            return
        if self._session.is_open and self._session.is_dirty:
            self._offer_in_passing()
        else:
            self._ask()

    def _offer_in_passing(self) -> None:
        """Offer without a dialog, which would take the keys that are meant for the page."""
        self._is_unasked = True
        words = f"上次没有正常关闭，有 {len(self._copies)} 份稿件没有保存。"
        self.offered.emit(words, "看看能恢复什么", self._ask)

    def _ask(self) -> None:
        self._is_unasked = False
        from ui.dialogs.keeping.recovery import RecoveryDialog, RecoveryOffer

        offers = [
            RecoveryOffer(
                copy.name,
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
            self._session.leave(partial(self._restore, self._copies[chosen[0]]))

    def _restore(self, copy: RecoveryCopy) -> None:
        self._restoring = self._copies.pop(copy.name)
        path = _path_of(copy)
        self._session.show_recovered(copy.draft_file, Path(path) if path else None, _name_of(copy))

    def _give_up(self, name: str) -> None:
        copy = self._copies.pop(name)
        history = copy.draft_file.history if copy.key.startswith(NEW_DRAFT) else ""
        keeping = self._context.use_cases.keeping

        def discard() -> None:
            keeping().remove_recovery(copy)
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
