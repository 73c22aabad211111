"""How much memory this process may take, and takes."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    from drafting.processes.windows_job import limit_memory, used_memory
else:
    from drafting.processes.posix_limits import limit_memory, used_memory

__all__ = ["limit_memory", "used_memory"]
