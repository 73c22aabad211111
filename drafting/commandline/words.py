"""The command words, known without importing what they do."""

from __future__ import annotations

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


def is_command(word: str) -> bool:
    """Return whether ``word`` asks for the console rather than for the window."""
    return word in MODULES or word in _HELP or word == SERVE
