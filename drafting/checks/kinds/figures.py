"""Figures with their units, as values that can be compared (``facts.py``: as they are written)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

NUMBER = "[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?"
SCALE = "万亿|[十百千]?[万亿]|[百千](?=[米克瓦元名人户亩])"
UNIT = (
    "个?百分点|[%％‰]|平方公里|立方米|平方米|公里|千米|公顷|千瓦时|千瓦|米|吨|公斤|斤|克|元|美元"
    "|亩|人次|人|户|家|个|名|项|件|起|条|座|处|所|辆|头|只|羽|套|间|栋|批|次|场|期|天|年|岁|倍|位"
)
FIGURE = f"(?P<number>{NUMBER})(?P<scale>{SCALE})?(?P<unit>{UNIT})?"
_FIGURE = re.compile(FIGURE)
_SCALES = {"百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000, "十": 10}


class Figure(NamedTuple):
    """A figure: its value in single units, and how fine it is given (half its last place)."""

    value: Decimal
    tolerance: Decimal
    unit: str

    def agrees(self, other: Figure) -> bool:
        """Return whether both may be the same amount, one of them rounded."""
        return abs(self.value - other.value) <= max(self.tolerance, other.tolerance)


def read_figure(match: re.Match[str]) -> Figure:
    """Return the figure that a match of ``FIGURE`` holds."""
    number = match["number"].replace(",", "")
    factor = Decimal(1)
    for sign in match["scale"] or "":
        factor *= _SCALES[sign]
    places = len(number.partition(".")[2])
    unit = (match["unit"] or "").replace("％", "%").replace("个百分点", "百分点")
    value = Decimal(number) * factor
    return Figure(value, factor * Decimal(10) ** -places / 2, unit)


def parse_figure(text: str) -> Figure | None:
    """Return the figure that ``text`` is (186.5亿元), or None."""
    match = _FIGURE.fullmatch(text)
    return read_figure(match) if match else None
