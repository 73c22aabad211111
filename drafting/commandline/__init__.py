"""The use cases on the console."""

from __future__ import annotations
