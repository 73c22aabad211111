"""The clock for figures that the machine's other work must not spoil."""

from __future__ import annotations

import gc
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# Windows counts a process's time in ticks of a 64th of a second: too coarse for one measurement.
seconds = time.perf_counter if sys.platform == "win32" else time.process_time


def seconds_of(work: Callable[[], object]) -> float:
    """Return the seconds that one piece of work takes.

    No garbage is looked for meanwhile: such a search goes through all that a run of ten thousand
    tests holds, may take a second in the middle of the work, and tells nothing of it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        begun = seconds()
        work()
        return seconds() - begun
    finally:
        if was_on:
            gc.enable()
