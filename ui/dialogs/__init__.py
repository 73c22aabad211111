"""Windows that ask one thing and go away."""

from __future__ import annotations
