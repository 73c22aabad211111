"""Marks (GB/T 15834-2011)."""

from __future__ import annotations
