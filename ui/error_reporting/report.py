"""A crash report that says where the program failed and holds no text of a draft."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

from PySide6.QtCore import qVersion

from drafting.version import VERSION

_ROOT = Path(__file__).resolve().parent.parent.parent


def build_report(error: BaseException) -> str:
    """Return versions and the places of ``error`` and its causes.

    Messages of exceptions are left out: a ValueError may quote what was written.
    """
    import platform  # costs milliseconds, and nobody reports at the start

    lines = [
        f"讲稿 {VERSION}",
        f"Python {platform.python_version()}，Qt {qVersion()}",
        f"{platform.system()} {platform.release()}，{platform.machine()}",
        "",
    ]
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines.append(_name_of(current))
        lines += [f"  {place}" for place in places_of(current)]
        current = current.__cause__ or current.__context__
    return "\n".join(lines)


def summary_of(error: BaseException) -> str:
    """Return one line for the log: the kind of fault and its innermost place."""
    places = places_of(error)
    return f"{_name_of(error)} {places[-1] if places else ''}".strip()


def places_of(error: BaseException) -> list[str]:
    """Return file, line and function of every frame, outermost first; no line of source."""
    return [
        f"{_short(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]


def _name_of(error: BaseException) -> str:
    kind = type(error)
    return (
        kind.__qualname__
        if kind.__module__ == "builtins"
        else f"{kind.__module__}.{kind.__qualname__}"
    )


def _short(filename: str) -> str:
    # A full path names the user; inside the program the part below its folder is enough.
    path = Path(filename)
    if path.is_relative_to(_ROOT):
        return path.relative_to(_ROOT).as_posix()
    for folder in map(Path, sys.path):
        if folder.parts and path.is_relative_to(folder):
            return path.relative_to(folder).as_posix()
    return path.name
