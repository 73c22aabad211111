"""A text's fingerprint, by which the same speech is known again."""

from __future__ import annotations

import hashlib
import unicodedata


def bytes_hash(data: bytes) -> str:
    """Return the SHA-256 (64 hex digits) of the bytes of a file."""
    return hashlib.sha256(data).hexdigest()


def text_hash(text: str) -> str:
    """Return the SHA-256 (64 hex digits) of the text, whatever its line ends and edge blanks.

    Line ends, blanks at the end of lines, empty lines at the end, a byte-order mark and the
    Unicode form (NFC) do not matter; everything else does.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    lines = [line.rstrip() for line in text.split("\n")]
    plain = unicodedata.normalize("NFC", "\n".join(lines).rstrip("\n"))
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()
