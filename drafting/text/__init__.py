"""Spans, edits, numerals, sentences: what holds for any Chinese text."""

from __future__ import annotations
