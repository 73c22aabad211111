"""The words and options of ``library``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from drafting.commandline.argument_parser import Parser, words_of
from drafting.commandline.argument_types import positive, speech_kind, whole_date
from drafting.files.undecoded import as_utf8

if TYPE_CHECKING:
    from drafting.commandline.argument_parser import Commands


def add_library(commands: Commands[Parser], common: Parser) -> None:
    """Add ``library`` and its words to the commands."""
    library = commands.add_parser("library", help="素材库：以往的讲话")
    words = words_of(library)
    _add_changing(words, common)
    _add_looking(words, common)
    words.add_parser("stats", parents=[common], help="素材库里有什么")
    words.add_parser("verify", parents=[common], help="检查素材库是否完好")
    backup = words.add_parser("backup", parents=[common], help="备份成一个文件")
    backup.add_argument("output", type=Path, metavar="OUT", help="备份文件")


def _add_changing(words: Commands[Parser], common: Parser) -> None:
    add = words.add_parser("add", parents=[common], help="添加文件或文件夹")
    add.add_argument("paths", nargs="*", metavar="PATH", help="文件或文件夹")
    add.add_argument("--starter", action="store_true", help="添加随程序附带的示例讲话")
    remove = words.add_parser("remove", parents=[common], help="删除，不留痕迹")
    remove.add_argument("ids", nargs="*", type=positive, metavar="ID", help="讲话的编号")
    remove.add_argument("--starter", action="store_true", help="删除随程序附带的示例讲话")
    _add_filter(remove)
    edit = words.add_parser("edit", parents=[common], help="补正标题、日期、讲话人等")
    edit.add_argument("id", type=positive, metavar="ID", help="讲话的编号")
    edit.add_argument("--title", type=as_utf8, help="标题")
    edit.add_argument("--date", type=whole_date, metavar="YYYY-MM-DD", help="讲话日期")
    edit.add_argument("--speaker", type=as_utf8, help="讲话人")
    edit.add_argument("--role", type=as_utf8, help="讲话人的职务")
    edit.add_argument("--occasion", type=as_utf8, help="会议")
    edit.add_argument("--level", type=as_utf8, help="级别（县、市 …）")
    edit.add_argument("--kind", type=speech_kind, help="种类（动员、工作会议 …）")


def _add_looking(words: Commands[Parser], common: Parser) -> None:
    words.add_parser("list", parents=[common], help="列出全部讲话，新的在前")
    show = words.add_parser("show", parents=[common], help="看一篇讲话")
    show.add_argument("id", type=positive, metavar="ID", help="讲话的编号")
    show.add_argument("--text", action="store_true", help="只输出正文")
    search = words.add_parser("search", parents=[common], help="检索全文")
    search.add_argument(
        "query",
        type=as_utf8,
        metavar="QUERY",
        help="要找的词；空格或“和”为都要有，“或”为任一，“-词”为不要有",
    )
    search.add_argument("-n", type=positive, default=20, metavar="N", help="最多几篇")
    search.add_argument(
        "--order",
        choices=["date", "relevance"],
        default="date",
        help="date 新的在前（默认），relevance 最相关的在前",
    )
    _add_filter(search)
    phrases = words.add_parser("phrases", parents=[common], help="各篇共用的套话")
    phrases.add_argument(
        "--min-documents", type=positive, default=2, metavar="N", help="至少几篇用过（默认 2）"
    )
    phrases.add_argument("-n", type=positive, default=200, metavar="N", help="最多几条")


def _add_filter(parser: Parser) -> None:
    parser.add_argument("--kind", type=speech_kind, help="只要这一类（动员、工作会议 …）")
    parser.add_argument("--year", type=positive, metavar="YYYY", help="只要这一年的")
    parser.add_argument("--speaker", type=as_utf8, help="只要这个人讲的")
