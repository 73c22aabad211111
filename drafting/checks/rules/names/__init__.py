"""Names, posts and the order of people."""

from __future__ import annotations
