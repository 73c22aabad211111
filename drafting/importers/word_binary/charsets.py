"""Bytes of an old Word file as characters, so that each stored unit stays one character."""

from __future__ import annotations

import codecs
import re

from drafting.importers.decoding import decode_text

# Behind a character of two bytes, so that places stay those of the file; no text holds it.
FILLER = "\uffff"
LOST = "\ufffd"

WESTERN = "cp1252"
_BY_LANGUAGE = {
    0x04: "gbk", 0x11: "cp932", 0x12: "cp949",
    0x01: "cp1256", 0x0D: "cp1255", 0x1E: "cp874", 0x08: "cp1253", 0x1F: "cp1254", 0x2A: "cp1258",
    0x02: "cp1251", 0x19: "cp1251", 0x22: "cp1251", 0x23: "cp1251", 0x2F: "cp1251",
    0x05: "cp1250", 0x0E: "cp1250", 0x15: "cp1250", 0x18: "cp1250", 0x1A: "cp1250",
    0x1B: "cp1250", 0x1C: "cp1250", 0x24: "cp1250",
    0x25: "cp1257", 0x26: "cp1257", 0x27: "cp1257",
}  # fmt: skip
# Hong Kong, Macao and Taiwan write in another code than the mainland and Singapore.
_BIG5 = frozenset((0x0404, 0x0C04, 0x1404))
_CHINESE = 0x04
_DOUBLE = frozenset(("gbk", "cp950", "cp932", "cp949"))
_GUESSED = {"gb18030": "gbk", "big5hkscs": "cp950"}
_SAMPLE = 65_536
_MIN_HIGH_BYTES = 8
_MAX_FAULTS = 0.02

_HIGH = bytes(range(0x80, 0x100))
_CONTROLS = bytes(range(0x20)) + b"\x7f"
_PAIR = re.compile("([^\x00-\x7f\ufffd\uff61-\uff9f])")
_BEYOND = re.compile("[\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_FIRST_PAIR = 0x3000
_ERRORS = "jianggao-byte"


def decode_bytes(data: bytes, encoding: str) -> str:
    """Return as many characters as there are bytes; what is undecodable becomes U+FFFD."""
    if encoding not in _DOUBLE:
        # The five places that cp1252 leaves empty are control characters there.
        return data.decode(encoding, _ERRORS)
    text = _PAIR.sub("\\1" + FILLER, data.decode(encoding, _ERRORS))
    return text if len(text) == len(data) else data.decode(WESTERN, _ERRORS)


def decode_units(data: bytes, encoding: str, double: str) -> str:
    """Return the units of an East Asian Word 95: a byte of ``encoding`` or a pair of ``double``."""
    text = one_unit_each(data)
    shown = {}
    for one in set(text):
        code = ord(one)
        if code >= _FIRST_PAIR:
            shown[code] = code.to_bytes(2, "big").decode(double, _ERRORS)[:1]
        else:
            shown[code] = bytes((code & 0xFF,)).decode(encoding, _ERRORS)
    return text.translate(shown)


def chinese_encoding(data: bytes) -> str | None:
    """Return gbk or cp950 where bytes leave no doubt that they are Chinese, else None."""
    sample = data[:_SAMPLE].translate(None, _CONTROLS)
    high = len(sample) - len(sample.translate(None, _HIGH))
    found = decode_text(sample) if high >= _MIN_HIGH_BYTES else None
    guessed = None if found is None else _GUESSED.get(found.encoding)
    if guessed is None or sample.decode(guessed, _ERRORS).count(LOST) > _MAX_FAULTS * high + 1:
        return None
    return guessed


def is_chinese(language: int) -> bool:
    """Return whether a language identifier is one of Chinese."""
    return language & 0xFF == _CHINESE


def is_double(encoding: str) -> bool:
    """Return whether some characters of an encoding take two bytes."""
    return encoding in _DOUBLE


def encoding_of_language(language: int) -> str:
    """Return the Windows encoding of a language identifier ([MS-LCID])."""
    if language in _BIG5:
        return "cp950"
    return _BY_LANGUAGE.get(language & 0xFF, WESTERN)


def one_unit_each(data: bytes) -> str:
    """Return UTF-16 as one character for each unit, pairs of surrogates left apart."""
    text = data[: len(data) // 2 * 2].decode("utf-16-le", "surrogatepass")
    return _BEYOND.sub(_apart, text) if text and max(text) > "\uffff" else text


def together(text: str) -> str:
    """Return ``text`` as Python writes it: pairs joined, lone surrogates as U+FFFD."""
    text = text.replace(FILLER, "")
    if _SURROGATE.search(text):
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _apart(match: re.Match[str]) -> str:
    code = ord(match.group()) - 0x10000
    return chr(0xD800 + (code >> 10)) + chr(0xDC00 + (code & 0x3FF))


def _lose(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    if error.encoding == "charmap" or error.encoding.startswith("cp125"):
        return chr(error.object[error.start]), error.start + 1
    return LOST, error.start + 1


codecs.register_error(_ERRORS, _lose)
