"""The bytes of PDF text as characters and widths (ISO 32000-2, 9.6, 9.7 and 9.10)."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from pypdf._codecs import adobe_glyphs  # glyph names; the library offers them nowhere else
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject

if TYPE_CHECKING:
    from collections.abc import Iterator

UNKNOWN = "\ufffd"
_MAX_ENTRIES = 200_000
_MAX_MAP_BYTES = 4 * 1024 * 1024
_SECTION = re.compile(rb"begin(bfchar|bfrange|codespacerange)(.*?)end\1", re.DOTALL)
_ITEM = re.compile(rb"<([0-9A-Fa-f\s]*)>|([\[\]])")
_CHOICES = re.compile(rb"begin(cidchar|cidrange)(.*?)end\1", re.DOTALL)
_ONE_CHOICE = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*(\d{1,6})(?!\d)")
_CHOSEN_RANGE = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>\s*(\d{1,6})(?!\d)")
_DEFAULT_WIDTH, _WIDE_WIDTH = 500.0, 1000.0
_PAGES = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}
_LEGACY = (("GB", "gb18030"), ("B5", "big5hkscs"), ("HKscs", "big5hkscs"), ("RKSJ", "cp932"))


class PdfFont:
    """Cuts strings into codes; gives each its characters and its width in thousandths."""

    def __init__(self, font: DictionaryObject) -> None:
        self._composite = font.get("/Subtype") == "/Type0"
        self._characters: dict[bytes, str] = {}
        self._widths: dict[int, float] = {}
        self._glyph_numbers: dict[int, int] = {}  # by code, where the file brings a map of its own
        self._default_width = _DEFAULT_WIDTH
        self._legacy = ""
        self.is_vertical = False
        self._read_to_unicode(_resolved(font.get("/ToUnicode")))
        if self._composite:
            self._read_composite(font)
        else:
            self._read_simple(font)

    def decode(self, data: bytes) -> Iterator[tuple[str, float, bool]]:
        """Yield for each code its characters, width, and whether it is the one-byte blank."""
        position = 0
        while position < len(data):
            length = self._length(data, position)
            code = data[position : position + length]
            position += length
            number = int.from_bytes(code, "big")
            text = self._characters.get(code)
            if text is None:
                text = self._plain(code)
            width = self._widths.get(self._glyph_numbers.get(number, number))
            if width is None:
                narrow = self._composite and self._legacy and text.isascii()
                width = _DEFAULT_WIDTH if narrow else self._default_width
            yield text, width, code == b" "

    def _length(self, data: bytes, position: int) -> int:
        if not self._composite:
            return 1
        if self._legacy in ("", "utf-16-be"):
            return 2
        return 2 if data[position] >= 0x81 else 1

    def _plain(self, code: bytes) -> str:
        """Return the characters of a code that no map names."""
        encoding = self._legacy
        if not encoding:
            return UNKNOWN
        text = code.decode(encoding, "replace")
        return text if text.isprintable() or text.isspace() else UNKNOWN

    def _read_simple(self, font: DictionaryObject) -> None:
        encoding = _resolved(font.get("/Encoding"))
        differences: object = None
        base = encoding
        if isinstance(encoding, DictionaryObject):
            base = encoding.get("/BaseEncoding")
            differences = _resolved(encoding.get("/Differences"))
        self._legacy = _PAGES.get(str(base), "cp1252")
        code = 0
        for one in differences if isinstance(differences, ArrayObject) else ():
            if isinstance(one, int):
                code = int(one)
            elif 0 <= code < 256:
                self._characters.setdefault(bytes([code]), _glyph(str(one)))
                code += 1
        first = font.get("/FirstChar", 0)
        widths = _resolved(font.get("/Widths"))
        if isinstance(widths, ArrayObject) and isinstance(first, int):
            for number, width in enumerate(islice(widths, 256), int(first)):
                self._widths[number] = _number(width, _DEFAULT_WIDTH)

    def _read_composite(self, font: DictionaryObject) -> None:
        encoding = _resolved(font.get("/Encoding"))
        name = str(encoding) if isinstance(encoding, str) else ""
        mode = encoding.get("/WMode") if isinstance(encoding, StreamObject) else None
        self.is_vertical = mode == 1 or name.endswith(("-V", "/V"))
        if "UCS2" in name or "UTF16" in name:
            self._legacy = "utf-16-be"
        elif name and not name.startswith("/Identity"):
            self._legacy = next((page for mark, page in _LEGACY if mark in name), "")
        elif isinstance(encoding, StreamObject):
            self._read_choices(encoding)
        self._default_width = _WIDE_WIDTH
        descendants = _resolved(font.get("/DescendantFonts"))
        inner = _resolved(descendants[0]) if isinstance(descendants, ArrayObject) else None
        if not isinstance(inner, DictionaryObject):
            return
        self._default_width = _number(inner.get("/DW"), _WIDE_WIDTH)
        widths = _resolved(inner.get("/W"))
        if isinstance(widths, ArrayObject) and not self._legacy:  # else codes are no glyph numbers
            self._read_widths(widths)

    def _read_widths(self, widths: ArrayObject) -> None:
        """Read “first [w w …]” and “first last w” (ISO 32000-2, 9.7.4.3)."""
        items = [_resolved(one) for one in islice(widths, _MAX_ENTRIES)]
        position = 0
        while position + 1 < len(items) and len(self._widths) < _MAX_ENTRIES:
            first, second = items[position], items[position + 1]
            if not isinstance(first, int):
                position += 1
            elif isinstance(second, ArrayObject):
                for number, width in enumerate(islice(second, _MAX_ENTRIES), int(first)):
                    self._widths[number] = _number(width, self._default_width)
                position += 2
            else:
                width = _number(items[position + 2] if position + 2 < len(items) else None, 1000)
                last = min(int(_number(second, -1)), int(first) + 65_535)
                self._widths.update(dict.fromkeys(range(int(first), last + 1), width))
                position += 3

    def _read_choices(self, stream: StreamObject) -> None:
        """Read which glyph each code chooses, by which the widths go (9.7.5.3)."""
        source = stream.get_data()[:_MAX_MAP_BYTES]
        for section in _CHOICES.finditer(source):
            kind, body = section.groups()
            if kind == b"cidchar":
                rows = ((one[1], one[1], one[2]) for one in _ONE_CHOICE.finditer(body))
            else:
                rows = ((one[1], one[2], one[3]) for one in _CHOSEN_RANGE.finditer(body))
            for low, high, target in rows:
                first = int.from_bytes(_bytes(low), "big")
                last = min(int.from_bytes(_bytes(high), "big"), first + 65_535)
                if len(self._glyph_numbers) + last - first > _MAX_ENTRIES:
                    return
                for code in range(first, last + 1):
                    self._glyph_numbers[code] = int(target) + code - first

    def _read_to_unicode(self, stream: object) -> None:
        if not isinstance(stream, StreamObject):
            return
        source = stream.get_data()[:_MAX_MAP_BYTES]
        for section in _SECTION.finditer(source):
            kind, body = section.groups()
            if kind == b"bfchar":
                codes = [one.group(1) or b"" for one in _ITEM.finditer(body)]
                for code, target in zip(codes[::2], codes[1::2], strict=False):
                    self._map(_bytes(code), _bytes(target))
            elif kind == b"bfrange":
                self._read_ranges(body)

    def _read_ranges(self, body: bytes) -> None:
        items = iter(_ITEM.finditer(body))
        for low, high, target in zip(items, items, items, strict=False):
            first, last = _bytes(low.group(1) or b""), _bytes(high.group(1) or b"")
            start = int.from_bytes(first, "big")
            count = min(int.from_bytes(last, "big") - start + 1, 65_536)
            if target.group(2) == b"[":
                for number, one in enumerate(_until_bracket(items)):
                    self._map((start + number).to_bytes(len(first) or 1, "big"), one)
                continue
            base = _bytes(target.group(1) or b"")
            number = int.from_bytes(base, "big")
            for step in range(max(count, 0)):
                code, value = start + step, number + step
                if code >= 1 << (8 * len(first)) or value >= 1 << (8 * len(base)):
                    break
                self._map(code.to_bytes(len(first), "big"), value.to_bytes(len(base), "big"))

    def _map(self, code: bytes, target: bytes) -> None:
        if len(self._characters) >= _MAX_ENTRIES:
            return
        if not self._composite and len(code) == 2 and not code[0]:
            code = code[1:]
        if len(target) == 1:
            target = b"\0" + target
        text = target.decode("utf-16-be", "replace")
        if text and text != "\0":
            self._characters[code] = text


def _until_bracket(items: Iterator[re.Match[bytes]]) -> Iterator[bytes]:
    for one in items:
        if one.group(2) is not None:
            return
        yield _bytes(one.group(1))


def _bytes(digits: bytes) -> bytes:
    plain = b"".join(digits.split())[:64].decode("ascii")
    return bytes.fromhex(plain if len(plain) % 2 == 0 else plain + "0")


def _glyph(name: str) -> str:
    known = adobe_glyphs.get(name)
    if known:
        return str(known)
    digits = name.removeprefix("/uni").removeprefix("/u")
    try:
        return chr(int(digits[:6], 16)) if name.startswith("/u") else UNKNOWN
    except (ValueError, OverflowError):
        return UNKNOWN


def _resolved(value: object) -> object:
    return value.get_object() if isinstance(value, PdfObject) else value


def _number(value: object, otherwise: float) -> float:
    found = _resolved(value)
    return float(found) if isinstance(found, (int, float)) else otherwise
