"""One palette, one style sheet."""

from __future__ import annotations
