"""What changed between two texts, and whose marks it bears."""

from __future__ import annotations
