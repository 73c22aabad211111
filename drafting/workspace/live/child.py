"""The one child process in which the texts of the window are checked, compared and counted."""

from __future__ import annotations

import threading
from typing import Any

from drafting.errors import DraftingError
from drafting.processes.child import ChildFault, ChildProcess, program_command
from drafting.processes.priority import Priority

_MEMORY = 1_500_000_000


class CheckingChild:
    """Started when it is first asked, again after every fault; thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._child: ChildProcess | None = None
        self._has_answered = self._is_over = False

    @property
    def is_warm(self) -> bool:
        """Return whether the child has answered: what it needs is imported."""
        return self._has_answered

    def request(self, payload: dict[str, Any], seconds: float, failed: str) -> dict[str, Any]:
        """Return the child's answer.

        Raises:
            DraftingError: with the sentence ``failed``, where the child died or did not answer;
                the next call starts a new one.
        """
        with self._lock:
            if self._is_over:
                raise DraftingError(failed)
            if self._child is None:
                self._child = ChildProcess(
                    program_command(), memory_bytes=_MEMORY, priority=Priority.BESIDE
                )
            child = self._child
        try:
            answer = child.request(payload, seconds)
        except ChildFault as fault:
            self._drop()
            raise DraftingError(failed) from fault
        self._has_answered = True
        return answer

    def close(self) -> None:
        """End the child for good: who asks from now on gets no answer and waits for none."""
        with self._lock:
            self._is_over = True
        self._drop()

    def _drop(self) -> None:
        with self._lock:
            child, self._child = self._child, None
            self._has_answered = False
        if child is not None:
            child.close(is_final=True)
