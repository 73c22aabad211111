"""What the groups of rules are called, by the two letters of their codes, in their order."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

GROUP_TITLES: Mapping[str, str] = MappingProxyType(
    {
        "RS": "套改残留",
        "ST": "结构层次",
        "PU": "标点",
        "NU": "数字日期",
        "WD": "用词",
        "EX": "表述",
        "NM": "姓名职务",
        "RP": "重复雷同",
        "SP": "宣读效果",
        "DR": "定稿",
        "LA": "版面",
    }
)
