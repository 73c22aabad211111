"""Counting over texts: n-grams, associations, repeats, fingerprints."""

from __future__ import annotations
