"""The use cases of the program as plain, thread-safe functions."""

from __future__ import annotations
