"""Word lists: loading, validating, matching."""

from __future__ import annotations
