"""Shipped TOML files: what they say is kept beside them as JSON, which loads much faster."""

from __future__ import annotations

import json
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

# Written by ``packaging/parse_toml.py``; a file that was changed since is parsed as it stands.
PARSED_FILE = "parsed.json"


def read_toml(path: Path) -> dict[str, Any]:
    """Return what the TOML file says; what is returned is shared and must not be changed.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is no UTF-8 or no TOML.
    """
    text = path.read_text(encoding="utf-8")
    kept = _parsed(path.parent).get(path.name)
    if kept is not None and kept["sum"] == checksum(text):
        data: dict[str, Any] = kept["data"]
        return data
    import tomllib

    return tomllib.loads(text)


def checksum(text: str) -> int:
    """Return a number that tells whether a file was changed, however its lines end."""
    return zlib.crc32(text.encode())


@lru_cache(maxsize=8)
def _parsed(folder: Path) -> dict[str, Any]:
    """Return by name what is kept of the folder's files; nothing where it cannot be read."""
    try:
        kept = json.loads((folder / PARSED_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}
