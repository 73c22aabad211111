"""Fixed expressions and their dates."""

from __future__ import annotations
