"""Read .mht: a web page saved as a single file; MIME by the standard library, the page by ours."""

from __future__ import annotations

import email
from dataclasses import replace
from typing import TYPE_CHECKING

from drafting.errors import ImportProblem
from drafting.importers.plain_text import MAX_TEXT_BYTES, read_plain_text
from drafting.importers.signatures import FileKind, document_kind
from drafting.importers.web.page import read_page, read_web_page
from drafting.model.imported import Omission

if TYPE_CHECKING:
    from email.message import Message

    from drafting.model.imported import ImportedText

_MAX_BYTES = 32 * 1024 * 1024
_MAX_BOUNDARIES = 2_000
_SAVE_AGAIN = "请用浏览器或 Word 重新保存后再试"


def read_web_archive(data: bytes, name: str) -> ImportedText:
    """Return the visible text of the first page in the archive; other pages in it are listed.

    Raises:
        ImportProblem: ``empty``, ``too-large``, ``wrong-type``, ``damaged``, ``refused`` or
            ``unknown-encoding``.
    """
    if not data:
        raise ImportProblem(name, "empty", "文件是空的", "请检查是否保存成功或换一个文件")
    kind = document_kind(data)
    if kind is not FileKind.ARCHIVE:
        if kind in (FileKind.HTML, None):  # MIME says what it is; a page without it is a page
            return read_web_page(data, name)
        advice = "请核对扩展名，改对后再打开"
        raise ImportProblem(name, "wrong-type", f"它其实是{kind.behind_text}，扩展名不对", advice)
    if len(data) > _MAX_BYTES:
        raise ImportProblem(name, "too-large", "网页超过 32 MB", "请另存为不带图片的网页后再打开")
    if data.lower().count(b"boundary=") > _MAX_BOUNDARIES:
        reason = "其中的部件过多，为安全起见没有打开"
        raise ImportProblem(name, "refused", reason, _SAVE_AGAIN)
    try:
        parts = [one for one in email.message_from_bytes(data).walk() if not one.is_multipart()]
        page = _first(parts, "text/html", "application/xhtml+xml")
        text = page or _first(parts, "text/plain")
        content = None if text is None else text.get_payload(decode=True)
        charset = None if text is None else text.get_content_charset()
    # The library is lenient by promise only: what it raises on faulty headings is not documented.
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise ImportProblem(name, "damaged", "文件不完整或已损坏", _SAVE_AGAIN) from error
    if not isinstance(content, bytes) or not content.strip() or len(content) > MAX_TEXT_BYTES:
        raise ImportProblem(name, "damaged", "其中找不到网页的文字", _SAVE_AGAIN)
    imported = read_plain_text(content, name) if page is None else read_page(content, name, charset)
    others = sum(one.get_content_type() == "text/html" for one in parts) - (page is not None)
    if others <= 0:
        return imported
    return _with(imported, Omission("另外的网页", others))


def _with(imported: ImportedText, omission: Omission) -> ImportedText:
    whole = None if imported.whole is None else _with(imported.whole, omission)
    return replace(imported, omissions=(*imported.omissions, omission), whole=whole)


def _first(parts: list[Message], *types: str) -> Message | None:
    return next((one for one in parts if one.get_content_type() in types), None)
