"""One package for each group of rules, one file for each fault."""

from __future__ import annotations
