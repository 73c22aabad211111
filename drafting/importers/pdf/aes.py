"""AES for files that anybody may open: their owner forbids to copy, not to read (FIPS 197).

No secret of ours hangs on it. A library of ciphers weighs ten megabytes and is wanted for nothing
else; a long stream is worked through as arrays, so that its length hardly matters.
"""

from __future__ import annotations

import struct
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    # Four columns of a block, the highest byte on top, or an array of such for each.
    Columns = tuple[Any, Any, Any, Any]
    Keys = tuple[tuple[int, ...], ...]

BLOCK_BYTES = 16
# So few blocks are sooner worked through one by one than as arrays.
_FEW_BYTES = 24 * BLOCK_BYTES
_PIECE_BYTES = 256 * 1024  # what a processor keeps at hand
_POLYNOMIAL = 0x11B
_ENCRYPTING, _DECRYPTING = (2, 1, 1, 3), (14, 9, 13, 11)


class _Tables(NamedTuple):
    """What a byte of each row makes of a mixed column, and what becomes of a byte alone."""

    rows: tuple[Any, Any, Any, Any]
    box: Any


def encrypt_cbc(key: bytes, start: bytes, data: bytes) -> bytes:
    """Return whole blocks encrypted, each mixed with the one before it, the first with ``start``.

    Raises:
        ValueError: the key has not 16, 24 or 32 bytes.
    """
    keys, tables = _keys(key), _tables(_ENCRYPTING)
    last = struct.unpack(">4I", start)
    out: list[int] = []
    for one, two, three, four in struct.iter_unpack(">4I", data):
        mixed = one ^ last[0], two ^ last[1], three ^ last[2], four ^ last[3]
        last = _worked(mixed, keys, tables)
        out += last
    return struct.pack(f">{len(out)}I", *out)


def decrypt_cbc(key: bytes, start: bytes, data: bytes) -> bytes:
    """Return whole blocks decrypted that :func:`encrypt_cbc` made.

    Raises:
        ValueError: as there.
    """
    plain = np.frombuffer(decrypt_blocks(key, data), np.uint8)
    before = np.frombuffer((start + data)[: len(data)], np.uint8)
    return (plain ^ before).tobytes()


def decrypt_blocks(key: bytes, data: bytes) -> bytes:
    """Return whole blocks decrypted, each by itself.

    Raises:
        ValueError: as :func:`encrypt_cbc`.
    """
    keys = _backward_keys(key)
    # Decrypting shifts the rows to the other side, as if the columns stood the other way round.
    if len(data) < _FEW_BYTES:
        tables = _tables(_DECRYPTING)
        blocks = (
            struct.pack(">4I", *_turned(_worked(_turned(block), keys, tables)))
            for block in struct.iter_unpack(">4I", data)
        )
        return b"".join(blocks)
    pieces = []
    for place in range(0, len(data), _PIECE_BYTES):
        columns = np.frombuffer(data[place : place + _PIECE_BYTES], ">u4").reshape(-1, 4).T
        worked = _worked(_turned(columns.astype(np.uint32)), keys, _decrypting_arrays())
        pieces.append(np.stack(_turned(worked), axis=1).astype(">u4").tobytes())
    return b"".join(pieces)


def _turned(columns: Any) -> Columns:  # noqa: ANN401 - numbers or arrays
    return columns[0], columns[3], columns[2], columns[1]


