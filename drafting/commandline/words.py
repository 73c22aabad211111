"""The command words, known without importing what they do."""

from __future__ import annotations

COMMANDS = (
    "structure",
    "clean",
    "check",
    "overlap",
    "rules",
    "export",
    "template",
    "suggest",
    "tasks",
    "library",
)
SERVE = "--serve"
_HELP = ("-h", "--help", "--version")


def is_command(word: str) -> bool:
    """Return whether ``word`` asks for the console rather than for the window."""
    return word in COMMANDS or word in _HELP or word == SERVE
