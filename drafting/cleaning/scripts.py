"""Telling a traditional, a simplified and a mixed text apart."""

from __future__ import annotations

from functools import lru_cache

from drafting.cleaning.script_tables import (
    simplified_sign,
    traditional_sign,
)
from drafting.model.draft import Script

# A script that reaches this share of the telling characters counts (the contract's figure).
MIXED_SHARE = 0.05


@lru_cache(maxsize=2)
def detect_script(text: str) -> Script:
    """Return which script ``text`` is written in; a text that tells nothing is simplified."""
    traditional = len(traditional_sign().findall(text))
    if not traditional:
        return Script.SIMPLIFIED
    simplified = len(simplified_sign().findall(text))
    share = traditional / (traditional + simplified)
    if share < MIXED_SHARE:
        return Script.SIMPLIFIED
    return Script.TRADITIONAL if share > 1 - MIXED_SHARE else Script.MIXED
