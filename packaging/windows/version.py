"""What both builds take as given: the version, from the one place that names it, and a time."""

from __future__ import annotations

from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
FIXED_TIME = 1_767_225_600  # 2026-01-01 00:00 UTC on every file


def read_version(project: Path = PROJECT) -> str:
    """Return the version without importing the program.

    Raises:
        ValueError: the file does not name it in the form ``VERSION = "1.2.3"``.
    """
    source = (project / "drafting" / "version.py").read_text(encoding="utf-8")
    for line in source.splitlines():
        if line.startswith("VERSION = "):
            return line.split('"')[1]
    raise ValueError("drafting/version.py names no VERSION")
