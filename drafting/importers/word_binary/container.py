"""Open the OLE container of an old Word file, and say what it is if there is no Word file in it."""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.errors import ImportProblem
from drafting.importers.prescan import encrypted
from drafting.importers.signatures import OLE_MARK

if TYPE_CHECKING:
    from olefile import OleFileIO

MAX_BYTES = 100 * 1024 * 1024
_HEADER = 512
_FAT_COUNT, _MINI_FAT_COUNT, _MORE_FAT_COUNT = 0x2C, 0x40, 0x48
_SECTOR_SHIFTS = (9, 12)
_RECOPY = "请重新复制或下载该文件"
_SAVE_AGAIN = "请用 Word 或 WPS 打开并另存为 .docx 后再试"
_OTHERS = (
    (("EncryptedPackage",), "encrypted", "", ""),
    (("Workbook", "Book"), "wrong-type", "它其实是电子表格", "请换成 Word 文稿"),
    (("PowerPoint Document",), "wrong-type", "它其实是演示文稿", "请换成 Word 文稿"),
    (("CONTENTS", "MatOST"), "unsupported", "它是 Works 文档", _SAVE_AGAIN),
    (("__properties_version1.0",), "wrong-type", "它其实是电子邮件", "请换成 Word 文稿"),
)
# What olefile lets through on a damaged container, besides its own errors, which are OSErrors.
_FAULTS = (
    OSError,
    ValueError,
    IndexError,
    KeyError,
    TypeError,
    AttributeError,
    OverflowError,
    struct.error,
    RecursionError,
    EOFError,
)


@dataclass(frozen=True, slots=True)
class WordStreams:
    """The streams of an old Word file; both tables, since the document says which is its own."""

    document: bytes
    tables: tuple[bytes, bytes]


def damaged(name: str) -> ImportProblem:
    """Return the message for a file whose inner order is broken."""
    return ImportProblem(name, "damaged", "文件不完整或已损坏", _RECOPY)


def open_container(data: bytes, name: str) -> WordStreams:
    """Return the Word streams of the OLE container ``data``.

    Raises:
        ImportProblem: ``damaged``, ``encrypted``, ``too-large``, ``wrong-type``, ``unsupported``.
    """
    if len(data) > MAX_BYTES:
        raise ImportProblem(name, "too-large", "文件超过 100 MB", "请删去其中的图片后再打开")
    _check_header(data, name)
    import olefile

    try:
        # A file object, since olefile takes few bytes for a file's name.
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            return _streams(container, len(data), name)
    except _FAULTS as error:
        raise damaged(name) from error


def _check_header(data: bytes, name: str) -> None:
    """Turn down tables larger than the file; olefile would walk through what they declare."""
    if len(data) < _HEADER or not data.startswith(OLE_MARK):
        raise damaged(name)
    shift = struct.unpack_from("<H", data, 0x1E)[0]
    if shift not in _SECTOR_SHIFTS:
        raise damaged(name)
    sectors = (len(data) >> shift) + 1
    for place in (_FAT_COUNT, _MINI_FAT_COUNT, _MORE_FAT_COUNT):
        if struct.unpack_from("<I", data, place)[0] > sectors:
            raise damaged(name)


def _streams(container: OleFileIO, limit: int, name: str) -> WordStreams:
    if not container.exists("WordDocument"):
        raise _no_word(container, name)
    tables = (_stream(container, "0Table", limit), _stream(container, "1Table", limit))
    document = _stream(container, "WordDocument", limit)
    if not document:
        raise damaged(name)
    return WordStreams(document, tables)


def _stream(container: OleFileIO, stream: str, limit: int) -> bytes:
    """Return a stream, cut where the file ends; nothing where it is missing."""
    if not container.exists(stream):
        return b""
    if container.get_size(stream) > limit:
        raise OSError(stream)
    with container.openstream(stream) as opened:
        content: bytes = opened.read()
    return content


def _no_word(container: OleFileIO, name: str) -> ImportProblem:
    for streams, code, reason, advice in _OTHERS:
        if any(container.exists(stream) for stream in streams):
            return (
                encrypted(name)
                if code == "encrypted"
                else ImportProblem(name, code, reason, advice)
            )
    if not container.listdir():
        return damaged(name)
    return ImportProblem(name, "unsupported", "它不是 Word 格式的 Office 文档", _SAVE_AGAIN)
