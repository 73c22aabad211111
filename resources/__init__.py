"""Data that can be mended without a programmer, and the way to find it."""

from __future__ import annotations

from pathlib import Path

_ROOT = Path(__file__).resolve().parent


def resource_path(*parts: str) -> Path:
    """Return the path of a shipped file or folder, such as ``("lexicons", "phrases.tsv")``."""
    return _ROOT.joinpath(*parts)
