"""Web pages and web archives."""

from __future__ import annotations
