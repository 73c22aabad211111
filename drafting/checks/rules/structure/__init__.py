"""How the parts of a speech hang together."""

from __future__ import annotations
