"""The words and options of the console, with their help in Chinese."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from drafting.commandline.argument_parser import Parser, words_of
from drafting.commandline.argument_types import mark_numbers, positive, rule_codes, whole_date
from drafting.commandline.library_arguments import add_library
from drafting.files.undecoded import as_utf8
from drafting.version import VERSION

if TYPE_CHECKING:
    from drafting.commandline.argument_parser import Commands


def build_parser() -> Parser:
    """Return the parser; every command leaves its word in ``command``."""
    parser = Parser(prog="jianggao-cli", description="讲稿：领导讲话稿的起草与校核（命令行）")
    parser.add_argument("--version", action="version", version=f"讲稿 {VERSION}")
    commands = parser.add_subparsers(
        dest="command", title="命令", metavar="命令", required=True, parser_class=Parser
    )
    common = _common_options()
    _add_reading(commands, common)
    _add_check(commands, common)
    _add_overlap(commands, common)
    _add_rules(commands, common)
    _add_export(commands, common)
    _add_layout(commands, common)
    _add_template(commands, common)
    _add_suggest(commands, common)
    _add_compare(commands, common)
    _add_marks(commands, common)
    _add_tasks(commands, common)
    add_library(commands, common)
    return parser


def _common_options() -> Parser:
    common = Parser(add_help=False)
    common.add_argument("--json", action="store_true", help="只输出一个 JSON 对象")
    common.add_argument(
        "--library", metavar="DB", help="素材库文件（默认用户文件夹中的那一个）；none 为不用"
    )
    common.add_argument(
        "--profile", type=Path, metavar="OFFICE.toml", help="单位档案（不写则用本机的单位档案）"
    )
    return common


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


def _add_check(commands: Commands[Parser], common: Parser) -> None:
    check = commands.add_parser("check", parents=[common], help="校核")
    check.add_argument("files", nargs="+", metavar="FILE", help="文件，- 为标准输入")
    check.add_argument("--date", type=whole_date, metavar="YYYY-MM-DD", help="讲话日期")
    check.add_argument(
        "--against",
        metavar="OLD",
        help="这一稿由哪一篇旧稿改成（查残留；旧稿是 .jianggao 的，查锁定的表述还在不在）",
    )
    _add_beside(check)
    _add_changes(check)
    check.add_argument("--raw", action="store_true", help="不清理，按原文校核")
    check.add_argument("--select", type=rule_codes, metavar="CODES", help="只用这些（如 ST,RS001）")
    check.add_argument(
        "--ignore", type=rule_codes, default=(), metavar="CODES", help="不用这些规则"
    )
    check.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="ANNOTATED.docx",
        help="把问题写成批注的副本（只限一个文件；原是 .docx 的，版式和内容原样不动）",
    )
    check.add_argument(
        "--fix",
        action="store_true",
        help="副本里把有把握的修改做成修订（与 -o 同用）",
    )
    check.add_argument(
        "--layout",
        metavar="ID",
        help="并按这个版式查版面（如 official）：断行、单字行、字体、页末标题",
    )


def _add_overlap(commands: Commands[Parser], common: Parser) -> None:
    overlap = commands.add_parser("overlap", parents=[common], help="与以前讲话雷同之处")
    overlap.add_argument("file", metavar="FILE", help="文件，- 为标准输入")
    _add_beside(overlap)
    _add_changes(overlap)


def _add_rules(commands: Commands[Parser], common: Parser) -> None:
    rules = commands.add_parser("rules", parents=[common], help="规则目录")
    rules.add_argument("code", nargs="?", metavar="CODE", help="只看一条")


def _add_beside(parser: Parser) -> None:
    parser.add_argument(
        "--beside", nargs="+", default=(), metavar="OTHER", help="同一个会上的其他讲话"
    )


def _add_export(commands: Commands[Parser], common: Parser) -> None:
    export = commands.add_parser("export", parents=[common], help="导出 Word 或 PDF 文件")
    export.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="文件；不带 --out-dir 时末一个为 OUT.docx 或 OUT.pdf，带时也可以是文件夹",
    )
    export.add_argument("--out-dir", type=Path, metavar="DIR", help="成批导出到这个文件夹")
    export.add_argument(
        "--format", choices=["docx", "pdf"], default="docx", help="成批导出成哪一种（默认 docx）"
    )
    export.add_argument(
        "--layout",
        help="版式：official 公文版、reading 大字版、review 送审版，或本单位的版式；"
        "不写时照讲稿里选定的，没有选定的用公文版",
    )
    export.add_argument(
        "--pinyin", action="store_true", help="在生僻字、本单位读音和人名上方注音（大字版）"
    )
    export.add_argument("--speaker", type=as_utf8, help="标题下的讲话人")
    export.add_argument("--date", type=whole_date, metavar="YYYY-MM-DD", help="标题下的日期")


def _add_suggest(commands: Commands[Parser], common: Parser) -> None:
    suggest = commands.add_parser("suggest", parents=[common], help="此处可用的套话")
    suggest.add_argument("--before", type=as_utf8, default="", metavar="TEXT", help="光标前的文字")
    suggest.add_argument("--section", choices=["opening", "body", "closing", "heading"])
    suggest.add_argument("--topic", type=as_utf8, default="", metavar="TEXT", help="这一部分的主题")
    suggest.add_argument("--draft", metavar="FILE", help="正在写的稿件（统计已用次数）")
    suggest.add_argument("-n", type=positive, default=20, metavar="N", help="最多几条")


def _add_compare(commands: Commands[Parser], common: Parser) -> None:
    compare = commands.add_parser("compare", parents=[common], help="两稿之间改了什么，逐句列出")
    compare.add_argument("old", metavar="OLD", help="前一稿")
    compare.add_argument("new", metavar="NEW", help="后一稿")
    compare.add_argument(
        "-o", "--output", type=Path, metavar="REDLINE.docx", help="写成带修订标记的 Word 文件"
    )


def _add_marks(commands: Commands[Parser], common: Parser) -> None:
    marks = commands.add_parser(
        "marks", parents=[common], help="批改后送回的 Word 文件里的修订和批注，逐条列出"
    )
    marks.add_argument("file", metavar="FILE", help="带修订或批注的文件")
    marks.add_argument(
        "--draft", metavar="DRAFT.jianggao", help="取回到这份稿件（送出后又改过的也能对上）"
    )
    marks.add_argument(
        "--accept", type=mark_numbers, default=(), metavar="N", help="接受第几条（如 1,3-5 或 all）"
    )
    marks.add_argument(
        "--lock", type=mark_numbers, default=(), metavar="N", help="接受并锁定，以后各稿不许丢"
    )
    marks.add_argument(
        "-o", "--output", type=Path, metavar="OUT", help="把接受后的稿子写入 .jianggao 或 .txt"
    )


def _add_tasks(commands: Commands[Parser], common: Parser) -> None:
    tasks = commands.add_parser(
        "tasks", parents=[common], help="讲话布置的任务：谁、做什么、何时完成"
    )
    tasks.add_argument("file", metavar="FILE", help="文件，- 为标准输入")
    tasks.add_argument(
        "-o", "--output", type=Path, metavar="OUT", help="写成 .docx 表格或 .xlsx 电子表格"
    )


def _add_layout(commands: Commands[Parser], common: Parser) -> None:
    layout = commands.add_parser("layout", help="版式")
    words = words_of(layout)
    words.add_parser("list", parents=[common], help="全部版式")
    copy = words.add_parser("copy", parents=[common], help="复制一个版式供修改")
    copy.add_argument("id", metavar="ID")
    copy.add_argument("new_id", metavar="NEW")
    copy.add_argument("--name", type=as_utf8, metavar="NAME", help="新版式的名称")
    delete = words.add_parser("delete", parents=[common], help="删除本单位的一个版式")
    delete.add_argument("id", metavar="ID")
    derived = words.add_parser("from", parents=[common], help="照一份排好版的 Word 文件得出版式")
    derived.add_argument("file", metavar="FILE.docx")
    derived.add_argument(
        "--name", type=as_utf8, metavar="NAME", help="版式的名称（不写则用文件名）"
    )
    derived.add_argument(
        "-o", "--output", type=Path, metavar="OUT.toml", help="写入文件（不写则加入本单位的版式）"
    )


def _add_template(commands: Commands[Parser], common: Parser) -> None:
    template = commands.add_parser("template", help="模板")
    words = words_of(template)
    words.add_parser("list", parents=[common], help="内置模板")
    new = words.add_parser("new", parents=[common], help="由内置模板新建")
    new.add_argument("id", metavar="ID")
    new.add_argument("--points", type=positive, metavar="N", help="讲几点（默认随种类）")
    derived = words.add_parser("from", parents=[common], help="以一篇讲话为范")
    derived.add_argument("file", metavar="FILE")
    _add_changes(derived)
    for parser in (new, derived):
        parser.add_argument(
            "-o", "--output", type=Path, metavar="OUT", help="写入 .txt 或 .jianggao"
        )
