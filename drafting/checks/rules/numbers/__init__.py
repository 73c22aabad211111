"""Numbers and dates (GB/T 15835-2011)."""

from __future__ import annotations
