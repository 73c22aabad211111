"""A text becomes a Draft; never raises on odd text."""

from __future__ import annotations