def _worked(columns: Columns, keys: Keys, tables: _Tables) -> Columns:
    """Return a block after all rounds; every round but the last mixes the columns."""
    (mix0, mix1, mix2, mix3), box = tables
    first, *middle, last = keys
    a, b, c, d = (column ^ key for column, key in zip(columns, first, strict=True))
    for w, x, y, z in middle:
        a, b, c, d = (
            mix0[a >> 24] ^ mix1[b >> 16 & 255] ^ mix2[c >> 8 & 255] ^ mix3[d & 255] ^ w,
            mix0[b >> 24] ^ mix1[c >> 16 & 255] ^ mix2[d >> 8 & 255] ^ mix3[a & 255] ^ x,
            mix0[c >> 24] ^ mix1[d >> 16 & 255] ^ mix2[a >> 8 & 255] ^ mix3[b & 255] ^ y,
            mix0[d >> 24] ^ mix1[a >> 16 & 255] ^ mix2[b >> 8 & 255] ^ mix3[c & 255] ^ z,
        )
    rows = ((a, b, c, d), (b, c, d, a), (c, d, a, b), (d, a, b, c))
    one, two, three, four = (
        (box[p >> 24] << 24 | box[q >> 16 & 255] << 16 | box[r >> 8 & 255] << 8 | box[s & 255])
        ^ key
        for (p, q, r, s), key in zip(rows, last, strict=True)
    )
    return one, two, three, four


@lru_cache(maxsize=8)
def _keys(key: bytes) -> Keys:
    """Return the key of each round (FIPS 197, 5.2)."""
    size = len(key) // 4
    if len(key) not in (16, 24, 32):
        raise ValueError(len(key))
    box = _tables(_ENCRYPTING).box
    words = list(struct.unpack(f">{size}I", key))
    constant = 1
    while len(words) < 4 * (size + 7):
        word = words[-1]
        if len(words) % size == 0:
            word = _boxed((word << 8 | word >> 24) & 0xFFFFFFFF, box) ^ constant << 24
            constant = _times(constant, 2)
        elif size == 8 and len(words) % size == 4:
            word = _boxed(word, box)
        words.append(words[-size] ^ word)
    return tuple(tuple(words[start : start + 4]) for start in range(0, len(words), 4))


def _boxed(word: int, box: Sequence[int]) -> int:
    return int.from_bytes(bytes(box[one] for one in word.to_bytes(4, "big")), "big")


@lru_cache(maxsize=8)
def _backward_keys(key: bytes) -> Keys:
    """Return the keys for decrypting: the last first, those between mixed as the columns are."""
    first, *middle, last = _keys(key)
    box = _tables(_ENCRYPTING).box
    rows = _tables(_DECRYPTING).rows
    mixed = [
        tuple(
            rows[0][box[word >> 24]]
            ^ rows[1][box[word >> 16 & 255]]
            ^ rows[2][box[word >> 8 & 255]]
            ^ rows[3][box[word & 255]]
            for word in one
        )
        for one in middle
    ]
    return tuple(_turned(one) for one in (last, *reversed(mixed), first))


@cache
def _tables(factors: tuple[int, int, int, int]) -> _Tables:
    """Return the tables of encrypting or decrypting, by what it multiplies a column with."""
    box = _box()
    if factors == _DECRYPTING:
        box = [box.index(one) for one in range(256)]
    columns = [
        int.from_bytes(bytes(_times(boxed, factor) for factor in factors), "big") for boxed in box
    ]
    one, two, three, four = (
        [(word >> 8 * row | word << 32 - 8 * row) & 0xFFFFFFFF for word in columns]
        for row in range(4)
    )
    return _Tables((one, two, three, four), box)


@cache
def _decrypting_arrays() -> _Tables:
    rows, box = _tables(_DECRYPTING)
    one, two, three, four = (np.array(row, np.uint32) for row in rows)
    return _Tables((one, two, three, four), np.array(box, np.uint32))


def _box() -> list[int]:
    """Return the substitution of bytes: the inverse in the field, then a mixing of its bits."""
    box = [0x63] * 256
    power = inverse = 1
    for _ in range(255):
        power = _times(power, 3)
        inverse = _times(inverse, 0xF6)  # what three is multiplied with to make one
        mixed = inverse ^ inverse << 1 ^ inverse << 2 ^ inverse << 3 ^ inverse << 4
        box[power] = (mixed ^ mixed >> 8) & 0xFF ^ 0x63
    return box


def _times(one: int, other: int) -> int:
    product = 0
    for bit in range(8):
        if other >> bit & 1:
            product ^= one << bit
    for bit in range(14, 7, -1):
        if product >> bit & 1:
            product ^= _POLYNOMIAL << bit - 8
    return product
