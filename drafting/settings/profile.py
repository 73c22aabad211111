"""The office profile: what one office knows of itself, kept as TOML."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.errors import ResourceError
from drafting.files.reading import read_bytes

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
        ImportProblem: the file cannot be read.
        ResourceError: it is no TOML, or a value has the wrong type.
    """
    try:
        data = tomllib.loads(read_bytes(path).decode("utf-8-sig"))
    except ValueError as error:
        raise ResourceError(f"单位档案“{path}”不是 TOML 文件，请检查其格式或另选一个。") from error
    speed = data.get("characters_per_minute", DEFAULT_CHARACTERS_PER_MINUTE)
    tolerated = data.get("tolerated", [])
    if not isinstance(speed, int) or speed <= 0:
        raise ResourceError(f"单位档案“{path}”中的语速须为正整数，请改正。")
    if not isinstance(tolerated, list) or not all(isinstance(one, str) for one in tolerated):
        raise ResourceError(f"单位档案“{path}”中的 tolerated 须为一列词语，请改正。")
    return OfficeProfile(
        place=str(data.get("place", "")),
        level=str(data.get("level", "")),
        characters_per_minute=speed,
        tolerated=tuple(tolerated),
    )
