"""A memory limit for this process on Linux; macOS takes it and does not keep it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_LINUX = sys.platform.startswith("linux")

if sys.platform != "win32":
    import resource

    def limit_memory(limit: int) -> bool:
        """Let this process take at most ``limit`` bytes; return whether the system keeps to it.

        RLIMIT_AS counts the address space, a little more than what is used.
        """
        try:
            _, hard = resource.getrlimit(resource.RLIMIT_AS)
            top = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
            resource.setrlimit(resource.RLIMIT_AS, (top, hard))
        except (OSError, ValueError):
            return False
        return _LINUX

    def used_memory() -> int:
        """Return the bytes in use now (macOS: at most so far), 0 where that is unknown."""
        try:
            if _LINUX:
                pages = Path("/proc/self/statm").read_bytes().split()[1]
                return int(pages) * os.sysconf("SC_PAGE_SIZE")
            return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        except (OSError, ValueError, IndexError):
            return 0
