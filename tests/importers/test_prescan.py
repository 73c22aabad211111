"""Bombs and wrong files are turned down before any parser sees them, and quickly."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest

from drafting.errors import ImportProblem
from drafting.importers import prescan
from drafting.importers.prescan import has_doctype, open_package
from drafting.importers.registry import import_bytes
from drafting.importers.word_xml.reader import read_word
from tests.clock import seconds
from tests.importers.packages import pack, paragraph, word_file, word_parts

if TYPE_CHECKING:
    from collections.abc import Callable

GOOD = word_file(paragraph("清河湾县"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000


def with_parts(**parts: bytes) -> bytes:
    named = {name.replace("__", "/").replace("_xml", ".xml"): one for name, one in parts.items()}
    return pack(word_parts(paragraph("正文")) | named)


def many_parts() -> bytes:
    return pack({f"word/{number}.bin": b"" for number in range(5_001)}, zipfile.ZIP_STORED)


def headers_without_end() -> bytes:
    """A directory of half a million entries, which zipfile would build objects for."""
    header = b"PK\x01\x02" + b"\0" * 42
    directory = header * 500_000
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 65535, 65535, len(directory), 0, 0)
    return b"PK\x03\x04" + directory + end


def overlapped() -> bytes:
    """Two hundred entries that all point at the same compressed megabytes."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packed.compress(b" " * 25_000_000) + packed.flush()
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 0, 0, len(body), 25_000_000, 5, 0)
    directory = b"".join(
        struct.pack(
            "<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, 0, len(body), 25_000_000,
            5, 0, 0, 0, 0, 0, 0,
        ) + b"a%04d" % number
        for number in range(200)
    )  # fmt: skip
    data = local + b"a0000" + body
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 200, 200, len(directory), len(data), 0)
    return data + directory + end


def encrypted_entry() -> bytes:
    data = bytearray(GOOD)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            data[start + place] |= 1
            start = data.find(mark, start + 4)
    return bytes(data)


def with_doctype(prolog: bytes) -> bytes:
    root = b'<w:document xmlns:w="x"><w:body/></w:document>'
    return with_parts(word__document_xml=prolog + root)


BILLION = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'

BAD: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "empty": (lambda: b"", "empty", "空"),
    "zeros": (lambda: b"\0" * 5000, "damaged", "空字节"),
    "picture": (lambda: b"\xff\xd8\xff\xe0\0\x10JFIF" + b"\0" * 500, "wrong-type", "图片"),
    "png": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "wrong-type", "图片"),
    "pdf": (lambda: b"%PDF-1.7 " + b"x" * 99, "wrong-type", "PDF"),
    "text": (b"no speech".strip, "wrong-type", "改为 .txt"),
    "old word": (
        lambda: OLE + "WordDocument".encode("utf-16-le"), "wrong-type", "旧版 Word",
    ),
    "encrypted": (
        lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted", "打开密码",
    ),
    "encrypted entry": (encrypted_entry, "encrypted", "打开密码"),
    "cut": (lambda: GOOD[: len(GOOD) // 2], "damaged", "不完整"),
    "many parts": (many_parts, "refused", "部件过多"),
    "directory": (headers_without_end, "refused", "部件过多"),
    "big xml": (
        lambda: with_parts(word__big_xml=b"<a>" + b" " * 21_000_000), "too-large", "20 MB",
    ),
    "ratio": (lambda: with_parts(word__big=b"\0" * 30_000_000), "refused", "压缩比"),
    "sum": (
        lambda: with_parts(**{f"word__big{n}": b"\0" * 20_000_000 for n in range(11)}),
        "refused", "200 MB",
    ),
    "overlapped": (overlapped, "refused", "200 MB"),
    "doctype": (lambda: with_doctype(BILLION), "refused", "DOCTYPE"),
    "late doctype": (
        lambda: with_doctype(b"<?xml version='1.0'?>\n<!-- > -->" + b" " * 9000 + BILLION),
        "refused", "DOCTYPE",
    ),
    "hidden root": (lambda: with_doctype(b"<!--" + b"x" * 70_000 + b"-->"), "refused", "DOCTYPE"),
    "method": (
        lambda: pack(word_parts(paragraph("正文")), zipfile.ZIP_LZMA), "refused", "压缩方式",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_files(name: str) -> None:
    make, code, word = BAD[name]
    data = make()
    begun = seconds()
    with pytest.raises(ImportProblem, match=word) as caught:
        open_package(data, "讲话.docx")
    assert seconds() - begun < 0.2
    assert caught.value.code == code
    message = str(caught.value)
    assert message.startswith("无法打开“讲话.docx”：")
    assert message.count("。") == 1
    with pytest.raises(ImportProblem):
        import_bytes(data, "讲话.docx")


def test_the_file_in_which_word_keeps_who_has_another_open() -> None:
    data = b"\x05user".ljust(162, b"\0")
    with pytest.raises(ImportProblem, match="临时文件，里面没有稿子，请打开它旁边的文稿"):
        open_package(data, "夹/~$讲话.docx")
    with pytest.raises(ImportProblem, match="不是 Word 文档"):
        open_package(data, "讲话.docx")


def test_duplicate_names() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("word/document.xml", "<a/>")
        package.writestr("word/Document.xml", "<b/>")
    with pytest.raises(ImportProblem, match="重名"):
        open_package(stream.getvalue(), "x.docx")


def test_a_lie_about_sizes_ends_in_a_message() -> None:
    """The directory says 100 bytes, the part inflates to far more."""
    body = b"<w:document>" + b" " * 5_000_000
    data = bytearray(pack({"word/document.xml": body}))
    place = data.rfind(b"PK\x01\x02") + 24
    data[place : place + 4] = struct.pack("<L", 100)
    with pytest.raises(ImportProblem) as caught:
        read_word(bytes(data), "x.docx")
    assert caught.value.code == "damaged"


def test_good_files_pass() -> None:
    with open_package(GOOD, "x.docx") as package:
        assert "word/document.xml" in package.namelist()
    picture = bytes(range(256)) * 20_000
    stored = pack(word_parts(paragraph("正文")) | {"word/media/1.jpg": picture})
    open_package(stored, "x.docx").close()
    embedded = pack(word_parts(paragraph("正文")) | {"word/embeddings/1.docx": GOOD})
    open_package(embedded, "x.docx").close()


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"<a/>", False),
        (b"<?xml version='1.0'?><!-- <!DOCTYPE --><a/>", False),
        (b"", False),
        (b"no xml", False),
        (b"<!doctype a><a/>", True),
        ("<!DOCTYPE a>".encode("utf-16"), True),
        ("<!DOCTYPE a>".encode("utf-16-le"), True),
        ("<!DOCTYPE a>".encode("utf-32-be"), True),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\r\n<!DOCTYPE a>", True),
        (b" " * prescan._PROLOG_BYTES, True),
        (b"<?x " + b" " * prescan._PROLOG_BYTES, True),
    ],
)
def test_doctypes(head: bytes, expected: bool) -> None:
    assert has_doctype(head) is expected
