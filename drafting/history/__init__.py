"""Recovery copies and versions of a draft."""

from __future__ import annotations
