"""Old Word files made piece by piece, for the tests: the container, the head, the tables."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_SECTOR = 512
_END, _FREE, _FAT, _MORE = 0xFFFF_FFFE, 0xFFFF_FFFF, 0xFFFF_FFFD, 0xFFFF_FFFC
_SMALLEST = 4096  # shorter streams would have to stand in a stream of their own
TEXT_AT = 0x800


def container(streams: dict[str, bytes]) -> bytes:
    """An OLE container; a stream is filled up with zeros to 4,096 bytes."""
    contents = {name: data.ljust(_SMALLEST, b"\0") for name, data in streams.items()}
    sectors: list[bytes] = []
    chain: list[int] = []
    starts: dict[str, int] = {}

    def put(data: bytes) -> int:
        start = len(sectors)
        count = max(-(-len(data) // _SECTOR), 1)
        for number in range(count):
            sectors.append(data[number * _SECTOR : (number + 1) * _SECTOR].ljust(_SECTOR, b"\0"))
            chain.append(start + number + 1)
        chain[-1] = _END
        return start

    for name, data in contents.items():
        starts[name] = put(data)
    entries = [_entry("Root Entry", 5, child=1 if contents else _FREE, start=_END, size=0)]
    for number, (name, data) in enumerate(contents.items(), 1):
        after = number + 1 if number < len(contents) else _FREE
        entries.append(_entry(name, 2, right=after, start=starts[name], size=len(data)))
    directory = put(b"".join(entries))
    count, more = 1, 0
    # A place for each sector in the table; those beyond 109 stand in sectors of their own.
    while (len(chain) + count + more) * 4 > count * _SECTOR:
        count += 1
        more = -(-max(count - 109, 0) // 127)
    first = len(sectors)
    table = [*chain, *[_FAT] * count, *[_MORE] * more]
    table += [_FREE] * (count * 128 - len(table))
    packed = struct.pack(f"<{len(table)}I", *table)
    places = [*range(first, first + count)]
    rest, beyond = places[109:], first + count
    for number in range(more):
        part = [*rest[number * 127 : (number + 1) * 127], *[_FREE] * 127][:127]
        after = beyond + number + 1 if number + 1 < more else _END
        packed += struct.pack("<128I", *part, after)
    places = [*places, *[_FREE] * 109][:109]
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    start = beyond if more else _END
    head += struct.pack("<9I", 0, count, directory, 0, 4096, _END, 0, start, more)
    head += struct.pack("<109I", *places)
    return head + b"".join(sectors) + packed


def _entry(
    name: str, kind: int, *, right: int = _FREE, child: int = _FREE, start: int, size: int
) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    return (
        written.ljust(64, b"\0")
        + struct.pack("<HBB3I", len(written), kind, 1, _FREE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


@dataclass
class OldWord:
    """A file of Word 97: text in pieces of ``(bytes, is compressed)``.

    ``runs`` and ``paragraphs`` are (end in bytes from the text's start, sprms); ``places`` go
    into the table stream at their index in the head; ``changes`` gives a piece its Prm.
    """

    pieces: Sequence[tuple[bytes, bool]]
    counts: Sequence[int] = ()
    runs: Sequence[tuple[int, bytes]] = ()
    paragraphs: Sequence[tuple[int, bytes]] = ()
    places: dict[int, bytes] = field(default_factory=dict)
    groups: Sequence[bytes] = ()
    changes: dict[int, int] = field(default_factory=dict)
    flags: int = 0x0200
    language: int = 0x0804
    version: int = 193

    def streams(self) -> dict[str, bytes]:
        text = b"".join(data for data, _ in self.pieces)
        ends = [0]
        for data, compressed in self.pieces:
            ends.append(ends[-1] + (len(data) if compressed else len(data) // 2))
        counts = [*(self.counts or [ends[-1]]), *[0] * 8][:8]
        document = bytearray(TEXT_AT) + text
        document += bytes(-len(document) % _SECTOR)
        head = (0xA5EC, self.version, self.language, 0, self.flags)
        struct.pack_into("<HH2xHHH", document, 0, *head)
        struct.pack_into("<II", document, 0x18, TEXT_AT, TEXT_AT + len(text))
        struct.pack_into("<8I", document, 0x4C, *counts)
        struct.pack_into("<H", document, 0x98, 0x5D)
        places = dict(self.places) | {33: self._pieces(ends)}
        if self.runs:
            places[12] = _page(document, self.runs, 1)
        if self.paragraphs:
            places[13] = _page(document, self.paragraphs, 13)
        table = bytearray(8)
        for index, data in places.items():
            struct.pack_into("<II", document, 0x9A + 8 * index, len(table), len(data))
            table += data
        table += self.places.get(-1, b"")
        return {"WordDocument": bytes(document), "1Table": bytes(table)}

    def _pieces(self, ends: list[int]) -> bytes:
        described = b""
        at = TEXT_AT
        for number, (data, compressed) in enumerate(self.pieces):
            offset = 0x4000_0000 | at * 2 if compressed else at
            described += struct.pack("<HIH", 0, offset, self.changes.get(number, 0))
            at += len(data)
        table = struct.pack(f"<{len(ends)}I", *ends) + described
        groups = b"".join(struct.pack("<BH", 1, len(one)) + one for one in self.groups)
        return groups + struct.pack("<BI", 2, len(table)) + table

    def data(self) -> bytes:
        return container(self.streams())


def _page(document: bytearray, runs: Sequence[tuple[int, bytes]], size: int) -> bytes:
    """Append one page of runs to the document; return its bin table."""
    number = len(document) // _SECTOR
    page = bytearray(_SECTOR)
    bounds = [TEXT_AT, *(TEXT_AT + end for end, _ in runs)]
    struct.pack_into(f"<{len(bounds)}I", page, 0, *bounds)
    at = _SECTOR - 2
    for index, (_, group) in enumerate(runs):
        if size == 1:
            written = bytes((len(group),)) + group
        else:
            padded = group if len(group) % 2 else group + b"\0"
            written = bytes(((len(padded) + 1) // 2,)) + padded
        at = (at - len(written)) // 2 * 2
        page[at : at + len(written)] = written
        page[4 * len(bounds) + size * index] = at // 2
    page[-1] = len(runs)
    document += page
    return struct.pack("<III", bounds[0], bounds[-1], number)
