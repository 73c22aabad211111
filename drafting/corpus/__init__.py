"""The library of past speeches in one SQLite file."""

from __future__ import annotations
