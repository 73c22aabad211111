"""Child processes that do risky or long work and answer in JSON lines."""

from __future__ import annotations
