"""The sessions of one window: built piece by piece, connected, begun, stopped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from ui.main_window.page_links import PageLinks
from ui.main_window.sessions import Sessions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drafting.model.draft import Draft
    from ui.context.app_context import AppContext
    from ui.main_window.frame.window import MainWindow

_PAINT_MS = 5
_READ_MS = 50
# First the structure: threads that reckon at the same time hold up the page's own.
_LIBRARY_MS = 400


class Wiring(Sessions):
    """The sessions in the order of their need; what passes between them is in the links.

    At first there is what a page needs to be written on; the rest is built piece by piece between
    the events that follow, and ``completed`` is emitted. An action of what is not there yet
    builds all of it.
    """

    completed = Signal()

    def __init__(self, window: MainWindow, context: AppContext) -> None:
        super().__init__(window, context)
        self._pieces = QTimer(self)
        self._pieces.setSingleShot(True)
        self._pieces.timeout.connect(self._build_piece)
        self.page_links = PageLinks(self, self.complete)
        self.document.opened.connect(self._show_opened)
        self._steps = [
            *self.desk.steps(),
            self.build_checking,
            self.build_library,
            self.build_writing,
            self.load_late,
            self.build_late,
            self._build_links,
            self._catch_up,
        ]
        window.actions_by_id.complete = self.complete
        window.ask_to_leave = self._leave_program

    @property
    def is_complete(self) -> bool:
        """Return whether all sessions are there."""
        return not self._steps

    def begin(self, paths: Sequence[str]) -> None:
        """Open the first file given or connect the start page; then build the rest."""
        if paths:
            self.document.open_path(Path(paths[0]))
            self._pieces.start(_READ_MS)  # first its text
        else:
            self.start.show_start_page()
            self._pieces.start(0)

    def complete(self) -> None:
        """Build what is still missing, now."""
        while self._steps:
            self._steps.pop(0)()

    def shut_down(self) -> None:
        """Stop all work."""
        self.complete()
        self.stop()

    def _show_opened(self, draft: Draft | None) -> None:
        """Show the page of a draft: what was read from a file with all that belongs to it."""
        self.desk.show()
        if draft is not None:
            self.complete()
        elif self._steps:
            self._pieces.start(_PAINT_MS)  # first the page

    # ---------------------------------------------------------------- building

    def _build_piece(self) -> None:
        """Build one piece, and the next as soon as no event waits."""
        if self._steps:
            self._pieces.start(0)
            self._steps.pop(0)()

    def _build_links(self) -> None:
        from ui.main_window.session_links import SessionLinks

        self.session_links = SessionLinks(self)
        self.page_links.watch_caret()

    def _catch_up(self) -> None:
        """Let what was built meanwhile know the draft that may be open; import the use cases."""
        if self.document.is_open:
            self.versions.begin()
            self.writing.begin()
            self.resuming.begin()
            self.elsewhere.begin()
            if self.desk.editor.draft is not None:
                self.desk.outline.show_draft(self.desk.editor.draft)
        self.completed.emit()
        if not self.document.is_open:
            self.start.begin()
        self.context.jobs.run(self.context.use_cases.warm_up, self._be_warm, self.document.fail)

    def _be_warm(self, _result: object) -> None:
        """Begin what runs beside the writing; it is held up by all that reckons at one time."""
        self.is_warm = True
        self.recovery.offer()
        if self.document.is_open:
            self.checks.open()
            QTimer.singleShot(_LIBRARY_MS, self, self._begin_late)
        else:
            self._open_library()

    def _begin_late(self) -> None:
        """Begin what a draft could wait for; the start page behind it is one of them."""
        self.start.begin()
        self._open_library()
        if self.document.is_open:
            self.watch_library()

    def _open_library(self) -> None:
        self.library_desk.open()
        self.office.tell_problems()

    def _leave_program(self, then: Callable[[], None]) -> None:
        self.complete()

        def close() -> None:
            self.recovery.forget()
            self.versions.forget_unsaved()
            then()

        self.document.leave(close)
