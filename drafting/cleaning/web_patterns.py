"""The patterns of page furniture, compiled once from ``cleaning_web_lines.tsv``."""

from __future__ import annotations

import re
from functools import cache

from drafting.cleaning.tables import read_rows


@cache
def pattern_of(where: str) -> re.Pattern[str]:
    """Return all patterns of one kind of place as one; it is matched against folded text."""
    rows = read_rows("cleaning_web_lines.tsv")
    return re.compile("|".join(f"(?:{pattern})" for place, pattern, _ in rows if place == where))


def is_tool_bar(folded: str) -> bool:
    """Return whether a folded line holds nothing but words of a tool bar."""
    words = folded.split()
    tool = pattern_of("tool")
    return bool(words) and all(tool.fullmatch(word) for word in words)
