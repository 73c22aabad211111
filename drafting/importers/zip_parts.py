"""The parts of a zip file that lies in memory, without zipfile's own ceremony where it is plain.

A directory as every Word program writes it is read at once; any other, and any part that is not
whole, is zipfile's to read, or to tell what is wrong with it (PKWARE's APPNOTE, 4.3 and 4.4).
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import NamedTuple

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
_END = struct.Struct("<4s4H2LH")
_HEADER = struct.Struct("<4s2xHHH4xLLLHHHH6xL")
_END_MARK, _HEADER_MARK = b"PK\x05\x06", b"PK\x01\x02"
# What 2 and 4 bytes say where a larger number stands elsewhere (zip64).
_MANY, _LARGE = 0xFFFF, 0xFFFFFFFF
_NEWEST_VERSION = 63
# A local header: 26 bytes in, the lengths of the name and of the extra field.
_LOCAL_LENGTHS = 26
_PACKED_MORE = 1_024
# A part of this length is unpacked whole where its head is asked for, and kept.
_SMALL_BYTES = 4_096


class ZipEntry(NamedTuple):
    """A line of the directory; ``packed`` and ``size`` in bytes, as the directory tells them."""

    name: str
    place: int
    packed: int
    size: int
    checksum: int
    flags: int
    method: int


class ZipParts:
    """The parts of one file, in the order of its directory.

    Raises:
        Exception: one of ``ZIP_FAULTS`` where the directory cannot be read.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._archive: zipfile.ZipFile | None = None
        self._small: dict[ZipEntry, bytes] = {}
        self.entries = _plain_directory(data) or self._directory()

    def head(self, entry: ZipEntry, limit: int) -> bytes:
        """Return the first ``limit`` bytes of a part, or more, or fewer of one packed oddly.

        Raises:
            Exception: one of ``ZIP_FAULTS``.
        """
        if entry.size > _SMALL_BYTES:
            return self._unpacked(entry, limit)
        found = self._small[entry] = self._unpacked(entry, entry.size)
        return found

    def long_head(self, entry: ZipEntry, limit: int) -> bytes:
        """Return the first ``limit`` bytes of a part that is packed in any way.

        Raises:
            Exception: one of ``ZIP_FAULTS``.
        """
        with self._zipfile().open(entry.name) as part:
            return part.read(limit)

    def content(self, entry: ZipEntry) -> bytes:
        """Return a whole part.

        Raises:
            Exception: one of ``ZIP_FAULTS``.
        """
        try:
            content = self._small.get(entry) or self._unpacked(entry, entry.size)
        except zlib.error:
            content = b""
        if len(content) == entry.size and zlib.crc32(content) == entry.checksum:
            return content
        return self._zipfile().read(entry.name)

    def _unpacked(self, entry: ZipEntry, limit: int) -> bytes:
        data, place = self._data, entry.place + _LOCAL_LENGTHS
        lengths = data[place : place + 2], data[place + 2 : place + 4]
        start = place + 4 + sum(int.from_bytes(one, "little") for one in lengths)
        if entry.method == zipfile.ZIP_STORED:
            return data[start : start + min(entry.packed, limit)]
        # What is packed is hardly ever longer than what it holds.
        packed = data[start : start + min(entry.packed, limit + _PACKED_MORE)]
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, max(limit, 1))

    def _zipfile(self) -> zipfile.ZipFile:
        if self._archive is None:
            self._archive = zipfile.ZipFile(io.BytesIO(self._data))
        return self._archive

    def _directory(self) -> list[ZipEntry]:
        return [
            ZipEntry(
                one.filename,
                one.header_offset,
                one.compress_size,
                one.file_size,
                one.CRC,
                one.flag_bits,
                one.compress_type,
            )
            for one in self._zipfile().infolist()
        ]


def _plain_directory(data: bytes) -> list[ZipEntry]:
    """Return the entries of a directory right before the file's end, none where it has frills."""
    end = len(data) - _END.size
    if end < 0:
        return []
    mark, disk, other, count, all_count, size, place, comment = _END.unpack_from(data, end)
    is_plain = mark == _END_MARK and not (disk or other or comment) and count == all_count < _MANY
    if not is_plain or place + size != end:
        return []
    entries = []
    for _ in range(count):
        entry = _plain_entry(data, place, end)
        if entry is None:
            return []
        entries.append(entry)
        place += _HEADER.size + len(entry.name)
    return entries if place == end else []


def _plain_entry(data: bytes, place: int, end: int) -> ZipEntry | None:
    start = place + _HEADER.size
    if start > end:
        return None
    header = _HEADER.unpack_from(data, place)
    mark, version, flags, method, checksum, packed, size, named, *more, local = header
    name = data[start : start + named].decode("latin-1")
    is_plain = (
        mark == _HEADER_MARK
        and version <= _NEWEST_VERSION
        and not any(more)  # extra fields, a comment, another disk
        and max(packed, size, local) < _LARGE
        and len(name) == named
        and name.isascii()
        and name.isprintable()
        and "\\" not in name
    )
    return ZipEntry(name, local, packed, size, checksum, flags, method) if is_plain else None
