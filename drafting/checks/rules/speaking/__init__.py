"""What the ear needs."""

from __future__ import annotations
