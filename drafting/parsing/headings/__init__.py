"""Markers, series and leads of a text: what is a heading, where it ends, how it nests."""

from __future__ import annotations
