"""What was kept of a draft: versions, rounds, what a crash left, two texts side by side."""

from __future__ import annotations
