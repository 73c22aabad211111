"""How hard words are read: rare characters, the office's own readings, names."""

from __future__ import annotations
