"""What is left over from another text."""

from __future__ import annotations
