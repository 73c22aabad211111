"""Start 讲稿: with a command word on the console, otherwise the window."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.app.start import Program


def run_command_line(arguments: list[str] | None = None) -> int:
    """Run one command on the console and return its exit code; imports no Qt."""
    from drafting.commandline.entry import run

    return run(sys.argv[1:] if arguments is None else arguments)


def run_window(
    arguments: list[str] | None = None, watch: Callable[[Program], None] | None = None
) -> int:
    """Open the window with the files given and return its exit code.

    ``watch`` is given the program before its window is shown: what measures it begins there.
    """
    import gc

    # Hardly anything that a start makes is garbage: the window wakes the collector when it stands.
    gc.disable()
    from ui.app.lean_pyside import load_pyside

    load_pyside()
    from ui.app.start import run

    return run(sys.argv[1:] if arguments is None else arguments, watch)


def main() -> int:
    """Choose by the first word: a command or option is for the console, a file for the window.

    What is none of them is told on the console, where there is one.
    """
    from drafting.commandline.words import is_command, is_mistyped

    arguments = sys.argv[1:]
    word = arguments[0] if arguments else ""
    is_told = sys.stderr is not None and is_mistyped(word)
    if is_told or is_command(word):
        # Nothing that is imported becomes garbage; the command turns this on again.
        gc.disable()
        return run_command_line(arguments)
    return run_window(arguments)


if __name__ == "__main__":
    sys.exit(main())
