"""Levels of government, the highest first."""

from __future__ import annotations

_RANKS = (
    ("中央", "国家", "国"),
    ("省", "自治区", "直辖市"),
    ("市", "地区", "州", "自治州", "盟"),
    ("县", "区", "旗", "县级市", "市辖区"),
    ("乡", "镇", "街道"),
    ("村", "社区"),
)
_RANK_OF = {name: rank for rank, names in enumerate(_RANKS) for name in names}


def list_levels() -> tuple[str, ...]:
    """Return what a level may be called, the highest first."""
    return tuple(_RANK_OF)


def outranks(level: str | None, own: str | None) -> bool:
    """Return whether ``level`` (省, 市 …) is above ``own``; False where either is unknown."""
    higher, lower = _RANK_OF.get(level or ""), _RANK_OF.get(own or "")
    return higher is not None and lower is not None and higher < lower
