"""Let work in a child stand back behind the program that the user is typing in."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path


class Priority(StrEnum):
    """How far a child stands back."""

    USUAL = "usual"  # somebody waits for it: a file that is being opened
    BESIDE = "beside"  # follows the typing: structure, checks, overlap
    LAST = "last"  # takes long, and nobody looks on: import, counting, mining


# BELOW_NORMAL_PRIORITY_CLASS and IDLE_PRIORITY_CLASS, Microsoft, winbase.h.
_CLASSES = {Priority.BESIDE: 0x00004000, Priority.LAST: 0x00000040}
_STEPS = {Priority.BESIDE: 5, Priority.LAST: 10}
_LOAD = Path("/proc/loadavg")


def take_priority(priority: Priority) -> None:
    """Give this process and the children it starts that priority; silent where that fails."""
    if priority is Priority.USUAL:
        return
    if sys.platform == "win32":
        _take_class(_CLASSES[priority])
        return
    try:
        os.nice(_STEPS[priority])
    except OSError:
        return
    if priority is Priority.LAST and sys.platform == "linux":
        _run_when_idle()


if sys.platform == "win32":

    def _take_class(priority_class: int) -> None:
        """Give this process a class of priority of Windows."""
        import ctypes

        kernel = ctypes.WinDLL("kernel32")
        # Handles are as wide as pointers: as a plain int -1 would lose its upper half.
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        kernel.SetPriorityClass.argtypes = (ctypes.c_void_p, ctypes.c_uint32)
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), priority_class)


def _run_when_idle() -> None:
    """Take only what others leave, unless they leave nothing.

    A nice process still has its share, and a window that wakes waits for the end of its slice;
    the core that runs an idle one counts as free (sched(7), SCHED_IDLE). On a machine that is
    crowded already it would hardly ever run.
    """
    try:
        if _running_beside() < (os.cpu_count() or 1):
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    except (OSError, ValueError):
        return


def _running_beside() -> int:
    """Return how many others run or could at this moment; the load of the last minute lags.

    The fourth figure of proc(5)'s loadavg is those that run, this one among them, and all.
    """
    running = _LOAD.read_text(encoding="ascii").split()[3].partition("/")[0]
    return int(running) - 1
