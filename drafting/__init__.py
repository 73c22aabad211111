"""The whole product without a window; nothing here knows Qt."""

from __future__ import annotations
