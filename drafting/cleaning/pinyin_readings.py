"""The readings of a character, from pypinyin (the one place that asks it for cleaning)."""

from __future__ import annotations

from functools import cache

from pypinyin import Style, pinyin


@cache
def toneless_readings(character: str) -> frozenset[str]:
    """Return all readings of one character in plain letters; ü also as v and u (lv, lu)."""
    readings = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    plain = {reading for group in readings for reading in group}
    for reading in tuple(plain):
        plain.update({reading.replace("ü", "v"), reading.replace("v", "ü")})
    return frozenset(plain)
