"""Qt models over what drafting hands out."""

from __future__ import annotations
