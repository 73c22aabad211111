"""Run plain functions off the GUI thread; only the newest call's result comes back."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QThreadPool, Signal, SignalInstance

Work = Callable[[Callable[[], bool]], object]


class JobResult(NamedTuple):
    """What a job brought back, with the ticket and the text's revision that it was started for."""

    ticket: int
    revision: int
    value: object


class _Call(NamedTuple):
    ticket: int
    revision: int
    work: Work
    stop: threading.Event


def _perform(call: _Call, done: SignalInstance) -> None:
    """Do the work and emit its result or its exception (worker thread)."""
    outcome: object
    try:
        outcome = call.work(call.stop.is_set)
    except Exception as error:  # noqa: BLE001 - handed to the GUI thread
        outcome = error
    done.emit(call, outcome)


class LatestJob(QObject):
    """One kind of job: starting a new one makes what runs or waits void.

    At most one call runs and at most one waits, so that fast typing never queues work up. ``work``
    is called with a function that says whether it should stop early; it must not touch a QObject.
    """

    succeeded = Signal(object)
    failed = Signal(Exception)
    _done = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._ticket = 0
        self._running: _Call | None = None
        self._waiting: _Call | None = None
        self._is_shut_down = False
        self._done.connect(self._deliver)

    @property
    def is_busy(self) -> bool:
        """Return whether a call runs or waits."""
        return self._running is not None

    def start(self, work: Work, revision: int = 0) -> int:
        """Start ``work`` as soon as the running call has ended; return its ticket."""
        self.cancel()
        if self._is_shut_down:
            return self._ticket
        call = _Call(self._ticket, revision, work, threading.Event())
        if self._running is None:
            self._begin(call)
        else:
            self._waiting = call
        return call.ticket

    def cancel(self) -> None:
        """Make what runs or waits void; the running call is asked to stop."""
        self._ticket += 1
        self._waiting = None
        if self._running is not None:
            self._running.stop.set()

    def shut_down(self) -> None:
        """Stop and wait; call before the parent goes away."""
        self._is_shut_down = True
        self.cancel()
        self._pool.waitForDone()

    def _begin(self, call: _Call) -> None:
        self._running = call
        self._pool.start(lambda: _perform(call, self._done))

    def _deliver(self, call: _Call, outcome: object) -> None:
        self._running = None
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._begin(waiting)
        if call.ticket != self._ticket:
            return
        if isinstance(outcome, Exception):
            self.failed.emit(outcome)
        else:
            self.succeeded.emit(JobResult(call.ticket, call.revision, outcome))
