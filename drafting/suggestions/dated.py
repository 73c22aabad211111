"""Expressions that are no longer used after some day: they are not offered."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from drafting.lexicons.lexicons import load_lexicons
from drafting.lexicons.tsv import split_values

if TYPE_CHECKING:
    import datetime as dt


def is_outdated(text: str, day: dt.date) -> bool:
    """Return whether ``text`` has an expression whose time was over on ``day``.

    Raises:
        ResourceError: the list of dated expressions cannot be read.
    """
    return _over_by(day.isoformat()).search(text) is not None


@lru_cache(maxsize=4)
def _over_by(day: str) -> re.Pattern[str]:
    """Return the pattern of all expressions that were over on a day: asked for every phrase."""
    table = load_lexicons().table("checks_dated_expressions")
    over = [row["expression"] for row in table if row["until"] and row["until"] < day]
    words = sorted({re.escape(word) for cell in over for word in split_values(cell)})
    return re.compile("|".join(words) or "(?!)")
