"""Printing: UTF-8 on every system, one JSON object or plain Chinese lines."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any, TextIO

from drafting.files.undecoded import as_shown, as_utf8

if TYPE_CHECKING:
    from collections.abc import Iterable

_TOLD_EVERY = 50


def use_utf8() -> None:
    """Make all three standard streams UTF-8, whatever the system's code page."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def drop_output() -> None:
    """Send what still waits for standard output nowhere; Python would try again at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def print_json(value: dict[str, Any]) -> None:
    """Print one JSON object and nothing else."""
    # What is no UTF-8 stays escaped: a script finds the file by it.
    _write(sys.stdout, as_utf8(json.dumps(value, ensure_ascii=False, indent=2)))


def print_lines(lines: Iterable[str]) -> None:
    """Print lines of the answer itself, nothing where there are none."""
    text = "\n".join(lines)
    if text:
        _write(sys.stdout, as_shown(text))


def say(text: str) -> None:
    """Print progress or a message for the user, beside the answer."""
    _write(sys.stderr, as_shown(text))


def say_progress(what: str, done: int, total: int, name: str) -> None:
    """Say how far a long work is, once in a while and at its end; ``name`` is the last file."""
    if done % _TOLD_EVERY == 0 or done == total:
        say(f"{what} {done}/{total}：{name}")


def is_watched(total: int) -> bool:
    """Return whether somebody waits at a terminal for a work of so many files to end."""
    return total > _TOLD_EVERY and sys.stderr is not None and sys.stderr.isatty()


def _write(stream: TextIO, text: str) -> None:
    stream.write(text + "\n")
    stream.flush()
