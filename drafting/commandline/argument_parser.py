"""argparse, speaking Chinese."""

from __future__ import annotations

import argparse
import re
from typing import NoReturn

from drafting.errors import UsageError


def _no_such_choice(found: re.Match[str]) -> str:
    """Say what could be chosen; from Python 3.12 on argparse quotes the names no more."""
    names = "".join(f"“{name}”" for name in found[3].replace("'", "").split(", "))
    return f"{found[1]} 没有{found[2]}，可用的有{names}"


# What argparse says, in the order in which it is looked for.
_ERRORS = (
    (r"the following arguments are required: (.*)", r"缺少 \1"),
    (r"unrecognized arguments: (.*)", r"不认识“\1”"),
    (r"argument (\S+): expected (?:at least )?one argument", r"\1 后面缺少内容"),
    (r"argument (\S+): invalid choice: (.*) \(choose from (.*)\)", _no_such_choice),
    (r"argument (\S+): (.*)", r"\1：\2"),
)
_HELP = (
    ("usage: ", "用法："),
    ("positional arguments:", "参数："),
    ("options:", "选项："),
    ("show this help message and exit", "显示这段说明"),
    ("show program's version number and exit", "显示版本号"),
)
# argparse names the list of commands once as its title, once as what stands for it in the usage.
_DOUBLE_TITLE = re.compile(r"^(子?命令):\n +\1\n", re.MULTILINE)


class Parser(argparse.ArgumentParser):
    """Says in Chinese what is wrong with a call, as one line and exit code 2."""

    def format_help(self) -> str:
        """Return the help with argparse's own words in Chinese."""
        text = super().format_help()
        for english, chinese in _HELP:
            text = text.replace(english, chinese)
        return _DOUBLE_TITLE.sub(r"\1：\n", text)

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing argparse's own English text.

        Raises:
            UsageError: always.
        """
        for english, chinese in _ERRORS:
            message, found = re.subn(f"^{english}$", chinese, message)
            if found:
                break
        message = re.sub(" ?'([^']*)',?", r"“\1”", message)
        raise UsageError(f"用法有误（{message}），请用“{self.prog} --help”查看用法。")


Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives its type no other name


def words_of(command: Parser) -> Commands[Parser]:
    """Return what takes the words of a command that has some (``layout list``); one is required.

    The word called is left in ``word``.
    """
    return command.add_subparsers(
        dest="word", title="子命令", metavar="子命令", required=True, parser_class=Parser
    )
