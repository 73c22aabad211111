"""Skeletons of speeches, shipped or derived from any speech."""

from __future__ import annotations
