"""Let long work in a child stand back behind the program that the user is typing in."""

from __future__ import annotations

import os
import sys

_STEPS = 10
_BELOW_NORMAL = 0x00004000  # BELOW_NORMAL_PRIORITY_CLASS, Microsoft, winbase.h


def lower_priority() -> None:
    """Give this process and the children it starts a lower priority; silent where that fails."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
        return
    try:
        os.nice(_STEPS)
    except OSError:
        return
