"""Long work on the page, done in slices so short that no key waits for it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterator

# A third of a frame: a key that comes in the middle is still painted within one.
_SECONDS = 0.006


class Slices(QObject):
    """Runs one iterator, a slice whenever no event waits.

    ``sliced`` tells that some of it is done, ``ended`` that nothing is left; what is stopped does
    not end.
    """

    sliced = Signal()
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_busy(self) -> bool:
        """Return whether something is left to do."""
        return self._steps is not None

    def start(self, steps: Iterator[object], *, is_late: bool = False) -> None:
        """Begin with ``steps``, in place of what was under way; the first slice at once or late."""
        self._steps = steps
        if is_late:
            self._timer.start()
        else:
            self._go_on()

    def stop(self) -> None:
        """Leave the rest undone."""
        self._steps = None
        self._timer.stop()

    def finish(self) -> None:
        """Do the rest now."""
        if self._steps is not None:
            for _ in self._steps:
                pass
            self._end()

    def _go_on(self) -> None:
        if self._steps is None:
            return
        end = time.perf_counter() + _SECONDS
        for _ in self._steps:
            if time.perf_counter() > end:
                self._timer.start()
                self.sliced.emit()
                return
        self._end()

    def _end(self) -> None:
        self.stop()
        self.ended.emit()
