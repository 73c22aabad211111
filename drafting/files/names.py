"""File names that every system accepts, made from a speech's title or a user's wish."""

from __future__ import annotations

import re
import unicodedata

UNNAMED = "未命名"
# 255 bytes is the limit of Linux file systems; room stays for ``.bak`` and ``（2）``.
MAX_BYTES = 240
_LONGEST_SUFFIX = 16

# Windows refuses these nine; their full-width forms read the same.
_FORBIDDEN = str.maketrans(
    {
        ":": "：",
        "?": "？",
        "*": "＊",
        '"': "”",
        "<": "＜",
        ">": "＞",
        "|": "｜",
        "/": "-",
        "\\": "-",
    }
)
_BLANKS = re.compile(r"\s+")
# Device names of Windows, with any extension (Microsoft: Naming Files, Paths, and Namespaces).
_RESERVED = frozenset(("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$")) | frozenset(
    f"{port}{digit}" for port in ("COM", "LPT") for digit in "0123456789¹²³"
)
# Controls, formats (bidi marks, zero widths), lone surrogates, noncharacters.
_INVISIBLE = frozenset(("Cc", "Cf", "Cs", "Cn"))


def safe_file_name(name: str) -> str:
    """Return ``name`` as a single file name: no folder, nothing invisible, at most 240 bytes.

    The suffix survives shortening; what is left empty becomes 未命名. The result does not change
    when it goes through again.
    """
    name = _BLANKS.sub(" ", name)  # a line break is no control here but a blank
    name = "".join(one for one in name if unicodedata.category(one) not in _INVISIBLE)
    name = unicodedata.normalize("NFC", _BLANKS.sub(" ", name))
    name = _trim(name.translate(_FORBIDDEN))
    stem, suffix = _split(name)
    if stem.split(".", maxsplit=1)[0].rstrip().upper() in _RESERVED:
        first, dot, rest = stem.partition(".")
        stem = f"{first.rstrip()}_{dot}{rest}"
    room = MAX_BYTES - len(suffix.encode("utf-8"))
    stem = stem.encode("utf-8")[:room].decode("utf-8", "ignore")
    return _trim(stem + suffix) or UNNAMED


def _trim(name: str) -> str:
    # A leading dot hides a file, a trailing dot or blank is dropped by Windows.
    return name.strip(" .")


def _split(name: str) -> tuple[str, str]:
    stem, dot, suffix = name.rpartition(".")
    if not dot or not stem or len(suffix.encode("utf-8")) > _LONGEST_SUFFIX:
        return name, ""
    return stem, dot + suffix
