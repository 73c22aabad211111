"""Files on their way into the library: one batch at a time, the next ones wait for their turn."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from ui.jobs.long_job import LongJob, Stop, Tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.workspace.library.import_service import ImportOutcome
    from ui.context.library_cases import LibraryCases


class _Batch(NamedTuple):
    paths: list[str]
    is_starters: bool


class ImportQueue(QObject):
    """Whoever adds files while others are taken in is not refused.

    ``progressed`` tells how far the batch under way is, ``ended`` brings what became of all batches
    once none waits any more, ``failed`` what ended one of them; the others are given up then.
    """

    progressed = Signal(object)
    ended = Signal(object)
    failed = Signal(Exception)

    def __init__(self, cases: LibraryCases, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cases = cases
        self._waiting: deque[_Batch] = deque()
        self._outcomes: list[ImportOutcome] = []
        self._is_held = False
        self._job = LongJob(self)
        self._job.progressed.connect(self.progressed)
        self._job.succeeded.connect(self._take_outcome)
        self._job.failed.connect(self._fail)

    @property
    def is_busy(self) -> bool:
        """Return whether a batch is under way or waits."""
        return self._job.is_busy or bool(self._waiting)

    @property
    def waiting(self) -> int:
        """Return how many batches wait for their turn."""
        return len(self._waiting)

    def add(self, paths: Sequence[str], *, starters: bool = False) -> bool:
        """Take in ``paths``, or what the program brings; return False where that has to wait."""
        self._waiting.append(_Batch(list(paths), starters))
        return self._begin_next()

    def hold(self) -> None:
        """Begin nothing until :meth:`go_on`: the library is being checked or copied."""
        self._is_held = True

    def go_on(self) -> None:
        """Begin what waits."""
        self._is_held = False
        self._begin_next()

    def stop(self) -> None:
        """Ask the batch under way to stop, and give up those that wait."""
        self._waiting.clear()
        self._job.stop()

    def shut_down(self) -> None:
        """Stop and wait."""
        self._waiting.clear()
        self._job.shut_down()

    def _begin_next(self) -> bool:
        """Begin the batch that waits longest, unless another is under way."""
        if self._is_held or self._job.is_busy or not self._waiting:
            return False
        cases, batch = self._cases, self._waiting.popleft()

        def work(stop: Stop, tell: Tell) -> ImportOutcome:
            return cases.add(batch.paths, stop, tell, starters=batch.is_starters)

        return self._job.start(work)

    def _take_outcome(self, outcome: ImportOutcome) -> None:
        self._outcomes.append(outcome)
        if outcome.was_stopped or not self._waiting:
            self._end()
        self._begin_next()  # also what was added after the others were stopped

    def _end(self) -> None:
        from drafting.workspace.library.import_service import joined_outcomes

        outcomes, self._outcomes = self._outcomes, []
        if outcomes:
            self.ended.emit(joined_outcomes(outcomes))

    def _fail(self, error: Exception) -> None:
        self._waiting.clear()
        self._end()
        self.failed.emit(error)
