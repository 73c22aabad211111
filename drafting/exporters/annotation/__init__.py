"""Comments and tracked changes put into a Word file that is there already, all else kept."""

from __future__ import annotations
