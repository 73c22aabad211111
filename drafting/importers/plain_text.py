"""Read .txt and .md: whatever encoding, every byte accounted for."""

from __future__ import annotations

import re

from drafting.errors import ImportProblem
from drafting.importers.decoding import MIXED, decode_text
from drafting.importers.markdown import without_marks
from drafting.importers.signatures import kind_of
from drafting.model.imported import ImportedText, Omission, SourceRun

MAX_TEXT_BYTES = 20 * 1024 * 1024
MARKDOWN = (".md", ".markdown")
_MIXED = "文件里混着 UTF-8 和 GBK 两种编码，已逐行辨认，请对照原文核对。"
# Of a text so much tells that it is one, and at least so much of that is Chinese.
_SAMPLE_BYTES, _LEAST_CHINESE = 65_536, 0.2
_CUT = 3  # bytes that do not decode where the sample ends within a character
_CHINESE = re.compile("[\u4e00-\u9fff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def read_plain_text(data: bytes, name: str) -> ImportedText:
    """Return the text with line feeds only, NUL and the marks of Markdown left out and counted.

    There is one run: plain text has no parts, and ``offset`` counts in the text as returned.

    Raises:
        ImportProblem: ``empty``, ``too-large``, ``wrong-type`` (a picture named .txt) or
            ``unknown-encoding``.
    """
    if not data:
        raise ImportProblem(name, "empty", "文件是空的", "请检查是否保存成功或换一个文件")
    if len(data) > MAX_TEXT_BYTES:
        raise ImportProblem(name, "too-large", "文本超过 20 MB", "请拆成几个文件后再打开")
    kind = kind_of(data)
    if kind is not None:
        reason = f"它其实是{kind.behind_text}，扩展名不对"
        raise ImportProblem(name, "wrong-type", reason, "请核对扩展名，改对后再打开")
    decoded = decode_text(data)
    if decoded is None:
        reason = "认不出它的文字编码，可能不是文本文件"
        advice = "请用记事本或 Word 打开，另存为 UTF-8 文本后再试"
        raise ImportProblem(name, "unknown-encoding", reason, advice)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    nuls = text.count("\0")
    text = text.replace("\0", "")
    if not text.strip("\ufeff \t\n\u3000\x1a"):
        raise ImportProblem(name, "empty", "文件里没有文字", "请换一个文件")
    counts = (("无法辨认的字节", decoded.bad_bytes), ("空字节", nuls))
    omissions = [Omission(kind, count) for kind, count in counts if count]
    if name.lower().endswith(MARKDOWN):
        plain = without_marks(text)
        lines = sum(map(str.__ne__, text.split("\n"), plain.split("\n")))
        if lines:
            omissions.append(Omission("Markdown 标记", lines, len(text) - len(plain)))
        text = plain
    doubts = (_MIXED,) if decoded.encoding == MIXED else ()
    run = SourceRun(0, len(text))
    return ImportedText(text, (run,), tuple(omissions), decoded.encoding, doubts=doubts)


def is_plain_text(data: bytes) -> bool:
    """Return whether a file of another name holds Chinese text and nothing else."""
    sample = data[:_SAMPLE_BYTES]
    decoded = decode_text(sample) if sample else None
    if decoded is None or decoded.bad_bytes > _CUT:
        return False
    text = decoded.text
    is_chinese = len(_CHINESE.findall(text)) >= _LEAST_CHINESE * len(text)
    return is_chinese and _CONTROL.search(text) is None
