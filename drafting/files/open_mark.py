"""A mark beside a draft that tells other computers who has it open, as Word leaves one too.

It is a notice and no lock: its owner counts it on as long as the draft is open, so that one which
a crash left behind is seen to stand still and keeps nobody out.
"""

from __future__ import annotations

import contextlib
import json
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.errors import ImportProblem
from drafting.files.atomic import atomic_write
from drafting.files.reading import read_bytes

if TYPE_CHECKING:
    from pathlib import Path

_PREFIX = ".~$"  # hidden files are taken for no speeches where folders are read
_FORMAT = 1
_LONGEST = 4096
_LONGEST_NAME = 80
_HIDDEN = 2  # FILE_ATTRIBUTE_HIDDEN


@dataclass(frozen=True, slots=True)
class OpenMark:
    """``home`` names one installation on one computer, ``who`` is for people to read.

    ``beat`` grows as long as the draft is open.
    """

    home: str
    who: str
    beat: int


def mark_path(draft: Path) -> Path:
    """Return where the mark of a draft's file stands."""
    return draft.with_name(_PREFIX + draft.name)


def read_mark(draft: Path) -> OpenMark | None:
    """Return the mark of a draft, None where there is none that can be read. Never raises."""
    try:
        content = json.loads(read_bytes(mark_path(draft), _LONGEST))
        who = " ".join(str(content["who"]).split())[:_LONGEST_NAME]
        return OpenMark(str(content["home"]), who, int(content["beat"]))
    except (ImportProblem, ValueError, TypeError, KeyError, RecursionError):
        return None


def write_mark(draft: Path, mark: OpenMark) -> None:
    """Put ``mark`` beside a draft, hidden where the system knows hidden files.

    Raises:
        StorageError: it could not be written.
    """
    content = {"mark": _FORMAT, "home": mark.home, "who": mark.who, "beat": mark.beat}
    path = mark_path(draft)
    atomic_write(path, json.dumps(content).encode("ascii"))
    _hide(path)


def remove_mark(draft: Path, home: str) -> None:
    """Take away the mark of a draft if it is that of ``home``. Never raises."""
    mark = read_mark(draft)
    if mark is not None and mark.home == home:
        with contextlib.suppress(OSError):
            mark_path(draft).unlink(missing_ok=True)


def mark_age(draft: Path) -> float:
    """Return how many seconds ago the mark was written, by two clocks; 0 where nobody knows."""
    try:
        return time.time() - mark_path(draft).stat().st_mtime
    except OSError:
        return 0.0


def _hide(path: Path) -> None:
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetFileAttributesW(str(path), _HIDDEN)
