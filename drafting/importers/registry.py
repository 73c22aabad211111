"""Every kind of file that can be read, one line each, and a word for all others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from drafting.importers.plain_text import MARKDOWN, is_plain_text, read_plain_text
from drafting.importers.signatures import FileKind, document_kind
from drafting.importers.unreadable import is_unreadable, refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafting.model.imported import Changes, ImportedText


@dataclass(frozen=True, slots=True)
class Importer:
    """A kind of file: its name in the open dialog, its suffixes, and how it is read.

    ``read`` gets the bytes and the name for messages; it raises nothing but ImportProblem.
    ``read_original`` does the same with tracked changes left aside, where a kind of file has any.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], ImportedText]
    read_original: Callable[[bytes, str], ImportedText] | None = None


def _read_word(data: bytes, name: str) -> ImportedText:
    from drafting.importers.word_xml.reader import read_word  # lxml stays out of the window's start

    return read_word(data, name)


def _read_original_word(data: bytes, name: str) -> ImportedText:
    from drafting.importers.word_xml.reader import read_word  # as above

    return read_word(data, name, "original")


def _read_word_binary(data: bytes, name: str) -> ImportedText:
    from drafting.importers.word_binary.reader import read_word_binary  # as above

    return read_word_binary(data, name)


def _read_original_word_binary(data: bytes, name: str) -> ImportedText:
    from drafting.importers.word_binary.reader import read_word_binary  # as above

    return read_word_binary(data, name, "original")


def _read_web_page(data: bytes, name: str) -> ImportedText:
    from drafting.importers.web.page import read_web_page  # selectolax, as above

    return read_web_page(data, name)


def _read_web_archive(data: bytes, name: str) -> ImportedText:
    from drafting.importers.web.archive import read_web_archive  # as above

    return read_web_archive(data, name)


def _read_rich_text(data: bytes, name: str) -> ImportedText:
    from drafting.importers.rich_text.reader import read_rich_text

    return read_rich_text(data, name)


def _read_pdf(data: bytes, name: str) -> ImportedText:
    from drafting.importers.pdf.reader import read_pdf  # pypdf, as above

    return read_pdf(data, name)


WORD = Importer("Word 文档", (".docx", ".docm", ".dotx", ".dotm"), _read_word, _read_original_word)
OLD_WORD = Importer(
    "旧版 Word 和 WPS 文档",
    (".doc", ".dot", ".wps", ".wpt"),
    _read_word_binary,
    _read_original_word_binary,
)
WEB_PAGE = Importer("网页", (".html", ".htm", ".xhtml", ".shtml"), _read_web_page)
WEB_ARCHIVE = Importer("单个文件网页", (".mht", ".mhtml"), _read_web_archive)
RICH_TEXT = Importer("RTF 文档", (".rtf",), _read_rich_text)
PDF = Importer("PDF 文档", (".pdf",), _read_pdf)
PLAIN_TEXT = Importer("纯文本", (".txt", ".md", ".text", ".markdown"), read_plain_text)

IMPORTERS: tuple[Importer, ...] = (
    WORD,
    OLD_WORD,
    RICH_TEXT,
    PDF,
    WEB_PAGE,
    WEB_ARCHIVE,
    PLAIN_TEXT,
)

# Who reads what the first bytes show, whatever the name says.
_BY_CONTENT: dict[FileKind | None, Importer] = {
    FileKind.ZIP: WORD,
    FileKind.OLD_WORD: OLD_WORD,
    FileKind.RTF: RICH_TEXT,
    FileKind.PDF: PDF,
    FileKind.HTML: WEB_PAGE,
    FileKind.ARCHIVE: WEB_ARCHIVE,
}
_WEB = (FileKind.HTML, FileKind.ARCHIVE)
# Kinds whose readers make nothing of plain text.
_NO_TEXT = (WORD, OLD_WORD, RICH_TEXT, PDF)


def importer_for(name: str) -> Importer | None:
    """Return the importer for a file name's suffix, None where there is none."""
    suffix = PurePath(name).suffix.lower()
    return next((one for one in IMPORTERS if suffix in one.suffixes), None)


def reader_for(data: bytes, name: str) -> Importer | None:
    """Return who reads a file, None where only its first bytes tell what to say of it.

    Content wins over the suffix: offices and their systems serve web pages, RTF and new Word files
    as .doc, and whoever cannot open a file renames it. Markdown may begin with the marks of a page.
    """
    named = importer_for(name)
    if named is None and is_unreadable(name):
        return None
    kind = document_kind(data)
    if kind is FileKind.WORD_XML:
        return None
    if kind is None and named in _NO_TEXT and is_plain_text(data):
        return PLAIN_TEXT
    if kind in _WEB and PurePath(name).suffix.lower() in MARKDOWN:
        return named
    return _BY_CONTENT.get(kind) or named


def import_bytes(data: bytes, name: str, changes: Changes = "accepted") -> ImportedText:
    """Return the text in ``data``; ``name`` stands in messages and helps to choose the importer.

    ``changes`` says how tracked changes are read; it means nothing where a file has none. That a
    file is not what it is named, where Word would not have read it either, is told as a doubt.

    Raises:
        ImportProblem: one sentence with the file, the reason and the next step.
    """
    importer = reader_for(data, name)
    if importer is not None:
        original = importer.read_original if changes == "original" else None
        imported = (original or importer.read)(data, name)
        named = importer_for(name)
        if named in (None, importer) or (named is OLD_WORD and importer is not PLAIN_TEXT):
            return imported
        return replace(imported, doubts=(_misnamed(importer), *imported.doubts))
    problem = refusal(name, document_kind(data)) if data else None
    if problem is not None:
        raise problem
    return PLAIN_TEXT.read(data, name)


def _misnamed(importer: Importer) -> str:
    kind = importer.name
    gap = " " if kind[0].isascii() else ""
    return f"扩展名不对，其实是{gap}{kind}，已照里面的内容读入。"
