"""A job that follows what changes: due after a pause or at once, never while nothing is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from ui.jobs.latest_job import LatestJob

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


class FollowingJob(LatestJob):
    """``due`` is emitted when it is time to look; whoever listens starts a call, or does not.

    It rests until :meth:`open`, and again from :meth:`pause` on.
    """

    due = Signal()

    def __init__(self, delay: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_open = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(delay)
        self._delay = delay
        self._timer.timeout.connect(self.due)

    @property
    def is_open(self) -> bool:
        """Return whether there is something to follow."""
        return self._is_open

    def open(self) -> None:
        """Follow from now on."""
        self._is_open = True

    def pause(self) -> None:
        """Follow nothing; what is under way is void."""
        self._is_open = False
        self._timer.stop()
        self.cancel()

    def note_change(self) -> None:
        """Be due when nothing has changed for the delay (milliseconds)."""
        if self._is_open:
            self._timer.start(self._delay)

    def hurry(self) -> None:
        """Be due as soon as no event waits."""
        if self._is_open:
            self._timer.start(0)

    def shut_down(self) -> None:
        """Stop and wait; call before the parent goes away."""
        self.pause()
        super().shut_down()
