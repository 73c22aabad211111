"""The words of the trade as frozen dataclasses."""

from __future__ import annotations
