"""The clean speeches of our own that faults are written into, and their parts."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "checks"


@cache
def clean_speeches() -> tuple[str, ...]:
    """Return the texts of the clean speeches, in the order of their names."""
    return tuple(
        path.read_text(encoding="utf-8").rstrip("\n") for path in sorted(FOLDER.glob("clean_*.txt"))
    )


def title_of(text: str) -> str:
    return text[: text.index("\n")]


def main_parts(text: str) -> list[tuple[int, int, int]]:
    """Return start of the heading, start of the body and end of each main part (一、)."""
    starts = [match.start() for match in re.finditer("^[一二三四五六]、", text, re.MULTILINE)]
    if not starts:
        return []
    ends = [*starts[1:], text.rfind("\n") + 1]
    return [
        (start, text.index("\n", start) + 1, end) for start, end in zip(starts, ends, strict=True)
    ]
