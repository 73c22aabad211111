"""Run one command: parse the call, do it, turn every fault into one line and an exit code."""

from __future__ import annotations

import gc
from importlib import import_module
from typing import TYPE_CHECKING

from drafting.commandline.arguments import build_parser
from drafting.commandline.output import drop_output, say, use_utf8
from drafting.commandline.words import MODULES, SERVE, is_mistyped, nearest
from drafting.errors import DraftingError, UsageError

if TYPE_CHECKING:
    import argparse

# So many new objects are made before those that are left are looked at.
_BETWEEN_COLLECTIONS = 20_000


def run(arguments: list[str]) -> int:
    """Return 0 done, 1 done with errors found, 2 wrong usage, 3 a file failed."""
    if arguments[:1] == [SERVE]:
        from drafting.commandline.serving import serve_requests

        _collect_seldom()
        return serve_requests()
    use_utf8()
    try:
        _refuse_mistyped(arguments)
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


def _refuse_mistyped(arguments: list[str]) -> None:
    word = arguments[0] if arguments else ""
    if not is_mistyped(word):
        return
    near = nearest(word)
    meant = f"是不是“{near}”？" if near else ""
    raise UsageError(f"没有“{word}”这个命令，{meant}请用“jianggao-cli --help”查看全部命令。")


def _collect_seldom() -> None:
    """Collect garbage again where ``main`` stopped it, and leave alone what stands by now."""
    if gc.isenabled():
        return
    gc.freeze()
    gc.set_threshold(_BETWEEN_COLLECTIONS)
    gc.enable()


def _dispatch(call: argparse.Namespace) -> int:
    module = import_module(f"drafting.commandline.{MODULES[call.command]}")
    _collect_seldom()
    outcome: int = module.run(call)
    return outcome
