"""Words and characters."""

from __future__ import annotations
