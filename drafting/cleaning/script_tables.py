"""Which characters tell traditional from simplified text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafting.cleaning.tables import read_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

_CODE_POINTS = 0x10000


@cache
def simplified_of() -> dict[int, str]:
    """Return the simplified form of every character that only traditional text writes.

    Keyed by code point, as ``str.translate`` wants it; forms that a simplified text may rightly
    hold (干 于 后 乾 著 瞭) are no keys.
    """
    rows = read_rows("script_telling.tsv")
    return {ord(traditional): simplified for traditional, simplified, _ in rows}


@cache
def traditional_sign() -> re.Pattern[str]:
    """Return the pattern of one such character: a text is searched in a tenth of a set's time."""
    return re.compile(f"[{''.join(map(chr, sorted(simplified_of())))}]")


@cache
def simplified_sign() -> re.Pattern[str]:
    """Return the pattern of one character that only a simplified text writes."""
    rows = read_rows("script_telling.tsv")
    telling = {simplified for _, simplified, tells in rows if tells == "both"}
    return re.compile(f"[{''.join(sorted(telling))}]")


def by_code_point(forms: Mapping[int, int]) -> list[int]:
    """Return a table for ``str.translate`` that has an answer for every character.

    A dict refuses each character that it does not hold by an exception: twice as slow. Those
    beyond the first plane stay as they are.
    """
    table = _every_code_point().copy()
    for old, new in forms.items():
        if old < _CODE_POINTS:
            table[old] = new
    return table


@cache
def _every_code_point() -> list[int]:
    """Return the numbers that the tables share."""
    return list(range(_CODE_POINTS))
