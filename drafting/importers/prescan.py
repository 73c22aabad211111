"""Look at a Word package before anything parses it, so that no bomb goes off.

The bounds let through every ordinary document that was measured and stop every bomb; see
``tests/importers/test_prescan.py``. Nothing here needs more than a small part's memory.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import PurePath
from typing import TYPE_CHECKING

from drafting.errors import ImportProblem
from drafting.importers.signatures import FileKind, document_kind, kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_ENTRIES = 5_000
MAX_DECLARED = 200 * 1024 * 1024
MAX_XML = 20 * 1024 * 1024
MAX_RATIO = 200
_RATIO_FROM = 20 * 1024 * 1024
# Central headers are looked for before zipfile builds an object for each; embedded files have some.
_MAX_HEADERS = 4 * MAX_ENTRIES
_PROLOG_BYTES = 65_536
# ZIP's local header: 26 bytes in, the lengths of the name and of the extra field.
_LOCAL_LENGTHS = 26
_HEAD_BYTES = 512
_PACKED_MORE = 1_024
# Nearly every part begins so: what it is written in, then its root.
_ORDINARY = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml [^<>]*\?>)?\s*<[A-Za-z]")
_DOCTYPE = "<!DOCTYPE"
_ENCRYPTED_BIT = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

# Word keeps who has a file open in one of this name beside it.
_OWNER_MARK = "~$"
SAVE_AS = "请用 Word 或 WPS 另存为 .docx 后再打开"
_SAVE_AGAIN = "请用 Word 打开并另存一份后再试"
# What reading a faulty zip file may raise; zipfile documents only the first.
ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    KeyError,
    IndexError,
    OverflowError,
)


def open_package(data: bytes, name: str) -> zipfile.ZipFile:
    """Return the package, open for reading, once every part of it is known to be harmless.

    Raises:
        ImportProblem: ``empty``, ``wrong-type``, ``encrypted``, ``damaged``, ``too-large`` or
            ``refused``.
    """
    package = open_bounded(data, name)
    for entry in package.infolist():
        if is_xml(entry.filename):
            _check_prolog(package, entry, data, name)
    return package


def open_bounded(data: bytes, name: str) -> zipfile.ZipFile:
    """Return the package once its bounds are known; each part that is read must be checked.

    Raises:
        ImportProblem: as :func:`open_package`.
    """
    if not data:
        raise ImportProblem(name, "empty", "文件是空的", "请检查是否保存成功或换一个文件")
    if kind_of(data) is not FileKind.ZIP or not data.startswith(b"PK"):
        raise _not_a_package(data, name)
    if data.count(b"PK\x01\x02") > _MAX_HEADERS:
        raise _refused(name, "其中的部件过多")
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except ZIP_FAULTS as error:
        reason = "文件不完整或已损坏"
        raise ImportProblem(name, "damaged", reason, "请重新复制或下载该文件") from error
    _check_entries(package.infolist(), name)
    return package


def is_xml(part: str) -> bool:
    """Return whether a part of the package is XML by its name."""
    return part.lower().endswith((".xml", ".rels", ".vml"))


def _check_entries(entries: Sequence[zipfile.ZipInfo], name: str) -> None:
    if len(entries) > MAX_ENTRIES:
        raise _refused(name, "其中的部件过多")
    if any(entry.flag_bits & _ENCRYPTED_BIT for entry in entries):
        raise encrypted(name)
    if len({entry.filename.lower() for entry in entries}) != len(entries):
        raise _refused(name, "其中有重名的部件")
    if sum(entry.file_size for entry in entries) > MAX_DECLARED:
        raise _refused(name, "解压后超过 200 MB")
    for entry in entries:
        if is_xml(entry.filename) and entry.file_size > MAX_XML:
            reason = "其中的文字部件超过 20 MB"
            raise ImportProblem(name, "too-large", reason, "请拆成几个文件后再打开")
        swollen = entry.file_size > MAX_RATIO * max(entry.compress_size, 1)
        if entry.file_size > _RATIO_FROM and swollen:
            raise _refused(name, "其中有压缩比异常的部件")
        if entry.compress_type not in _METHODS:
            raise _refused(name, "其中用了不常见的压缩方式")


def _check_prolog(package: zipfile.ZipFile, entry: zipfile.ZipInfo, data: bytes, name: str) -> None:
    """Refuse a document type declaration: no Word file has one, and entities hide behind it."""
    try:
        head = _unpacked(entry, data, _HEAD_BYTES)
        if _ORDINARY.match(head):
            return
        # What is packed oddly, or says much before its root, is read the long way.
        if _first_tag(head) is None and len(head) < entry.file_size:
            with package.open(entry) as part:
                head = part.read(_PROLOG_BYTES)
    except ZIP_FAULTS:
        return  # it cannot be read for parsing either; a theme may be broken and nobody minds
    if has_doctype(head):
        raise _declared(name)


def check_part(content: bytes, name: str) -> None:
    """Refuse a part that was unpacked whole and declares a document type.

    Raises:
        ImportProblem: ``refused``.
    """
    if not _ORDINARY.match(content) and has_doctype(content[:_PROLOG_BYTES]):
        raise _declared(name)


def _declared(name: str) -> ImportProblem:
    return _refused(name, "其中含有不安全的声明（DOCTYPE）")


def part_bytes(package: zipfile.ZipFile, entry: zipfile.ZipInfo, data: bytes) -> bytes:
    """Return a part of the package that ``data`` holds, without zipfile's own ceremony.

    Raises:
        Exception: one of ``ZIP_FAULTS``, as ``package.read`` does.
    """
    try:
        content = _unpacked(entry, data, entry.file_size)
    except zlib.error:
        content = b""
    if len(content) == entry.file_size and zlib.crc32(content) == entry.CRC:
        return content
    return package.read(entry)


def _unpacked(entry: zipfile.ZipInfo, data: bytes, limit: int) -> bytes:
    """Return a part, or its first ``limit`` bytes."""
    place = entry.header_offset + _LOCAL_LENGTHS
    lengths = data[place : place + 2], data[place + 2 : place + 4]
    start = place + 4 + sum(int.from_bytes(one, "little") for one in lengths)
    if entry.compress_type == zipfile.ZIP_STORED:
        return data[start : start + min(entry.compress_size, limit)]
    # What is packed is hardly ever longer than what it holds.
    packed = data[start : start + min(entry.compress_size, limit + _PACKED_MORE)]
    return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, max(limit, 1))


def has_doctype(head: bytes) -> bool:
    """Return whether an XML document declares a type, or hides its root beyond ``head``."""
    tag = _first_tag(head)
    return len(head) >= _PROLOG_BYTES if tag is None else tag == _DOCTYPE


def _first_tag(head: bytes) -> str | None:
    """Return how the first tag begins that is no instruction and no comment, None for none."""
    encoding = "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "latin-1"
    text = head.decode(encoding, "replace")
    if encoding == "latin-1" and "\0" in text[:4]:  # UTF-16 or UTF-32 without its mark
        text = text.replace("\0", "")
    position = 0
    while (position := text.find("<", position)) >= 0:
        if text.startswith("<?", position):
            position = text.find("?>", position)
        elif text.startswith("<!--", position):
            position = text.find("-->", position)
        else:
            tag = text[position : position + len(_DOCTYPE)].upper()
            return tag if len(tag) == len(_DOCTYPE) else None
        if position < 0:
            break
    return None


def _not_a_package(data: bytes, name: str) -> ImportProblem:
    kind = document_kind(data)
    if kind is FileKind.ENCRYPTED:
        return encrypted(name)
    if kind is None:
        if not data.strip(b"\0"):
            return ImportProblem(name, "damaged", "内容全是空字节", "请换用备份的文件")
        if PurePath(name).name.startswith(_OWNER_MARK):
            reason = "它是 Word 打开文稿时留下的临时文件，里面没有稿子"
            return ImportProblem(name, "wrong-type", reason, "请打开它旁边的文稿")
        reason = "它不是 Word 文档"
        return ImportProblem(name, "wrong-type", reason, "若是纯文本，请把扩展名改为 .txt 后再打开")
    reason = f"它其实是{kind.behind_text}，扩展名不对"
    advice = SAVE_AS if kind is FileKind.OLD_OFFICE else "请换成 Word 文稿"
    return ImportProblem(name, "wrong-type", reason, advice)


def encrypted(name: str) -> ImportProblem:
    """Return the message for a Word file that opens with a password only."""
    advice = "请用 Word 或 WPS 打开，取消密码后另存再试"
    return ImportProblem(name, "encrypted", "文件设有打开密码", advice)


def _refused(name: str, what: str) -> ImportProblem:
    return ImportProblem(name, "refused", f"{what}，为安全起见没有打开", _SAVE_AGAIN)
