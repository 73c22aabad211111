"""Settings and the office profile as data."""

from __future__ import annotations
