"""A few children behind one request method, so that every core can work."""

from __future__ import annotations

import os
import queue
from typing import TYPE_CHECKING, Any

from drafting.processes.child import ChildProcess

if TYPE_CHECKING:
    from collections.abc import Sequence


class ChildPool:
    """One child per core, each started when it is first needed; thread-safe."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        size: int | None = None,
        memory_bytes: int | None = None,
        is_kept: bool = False,
    ) -> None:
        """Prepare ``size`` children; ``is_kept`` as in ``ChildProcess``."""
        count = max(size or os.cpu_count() or 1, 1)
        self._children = [
            ChildProcess(command, memory_bytes=memory_bytes, is_kept=is_kept) for _ in range(count)
        ]
        # The child used last is taken first: a warm one answers at once, the others stay unborn.
        self._free: queue.LifoQueue[ChildProcess] = queue.LifoQueue()
        for child in self._children:
            self._free.put(child)

    def request(self, payload: dict[str, Any], timeout: float) -> dict[str, Any]:
        """Return the answer of a free child, waiting for one without a limit.

        ``timeout`` is in seconds and counts neither that wait nor the start of a new child.

        Raises:
            ChildFault: no answer came; the other children go on.
            DraftingError: what the handler raised.
        """
        child = self._free.get()
        try:
            return child.request(payload, timeout)
        finally:
            self._free.put(child)

    def close(self) -> None:
        """End all children, as ``ChildProcess.close`` does; a later request starts new ones."""
        for child in self._children:
            child.close()
