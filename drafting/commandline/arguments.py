"""The words and options of the console, with their help in Chinese."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from pathlib import Path
from typing import NoReturn

from drafting.errors import UsageError
from drafting.version import VERSION

# What argparse says, in the order in which it is looked for.
_ERRORS = (
    (r"the following arguments are required: (.*)", r"缺少 \1"),
    (r"unrecognized arguments: (.*)", r"不认识“\1”"),
    (r"argument (\S+): expected (?:at least )?one argument", r"\1 后面缺少内容"),
    (r"argument (\S+): invalid choice: (.*) \(choose from (.*)\)", r"\1 没有 \2，可用的有 \3"),
    (r"argument (\S+): (.*)", r"\1：\2"),
)
_HELP = (
    ("usage: ", "用法："),
    ("positional arguments:", "参数："),
    ("options:", "选项："),
    ("show this help message and exit", "显示这段说明"),
    ("show program's version number and exit", "显示版本号"),
)


class Parser(argparse.ArgumentParser):
    """Says in Chinese what is wrong with a call, as one line and exit code 2."""

    def format_help(self) -> str:
        """Return the help with argparse's own words in Chinese."""
        text = super().format_help()
        for english, chinese in _HELP:
            text = text.replace(english, chinese)
        return text

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing argparse's own English text.

        Raises:
            UsageError: always.
        """
        for english, chinese in _ERRORS:
            message, found = re.subn(f"^{english}$", chinese, message)
            if found:
                break
        raise UsageError(f"用法有误（{message}），请用“{self.prog} --help”查看用法。")


def build_parser() -> Parser:
    """Return the parser; every command leaves its word in ``command``."""
    parser = Parser(prog="jianggao-cli", description="讲稿：领导讲话稿的起草与校核（命令行）")
    parser.add_argument("--version", action="version", version=f"讲稿 {VERSION}")
    commands = parser.add_subparsers(dest="command", required=True, parser_class=Parser)
    common = _common_options()
    _add_reading(commands, common)
    _add_checking(commands, common)
    _add_writing(commands, common)
    _add_tasks(commands, common)
    return parser


def iso_date(text: str) -> dt.date:
    """Return a date written YYYY-MM-DD.

    Raises:
        argparse.ArgumentTypeError: it is written otherwise or does not exist.
    """
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"日期“{text}”应写作 2026-10-20 的形式") from error


def _codes(text: str) -> tuple[str, ...]:
    codes = tuple(
        code.strip().upper() for code in text.replace("，", ",").split(",") if code.strip()
    )
    if not codes:  # no rule at all would look like a text without faults
        raise argparse.ArgumentTypeError("没有写规则编号")
    return codes


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}”应为正整数")
    return int(text)


def _common_options() -> Parser:
    common = Parser(add_help=False)
    common.add_argument("--json", action="store_true", help="只输出一个 JSON 对象")
    common.add_argument("--library", choices=["none"], default="none", help="素材库；none 为不用")
    common.add_argument(
        "--profile", type=Path, metavar="OFFICE.toml", help="单位档案（不写则用本机的单位档案）"
    )
    return common


Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives its type no other name


def _add_reading(commands: Commands[Parser], common: Parser) -> None:
    structure = commands.add_parser("structure", parents=[common], help="识别结构与预告")
    structure.add_argument("file", metavar="FILE", help="文件，- 为标准输入")
    _add_changes(structure)
    clean = commands.add_parser("clean", parents=[common], help="清理成规整的简体文本")
    clean.add_argument("file", metavar="FILE", help="文件，- 为标准输入")
    _add_changes(clean)
    clean.add_argument("-o", "--output", type=Path, metavar="OUT.txt", help="写入文件")


def _add_changes(parser: Parser) -> None:
    parser.add_argument(
        "--changes",
        choices=["accepted", "original"],
        default="accepted",
        help="带修订的 Word 文件：accepted 按接受修订读（默认），original 按修订前的原文读",
    )


def _add_checking(commands: Commands[Parser], common: Parser) -> None:
    check = commands.add_parser("check", parents=[common], help="校核")
    check.add_argument("files", nargs="+", metavar="FILE", help="文件，- 为标准输入")
    check.add_argument("--date", type=iso_date, metavar="YYYY-MM-DD", help="讲话日期")
    check.add_argument("--against", metavar="OLD", help="这一稿由哪一篇旧稿改成（查残留）")
    _add_beside(check)
    _add_changes(check)
    check.add_argument("--raw", action="store_true", help="不清理，按原文校核")
    check.add_argument("--select", type=_codes, metavar="CODES", help="只用这些规则（如 ST,RS001）")
    check.add_argument("--ignore", type=_codes, default=(), metavar="CODES", help="不用这些规则")
    overlap = commands.add_parser("overlap", parents=[common], help="与以前讲话雷同之处")
    overlap.add_argument("file", metavar="FILE", help="文件，- 为标准输入")
    _add_beside(overlap)
    _add_changes(overlap)
    rules = commands.add_parser("rules", parents=[common], help="规则目录")
    rules.add_argument("code", nargs="?", metavar="CODE", help="只看一条")


def _add_beside(parser: Parser) -> None:
    parser.add_argument(
        "--beside", nargs="+", default=(), metavar="OTHER", help="同一个会上的其他讲话"
    )


def _add_writing(commands: Commands[Parser], common: Parser) -> None:
    export = commands.add_parser("export", parents=[common], help="导出 Word 文件")
    export.add_argument(
        "files", nargs="+", metavar="FILE", help="文件；不带 --out-dir 时末一个为 OUT.docx"
    )
    export.add_argument("--out-dir", type=Path, metavar="DIR", help="成批导出到这个文件夹")
    export.add_argument("--layout", default="official", help="版式（official 公文版）")
    export.add_argument("--speaker", help="标题下的讲话人")
    export.add_argument("--date", type=iso_date, metavar="YYYY-MM-DD", help="标题下的日期")
    _add_template(commands, common)
    suggest = commands.add_parser("suggest", parents=[common], help="此处可用的套话")
    suggest.add_argument("--before", default="", metavar="TEXT", help="光标前的文字")
    suggest.add_argument("--section", choices=["opening", "body", "closing", "heading"])
    suggest.add_argument("--topic", default="", metavar="TEXT", help="这一部分的主题")
    suggest.add_argument("--draft", metavar="FILE", help="正在写的稿件（统计已用次数）")
    suggest.add_argument("-n", type=_positive, default=20, metavar="N", help="最多几条")


def _add_tasks(commands: Commands[Parser], common: Parser) -> None:
    tasks = commands.add_parser(
        "tasks", parents=[common], help="讲话布置的任务：谁、做什么、何时完成"
    )
    tasks.add_argument("file", metavar="FILE", help="文件，- 为标准输入")
    tasks.add_argument(
        "-o", "--output", type=Path, metavar="OUT", help="写成 .docx 表格或 .xlsx 电子表格"
    )


def _add_template(commands: Commands[Parser], common: Parser) -> None:
    template = commands.add_parser("template", help="模板")
    words = template.add_subparsers(dest="word", required=True, parser_class=Parser)
    words.add_parser("list", parents=[common], help="内置模板")
    new = words.add_parser("new", parents=[common], help="由内置模板新建")
    new.add_argument("id", metavar="ID")
    new.add_argument("--points", type=_positive, default=3, metavar="N", help="讲几点")
    derived = words.add_parser("from", parents=[common], help="以一篇讲话为范")
    derived.add_argument("file", metavar="FILE")
    _add_changes(derived)
    for parser in (new, derived):
        parser.add_argument(
            "-o", "--output", type=Path, metavar="OUT", help="写入 .txt 或 .jianggao"
        )
