"""Run single calls (open, save, export) off the GUI thread, one after another, none dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QThreadPool, Signal, SignalInstance

if TYPE_CHECKING:
    from collections.abc import Callable


class _Call(NamedTuple):
    work: Callable[[], Any]
    on_success: Callable[[Any], None]
    on_failure: Callable[[Exception], None]


def _perform(call: _Call, done: SignalInstance) -> None:
    """Do the work and emit its result or its exception (worker thread)."""
    outcome: object
    try:
        outcome = call.work()
    except Exception as error:  # noqa: BLE001 - handed to the GUI thread
        outcome = error
    done.emit(call, outcome)


class BackgroundJobs(QObject):
    """A serial worker; results and faults come back on the GUI thread, in order."""

    idle = Signal()
    _done = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pending = 0
        self._is_shut_down = False
        self._done.connect(self._deliver)

    @property
    def pending(self) -> int:
        """Return how many calls have not come back."""
        return self._pending

    def run(
        self,
        work: Callable[[], Any],
        on_success: Callable[[Any], None],
        on_failure: Callable[[Exception], None],
    ) -> None:
        """Do ``work`` in the background, then call one of the two others here."""
        if self._is_shut_down:
            return
        call = _Call(work, on_success, on_failure)
        self._pending += 1
        self._pool.start(lambda: _perform(call, self._done))

    def shut_down(self, patience: int = -1) -> None:
        """Wait for what was begun, at most ``patience`` milliseconds; drop what comes later."""
        self._is_shut_down = True
        self._pool.waitForDone(patience)

    def _deliver(self, call: _Call, outcome: object) -> None:
        self._pending -= 1
        if not self._is_shut_down:
            if isinstance(outcome, Exception):
                call.on_failure(outcome)
            else:
                call.on_success(outcome)
        if self._pending == 0:
            self.idle.emit()
