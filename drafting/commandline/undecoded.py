"""Names and words that came in as bytes which the system's code page does not know.

Python hands them over as lone surrogates (PEP 383): UTF-8 where a script runs under ``LC_ALL=C``,
GBK where files came out of an archive made on Windows. Files are found by them as they are; they
are put right only where they are shown or taken as text.
"""

from __future__ import annotations

import re

_BYTES = re.compile("[\udc80-\udcff]+")
# The second byte of a character in GBK may be a letter.
_GBK = re.compile("(?:[\udc80-\udcff][\udc80-\udcff@-~])+")


def is_undecoded(text: str) -> bool:
    """Return whether ``text`` holds such bytes."""
    return _BYTES.search(text) is not None


def as_utf8(text: str) -> str:
    """Return ``text`` with its undecoded bytes as the UTF-8 that they are, unchanged if not."""
    if _BYTES.search(text) is None:
        return text
    try:
        return _BYTES.sub(lambda found: _bytes(found).decode("utf-8"), text)
    except UnicodeDecodeError:
        return text


def as_shown(text: str) -> str:
    """Return ``text`` as people can read it: its undecoded bytes as UTF-8, else as GBK."""
    read = as_utf8(text)
    if _BYTES.search(read) is None:
        return read
    return _GBK.sub(lambda found: _bytes(found).decode("gb18030", "backslashreplace"), read)


def _bytes(found: re.Match[str]) -> bytes:
    return found[0].encode("ascii", "surrogateescape")
