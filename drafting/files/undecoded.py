"""Names and words that came in as bytes which the system's code page does not know.

Python hands them over as lone surrogates (PEP 383): UTF-8 where a script runs under ``LC_ALL=C``,
GBK where files came out of an archive made on Windows. Files are found by them as they are; they
are put right only where they are shown or taken as text.
"""

from __future__ import annotations

import re

_BYTES = re.compile("[\udc80-\udcff]+")
# A piece of a name is read as a whole: some bytes of GBK came in as UTF-8 (一 as һ). Other lone
# surrogates are names of Windows.
_PIECE = re.compile(r"[^\s/\\“”《》：、，。（）\ud800-\udc7f\udd00-\udfff]+")


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
    return read if _BYTES.search(read) is None else _PIECE.sub(_as_gbk, read)


def _as_gbk(found: re.Match[str]) -> str:
    if _BYTES.search(found[0]) is None:
        return found[0]
    return found[0].encode("utf-8", "surrogateescape").decode("gb18030", "backslashreplace")


def _bytes(found: re.Match[str]) -> bytes:
    return found[0].encode("ascii", "surrogateescape")
