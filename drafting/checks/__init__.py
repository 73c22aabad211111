"""Rules, their catalogue, and the way from a draft to a report."""

from __future__ import annotations
