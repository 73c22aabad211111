"""Notice who else has the draft's file open, and that the file changed under the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from ui.jobs.background import BackgroundJobs
from ui.main_window.document.work import DraftWork

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from drafting.workspace.drafts.open_elsewhere import FileWatch, Sighting
    from ui.main_window.document.work import DraftPlace

_FIRST_LOOK_MS = 800  # not while the page comes up
_LOOK_MS = 20_000  # as often as a mark counts on


class ElsewhereSession(DraftWork):
    """Looks soon after a draft was opened, time and again, and when the window is come back to.

    ``offered`` brings words, the words of a button, and what that does.
    """

    offered = Signal(str, str, object)

    def __init__(self, place: DraftPlace) -> None:
        super().__init__(place)
        self._jobs = BackgroundJobs(self)
        self._path: Path | None = None
        self._watch: FileWatch | None = None
        self._seen_hash: str | None = None
        self._told_hash: str | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        place.session.changed.connect(self.begin)
        place.session.saved.connect(self._look_afresh)
        place.session.owner_changed.connect(self._tell_owner)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._note_state)

    def begin(self) -> None:
        """Follow the file of the draft that is open."""
        path = self._session.path if self._session.is_open else None
        if path == self._path:
            return
        self._leave()
        self._path, self._seen_hash, self._told_hash = path, None, None
        if path is not None:
            self._timer.start(_FIRST_LOOK_MS)

    def look(self) -> None:
        """Look at the file, unless the last look has not come back."""
        if self._path is None or self._jobs.pending or self._context.jobs.pending:
            return
        self._timer.start(_LOOK_MS)
        if self._watch is None:
            self._watch = self._context.use_cases.watch_file(self._path)
        known = self._session.known_hash()
        self._jobs.run(self._watch.look, partial(self._take, self._watch, known), self._fail)

    def shut_down(self) -> None:
        """Take the mark away and stop."""
        self._leave()
        self._jobs.shut_down()

    def _leave(self) -> None:
        self._timer.stop()
        if self._watch is not None:
            self._jobs.run(self._watch.close, lambda _result: None, self._fail)
            self._watch = None

    def _look_afresh(self) -> None:
        if self._watch is not None:
            self._watch.look_again()

    def _note_state(self, state: Qt.ApplicationState) -> None:
        """Look when the user comes back, and say again what still holds."""
        if state == Qt.ApplicationState.ApplicationActive and self._watch is not None:
            self._told_hash = None
            self.look()

    # ---------------------------------------------------------------- what was seen

    def _take(self, watch: FileWatch, known: str | None, sighting: Sighting) -> None:
        if watch is not self._watch:
            return
        if self._session.known_hash() != known or self._context.jobs.pending:
            watch.look_again()  # the draft was saved meanwhile: what was seen may be our own
            return
        if sighting.hash is not None:
            self._seen_hash = sighting.hash
        if sighting.other:
            self._session.note_owner(sighting.other)
        else:
            self._session.ask_owner()
        self._tell_news()

    def _tell_owner(self) -> None:
        """Tell who has it open now, and whoever may save is told again what was written there."""
        if self._session.owner:
            words = f"这份讲稿已在{self._session.owner}打开，这里的改动请另存为新的文件。"
            self.offered.emit(words, "另存一份", self._session.save_as)
        else:
            self.told.emit("别处已经关闭这份讲稿，现在可以直接保存。")
        self._told_hash = None
        if not self._context.jobs.pending:  # what was seen may be of before a save
            self._tell_news()

    def _tell_news(self) -> None:
        """Tell once that the file does not hold any more what was read or written here."""
        found, known = self._seen_hash, self._session.known_hash()
        if found is None or known is None or found in (known, self._told_hash):
            return
        self._told_hash = found
        self._tell_change(is_gone=not found)

    def _tell_change(self, *, is_gone: bool) -> None:
        name, session = self._session.name, self._session
        ask = partial(session.ask_about_change, is_gone=is_gone)
        take: Callable[[], None] = ask if is_gone or session.is_dirty else session.open_again
        words = f"“{name}”已被删除或移走。" if is_gone else f"“{name}”在别处被改动过。"
        offer = "怎么办" if take is ask else "打开改动后的"
        self.offered.emit(words, offer, take)

    def _fail(self, error: Exception) -> None:
        self._context.report_own(error)
