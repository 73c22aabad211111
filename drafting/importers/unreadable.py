"""What a user may well try though it cannot be read: its name, and what to do with it.

In folders of speeches much stands that nobody takes for one: that is only named.
"""

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
_BY_UNPACKING = "请先解压，再打开解出来的文稿"
_BY_ENDING = "其中若有文稿，请改好扩展名（如 .docx）后再打开"

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
    **dict.fromkeys((".rar", ".7z", ".gz", ".tgz", ".tar", ".bz2"), ("压缩文件", _BY_UNPACKING)),
}
# Those that are known by their first bytes, as they are called beside others in a folder.
_BESIDE = {
    **dict.fromkeys((".zip",), ("压缩文件", _BY_UNPACKING)),
    **dict.fromkeys(
        (".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic"),
        ("图片", _BY_OCR),
    ),
    **dict.fromkeys(
        (".mp3", ".wav", ".m4a", ".wma", ".aac", ".amr", ".mp4", ".avi", ".mov", ".wmv", ".mkv"),
        ("音频或视频", _BY_LISTENING),
    ),
    **dict.fromkeys(
        (".bak", ".tmp", ".temp", ".wbk", ".asd", ".old"), ("备份和临时文件", _BY_ENDING)
    ),
    "": ("没有扩展名的文件", _BY_ENDING),
}
_OTHERS = ("其他文件", "其中若有文稿，请另存为 Word 文档后再打开")
_KINDS = {
    FileKind.PICTURE: _BY_OCR,
    FileKind.MEDIA: _BY_LISTENING,
    FileKind.PROGRAM: "请换成 Word 文稿",
}


def is_unreadable(name: str) -> bool:
    """Return whether a file's suffix tells that it cannot be read."""
    return PurePath(name).suffix.lower() in _SUFFIXES


def kind_beside(name: str) -> tuple[str, str]:
    """Return what a file that is no speech by its name is called, and what to do with it."""
    suffix = PurePath(name).suffix.lower().replace("~", "")
    return _SUFFIXES.get(suffix) or _BESIDE.get(suffix, _OTHERS)


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
    return ImportProblem(name, "unsupported", f"它是{kind.behind_text}，暂不能直接读取", advice)
