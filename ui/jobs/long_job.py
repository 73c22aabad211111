"""Run one long piece of work off the GUI thread, with progress and a way to stop it."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QThreadPool, Signal, SignalInstance

Stop = Callable[[], bool]
Tell = Callable[[object], None]
LongWork = Callable[[Stop, Tell], object]


def _perform(work: LongWork, stop: Stop, told: SignalInstance, done: SignalInstance) -> None:
    """Do the work and emit what it tells and its result or exception (worker thread)."""
    outcome: object
    try:
        outcome = work(stop, told.emit)
    except Exception as error:  # noqa: BLE001 - handed to the GUI thread
        outcome = error
    done.emit(outcome)


class LongJob(QObject):
    """One piece of work at a time; its result comes back also after it was stopped.

    ``work`` is called with a function that says whether it should stop and one that tells how far
    it is; it must not touch a QObject.
    """

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(Exception)
    _done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._stop = threading.Event()
        self._is_busy = False
        self._is_shut_down = False
        self._done.connect(self._deliver)

    @property
    def is_busy(self) -> bool:
        """Return whether the work is under way."""
        return self._is_busy

    def start(self, work: LongWork) -> bool:
        """Start ``work``; return False where another is under way."""
        if self._is_busy or self._is_shut_down:
            return False
        self._is_busy = True
        self._stop = stop = threading.Event()
        self._pool.start(lambda: _perform(work, stop.is_set, self.progressed, self._done))
        return True

    def stop(self) -> None:
        """Ask the work to stop; what it has done by then is delivered."""
        self._stop.set()

    def shut_down(self) -> None:
        """Stop and wait; call before the parent goes away."""
        self._is_shut_down = True
        self.stop()
        self._pool.waitForDone()

    def _deliver(self, outcome: object) -> None:
        self._is_busy = False
        if self._is_shut_down:
            return
        if isinstance(outcome, Exception):
            self.failed.emit(outcome)
        else:
            self.succeeded.emit(outcome)
