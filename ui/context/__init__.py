"""What is passed to every part of the window."""

from __future__ import annotations
