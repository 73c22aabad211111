"""Read .txt and .md: whatever encoding, every byte accounted for."""

from __future__ import annotations

from drafting.errors import ImportProblem
from drafting.importers.decoding import MIXED, decode_text
from drafting.importers.markdown import without_marks
from drafting.importers.signatures import FileKind, document_kind
from drafting.model.imported import ImportedText, Omission, SourceRun

MAX_TEXT_BYTES = 20 * 1024 * 1024
_MARKDOWN = (".md", ".markdown")
# Markdown, and the text in an archive, may begin with their marks.
_TEXT = (".txt", ".text")
_WEB = {FileKind.HTML: ".html", FileKind.ARCHIVE: ".mht"}
_MIXED = "文件里混着 UTF-8 和 GBK 两种编码，已逐行辨认，请对照原文核对。"
_CHANGE_SUFFIX = "请核对扩展名，改对后再打开"


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
    kind = document_kind(data)
    if kind is not None and (kind not in _WEB or name.lower().endswith(_TEXT)):
        what = " Word 文档或压缩文件" if kind is FileKind.ZIP else kind.behind_text
        advice = f"请把扩展名改为 {_WEB[kind]} 后再打开" if kind in _WEB else _CHANGE_SUFFIX
        raise ImportProblem(name, "wrong-type", f"它其实是{what}，扩展名不对", advice)
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
    if name.lower().endswith(_MARKDOWN):
        plain = without_marks(text)
        lines = sum(map(str.__ne__, text.split("\n"), plain.split("\n")))
        if lines:
            omissions.append(Omission("Markdown 标记", lines, len(text) - len(plain)))
        text = plain
    doubts = (_MIXED,) if decoded.encoding == MIXED else ()
    run = SourceRun(0, len(text))
    return ImportedText(text, (run,), tuple(omissions), decoded.encoding, doubts=doubts)
