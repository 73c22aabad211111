"""The command words, known without importing what they do."""

from __future__ import annotations

from pathlib import Path

# Each command and the module of this room that carries it out, loaded when it is asked for.
MODULES = {
    "structure": "reading_commands",
    "clean": "reading_commands",
    "check": "checking_commands",
    "overlap": "overlap_command",
    "rules": "checking_commands",
    "export": "export_command",
    "layout": "layout_command",
    "template": "writing_commands",
    "suggest": "writing_commands",
    "tasks": "task_commands",
    "compare": "compare_command",
    "marks": "marks_command",
    "library": "library_commands",
}
SERVE = "--serve"
_HELP = ("-h", "--help", "--version")
_OF_PATHS = frozenset("./\\:")


def is_command(word: str) -> bool:
    """Return whether ``word`` asks for the console rather than for the window."""
    return word in MODULES or word in _HELP or word == SERVE


def nearest(word: str) -> str:
    """Return the command or option most like ``word``, an empty string where none is like it."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word.lower(), (*MODULES, *_HELP), n=1)), "")


def is_mistyped(word: str) -> bool:
    """Return whether ``word`` is neither a command nor the name of a file: ``chek``, ``--halp``.

    A name with a suffix or a folder is one even where no such file stands: the window says so.
    """
    return bool(word) and not (
        is_command(word) or _OF_PATHS.intersection(word) or Path(word).exists()
    )
