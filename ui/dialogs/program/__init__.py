"""The program itself: its settings, keys, help, what it is, and a fault of its own."""

from __future__ import annotations
