"""The page on which one writes."""

from __future__ import annotations
