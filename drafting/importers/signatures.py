"""What a file really is, told by its first bytes and not by its name."""

from __future__ import annotations

import re
from enum import StrEnum

_TEXT_HEAD = 4096
_HTML_START = re.compile(
    r"<(?:!doctype html|html|head|meta|body|title|style|script|link|table|div|center|p|h1|span"
    r"|font)[\s>]"
)
# Word's file as one XML text, which reporting systems serve as .doc.
_WORD_XML = re.compile(r"<(?:w:worddocument|pkg:package)[\s>]")
_FIELD = re.compile(r"[a-z][a-z-]{1,40}: ?[^\n]")


class FileKind(StrEnum):
    """Kinds of files by content, in the user's words."""

    ZIP = "压缩文件"
    ENCRYPTED = "加密的 Office 文档"
    OLD_WORD = "旧版 Word 文档（.doc）"
    OLD_OFFICE = "旧版 Office 文档"
    PDF = "PDF 文档"
    RTF = "RTF 文档"
    HTML = "网页"
    ARCHIVE = "单个文件网页（.mht）"
    WORD_XML = "Word XML 文档"
    PICTURE = "图片"
    PROGRAM = "程序文件"
    MEDIA = "音频或视频"

    @property
    def behind_text(self) -> str:
        """Return the name as it stands behind Chinese characters: Latin letters keep apart."""
        return f" {self}" if self[0].isascii() else str(self)


OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURES = (
    (b"PK\x03\x04", FileKind.ZIP),
    (b"PK\x05\x06", FileKind.ZIP),
    (b"Rar!\x1a\x07", FileKind.ZIP),
    (b"7z\xbc\xaf\x27\x1c", FileKind.ZIP),
    (b"\x1f\x8b\x08", FileKind.ZIP),
    (b"%PDF-", FileKind.PDF),
    (b"{\\rtf", FileKind.RTF),
    (b"\xff\xd8\xff", FileKind.PICTURE),
    (b"\x89PNG\r\n\x1a\n", FileKind.PICTURE),
    (b"GIF87a", FileKind.PICTURE),
    (b"GIF89a", FileKind.PICTURE),
    (b"II*\0", FileKind.PICTURE),
    (b"MM\0*", FileKind.PICTURE),
    (b"\0\0\1\0\1\0", FileKind.PICTURE),
    (b"MZ\x90\0", FileKind.PROGRAM),
    (b"\x7fELF", FileKind.PROGRAM),
    (b"SQLite format 3\0", FileKind.PROGRAM),
    (b"ID3\x03", FileKind.MEDIA),
    (b"ID3\x04", FileKind.MEDIA),
)


def kind_of(data: bytes) -> FileKind | None:
    """Return the kind that the content shows, None for text and for what is not known."""
    for mark, kind in _SIGNATURES:
        if data.startswith(mark):
            return kind
    if data.startswith(OLE_MARK):
        return _ole_kind(data)
    if data.startswith(b"RIFF") and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return FileKind.PICTURE if data[8:12] == b"WEBP" else FileKind.MEDIA
    if data.startswith(b"BM") and data[6:10] == b"\0\0\0\0":
        return FileKind.PICTURE
    if data[4:8] == b"ftyp":
        return FileKind.PICTURE if data[8:11] in (b"hei", b"avi") else FileKind.MEDIA
    return None


def document_kind(data: bytes) -> FileKind | None:
    """Return as ``kind_of``, and tell web pages and Word's XML from other texts too."""
    kind = kind_of(data)
    if kind is not None:
        return kind
    if _WORD_XML.match(_root(data)):
        return FileKind.WORD_XML
    if looks_like_html(data):
        return FileKind.HTML
    return FileKind.ARCHIVE if looks_like_archive(data) else None


def looks_like_html(data: bytes) -> bool:
    """Return whether the text begins as a web page does, behind comments and an XML heading."""
    return _HTML_START.match(_root(data)) is not None


def _root(data: bytes) -> str:
    """Return the text's beginning behind comments and XML's instructions."""
    head = _text_head(data)
    while head.startswith(("<!--", "<?")):
        _, end, head = head.partition("-->" if head.startswith("<!--") else ">")
        head = head.lstrip() if end else ""
    return head


def looks_like_archive(data: bytes) -> bool:
    """Return whether the text begins as a page saved as a single file does (MIME)."""
    head = _text_head(data)
    first = _FIELD.match(head) is not None
    return first and "mime-version:" in head and "content-type:" in head


def _text_head(data: bytes) -> str:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "latin-1"
    head = data[:_TEXT_HEAD].decode(encoding, "replace")
    return head.removeprefix("\xef\xbb\xbf").lstrip().lower()


def _ole_kind(data: bytes) -> FileKind:
    # Names of streams stand in the container's directory as UTF-16.
    if "EncryptedPackage".encode("utf-16-le") in data:
        return FileKind.ENCRYPTED
    if "WordDocument".encode("utf-16-le") in data:
        return FileKind.OLD_WORD
    return FileKind.OLD_OFFICE
