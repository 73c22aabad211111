"""Keep what the shipped TOML files say as JSON beside them, from which the program reads it.

    python packaging/parse_toml.py

Run it after a layout or a template was changed: until then the changed file itself is parsed,
which is right but slower. A test compares both.
"""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from drafting.files.atomic import atomic_write  # noqa: E402 - the path comes first
from drafting.files.shipped_toml import PARSED_FILE, checksum  # noqa: E402
from resources import resource_path  # noqa: E402

FOLDERS = ("layouts", "templates")


def parsed(folder: Path) -> dict[str, Any]:
    """Return by name the checksum and the data of every TOML file in ``folder``."""
    kept = {}
    for path in sorted(folder.glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        kept[path.name] = {"sum": checksum(text), "data": tomllib.loads(text)}
    return kept


def main() -> int:
    """Write the file of every folder."""
    for name in FOLDERS:
        folder = resource_path(name)
        words = json.dumps(parsed(folder), ensure_ascii=False, indent=1)
        atomic_write(folder / PARSED_FILE, f"{words}\n".encode())
        print(f"{name}: {(folder / PARSED_FILE).stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
