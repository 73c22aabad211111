"""Run one command: parse the call, do it, turn every fault into one line and an exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.commandline.arguments import build_parser
from drafting.commandline.output import drop_output, say, use_utf8
from drafting.commandline.words import SERVE
from drafting.errors import DraftingError

if TYPE_CHECKING:
    import argparse


def run(arguments: list[str]) -> int:
    """Return 0 done, 1 done with errors found, 2 wrong usage, 3 a file failed."""
    if arguments[:1] == [SERVE]:
        from drafting.commandline.serving import serve_requests

        return serve_requests()
    use_utf8()
    try:
        return _dispatch(build_parser().parse_args(arguments))
    except DraftingError as problem:
        say(str(problem))
        return problem.exit_code
    except SystemExit as leaving:  # --help and --version have printed what was asked for
        return leaving.code if isinstance(leaving.code, int) else 0
    except OSError:  # files' own faults are told by now: the output is full or closed
        drop_output()
        say("结果没有写出：输出已关闭或磁盘已满，请换一个位置重试。")
        return 3
    except KeyboardInterrupt:
        say("已取消。")
        return 3


def _dispatch(call: argparse.Namespace) -> int:
    if call.command in ("structure", "clean"):
        from drafting.commandline import reading_commands

        return reading_commands.run(call)
    if call.command in ("check", "rules"):
        from drafting.commandline import checking_commands

        return checking_commands.run(call)
    if call.command == "overlap":
        from drafting.commandline import overlap_command

        return overlap_command.run(call)
    if call.command == "tasks":
        from drafting.commandline import task_commands

        return task_commands.run(call)
    if call.command == "library":
        from drafting.commandline import library_commands

        return library_commands.run(call)
    from drafting.commandline import writing_commands

    return writing_commands.run(call)
