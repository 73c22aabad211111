"""Lets the library of PDFs read what is encrypted by AES, and leaves pictures as they are.

It takes its ciphers from packages that are not shipped (see ``aes.py``) and keeps the names of
them in one module; a test proves that they are still asked for there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pypdf import _encryption
from pypdf.generic import StreamObject

from drafting.importers.pdf.aes import BLOCK_BYTES, decrypt_blocks, decrypt_cbc, encrypt_cbc

if TYPE_CHECKING:
    from pypdf.generic import PdfObject


class _Aes:
    """The cipher of an object; its first block is where it starts, its last byte counts padding."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def decrypt(self, data: bytes, *, strict: bool = True) -> bytes:  # noqa: ARG002 - its interface
        """Return what is encrypted, without the rest of a block that is cut."""
        start, blocks = data[:BLOCK_BYTES], data[BLOCK_BYTES:]
        blocks = blocks[: len(blocks) - len(blocks) % BLOCK_BYTES]
        if not blocks:
            return b""
        plain = decrypt_cbc(self._key, start, blocks)
        padding = plain[-1]
        is_padded = 0 < padding <= BLOCK_BYTES and plain.endswith(plain[-1:] * padding)
        return plain[:-padding] if is_padded else plain


class _TextFilter(_encryption.CryptFilter):
    """Decrypts whatever may hold text: a scanned page takes seconds, and nobody looks at it."""

    def decrypt_object(self, obj: PdfObject, *, strict: bool = True) -> PdfObject:
        if isinstance(obj, StreamObject) and obj.get("/Subtype") == "/Image":
            return obj
        return super().decrypt_object(obj, strict=strict)


CIPHERS = {
    "CryptAES": _Aes,
    "CryptFilter": _TextFilter,
    "aes_cbc_encrypt": encrypt_cbc,
    "aes_cbc_decrypt": decrypt_cbc,
    "aes_ecb_decrypt": decrypt_blocks,
}


def teach_ciphers() -> None:
    """Put our ciphers where the library looks for its own."""
    for name, cipher in CIPHERS.items():
        setattr(_encryption, name, cipher)
