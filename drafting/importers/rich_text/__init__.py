"""Rich Text Format."""

from __future__ import annotations
