"""The clock for figures that the machine's other work must not spoil."""

from __future__ import annotations

import sys
import time

# Windows counts a process's time in ticks of a 64th of a second: too coarse for one measurement.
seconds = time.perf_counter if sys.platform == "win32" else time.process_time
