"""The office profile: what one office knows of itself, kept as TOML."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.errors import ResourceError

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT_CHARACTERS_PER_MINUTE = 180


@dataclass(frozen=True, slots=True)
class OfficeProfile:
    """Own place and level, speaking speed, and phrases that the office tolerates."""

    place: str = ""
    level: str = ""
    characters_per_minute: int = DEFAULT_CHARACTERS_PER_MINUTE
    tolerated: tuple[str, ...] = ()


def load_profile(path: Path) -> OfficeProfile:
    """Return the profile in a TOML file.

    Raises:
        ResourceError: the file is missing, no TOML, or a value has the wrong type.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        speed = int(data.get("characters_per_minute", DEFAULT_CHARACTERS_PER_MINUTE))
        profile = OfficeProfile(
            place=str(data.get("place", "")),
            level=str(data.get("level", "")),
            characters_per_minute=speed,
            tolerated=tuple(str(one) for one in data.get("tolerated", ())),
        )
    except (OSError, UnicodeError, ValueError, TypeError) as error:
        raise ResourceError(f"单位档案“{path}”无法读取，请检查其格式或另选一个。") from error
    if speed <= 0:
        raise ResourceError(f"单位档案“{path}”中的语速须为正数，请改正。")
    return profile
