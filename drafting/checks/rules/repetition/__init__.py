"""Wording that comes again."""

from __future__ import annotations
