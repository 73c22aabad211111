"""Long work on the page, done in slices so short that no key waits for it."""

from __future__ import annotations

import time
from collections import deque
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Iterator

# A third of a frame: a key that comes in the middle is still painted within one.
_SECONDS = 0.006


class Slices(QObject):
    """Runs one iterator, a slice whenever no event waits.

    ``sliced`` tells that some of it is done, ``ended`` that nothing is left; what is stopped does
    not end. ``is_hurried`` while somebody waits for all that is left. All of them take turns: a key
    waits for one slice, whatever is under way.
    """

    sliced = Signal()
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] | None = None
        self.is_hurried = False

    @property
    def is_busy(self) -> bool:
        """Return whether something is left to do."""
        return self._steps is not None

    def start(self, steps: Iterator[object], *, is_late: bool = False) -> None:
        """Begin with ``steps``, in place of what was under way; the first slice at once or late."""
        self._steps = steps
        if is_late:
            _turns().add(self)
        else:
            self.go_on()

    def stop(self) -> None:
        """Leave the rest undone."""
        self._steps = None

    def finish(self) -> None:
        """Do the rest now."""
        if self._steps is not None:
            self.is_hurried = True
            try:
                for _ in self._steps:
                    pass
            finally:
                self.is_hurried = False
            self._end()

    def go_on(self) -> None:
        """Do one slice of what is left."""
        if self._steps is None:
            return
        end = time.perf_counter() + _SECONDS
        for _ in self._steps:
            if time.perf_counter() > end:
                _turns().add(self)
                self.sliced.emit()
                return
        self._end()

    def _end(self) -> None:
        self.stop()
        self.ended.emit()


class _Turns(QObject):
    """Gives a turn to one after the other, and the events that came meanwhile theirs."""

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self._waiting: deque[Slices] = deque()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._give_turn)

    def add(self, one: Slices) -> None:
        """Let ``one`` go on when it is its turn."""
        if one not in self._waiting:
            self._waiting.append(one)
        self._timer.start()

    def _give_turn(self) -> None:
        one = self._waiting.popleft()
        if self._waiting:
            self._timer.start()
        if isValid(one):  # else its window was closed meanwhile
            one.go_on()


@cache
def _turns() -> _Turns:
    return _Turns(QCoreApplication.instance())
