"""The bytes of RTF text as characters: the code page of the document and of each font."""

from __future__ import annotations

import codecs
import re

# Windows charsets (RTF 1.9.1, “Font Table”); the wider of two encodings where one holds the other.
_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "big5hkscs",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437",
}  # fmt: skip
_PAGES = {936: "gb18030", 54936: "gb18030", 950: "big5hkscs", 65001: "utf-8", 10000: "mac_roman"}
SYMBOL_CHARSET = 2
_LATIN = "cp1252"
_RUNS = re.compile(rb"[\xa1-\xff]+|[^\xa1-\xff]+")


class FontTable:
    """Charsets by font number, and the document's own code page."""

    def __init__(self) -> None:
        self._charsets: dict[int, int] = {}
        self._page = _LATIN
        self.current = 0
        self.default = 0

    def set_page(self, page: int | None) -> None:
        """Note the document's code page (its ansicpg)."""
        self._page = _PAGES.get(page or 0) or _known(f"cp{page}")

    def set_charset(self, charset: int | None) -> None:
        """Note the charset of the font that is being declared."""
        if charset is not None:
            self._charsets[self.current] = charset

    def is_symbol(self, font: int) -> bool:
        """Return whether a font shows pictures where others show letters."""
        return self._charsets.get(font) == SYMBOL_CHARSET

    def decode(self, data: bytes, font: int) -> tuple[str, int]:
        """Return the characters and how many U+FFFD stand among them for undecodable bytes."""
        if data.isascii():
            return data.decode("ascii"), 0
        charset = self._charsets.get(font, 0)
        if charset == SYMBOL_CHARSET:
            return data.decode("latin-1"), 0
        encoding = _CHARSETS.get(charset, self._page)
        if encoding == _LATIN:
            text = "".join(map(_latin_or_chinese, _RUNS.findall(data)))
        else:
            text = data.decode(encoding, "replace")
        return text, text.count("\ufffd")


def _latin_or_chinese(run: bytes) -> str:
    """Return a run of letters beyond ASCII, Chinese where it can be.

    Writers that name no code page put Chinese all the same; in Latin text two such
    letters in a row are rare.
    """
    try:
        return run.decode("gb2312" if len(run) > 1 else "ascii")
    except UnicodeDecodeError:
        return run.decode(_LATIN, "replace")


def _known(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return _LATIN
