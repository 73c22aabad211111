"""What a user may well try though it cannot be read: its name, and what to do with it."""

from __future__ import annotations

from pathlib import PurePath

from drafting.errors import ImportProblem
from drafting.importers.prescan import SAVE_AS
from drafting.importers.signatures import FileKind

# Neither Word nor WPS opens these.
_BY_READER = "请用打开它的阅读软件转成 Word 或 PDF 文档，或把文字复制出来存为 .txt 后再打开"
_BY_COPYING = "请把要用的文字复制到 Word 或 WPS 文稿里再打开"
_BY_OCR = "请先用文字识别（OCR）软件转成文字，存为 Word 文档后再打开"
_BY_LISTENING = "请先把录音整理成文字，存为 Word 文档后再打开"

# By suffix: the name under which the user knows it, and the next step.
_SUFFIXES = {
    ".uot": ("中文办公软件文档格式（.uot）", SAVE_AS),
    ".uof": ("中文办公软件文档格式（.uof）", SAVE_AS),
    ".odt": ("ODT 文档", SAVE_AS),
    ".ofd": ("OFD 版式文档", _BY_READER),
    ".ceb": ("方正 CEB 版式文档", _BY_READER),
    ".cebx": ("方正 CEBX 版式文档", _BY_READER),
    ".sep": ("书生 SEP 版式文档", _BY_READER),
    ".gd": ("书生 GD 版式文档", _BY_READER),
    ".caj": ("CAJ 文献", _BY_READER),
    ".xls": ("电子表格", _BY_COPYING),
    ".xlsx": ("电子表格", _BY_COPYING),
    ".et": ("电子表格", _BY_COPYING),
    ".ppt": ("演示文稿", _BY_COPYING),
    ".pptx": ("演示文稿", _BY_COPYING),
    ".dps": ("演示文稿", _BY_COPYING),
    ".lnk": ("快捷方式", "请打开它所指的那个文件"),
}
_KINDS = {
    FileKind.PICTURE: _BY_OCR,
    FileKind.MEDIA: _BY_LISTENING,
    FileKind.PROGRAM: "请换成 Word 文稿",
}


def is_unreadable(name: str) -> bool:
    """Return whether a file's suffix tells that it cannot be read."""
    return PurePath(name).suffix.lower() in _SUFFIXES


def refusal(name: str, kind: FileKind | None) -> ImportProblem | None:
    """Return what to say of a file by its suffix or by its kind, None where neither tells."""
    known = _SUFFIXES.get(PurePath(name).suffix.lower())
    if known is not None:
        what, advice = known
        blank = " " if what[0].isascii() else ""
        return ImportProblem(name, "unsupported", f"暂不能直接读取{blank}{what}", advice)
    if kind is None:
        return None
    advice = _KINDS.get(kind, SAVE_AS)
    return ImportProblem(name, "unsupported", f"它是{kind}，暂不能直接读取", advice)
