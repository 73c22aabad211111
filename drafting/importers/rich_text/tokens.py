"""Take RTF apart: groups, control words, bytes of text; linear whatever stands in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class TokenKind(Enum):
    """What a token is; ``SYMBOL`` is a control of one character that is no letter."""

    OPEN = auto()
    CLOSE = auto()
    WORD = auto()
    SYMBOL = auto()
    BYTES = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A token: a word or symbol with its number, or bytes of text (``quoted``: written in hex)."""

    kind: TokenKind
    word: str = ""
    number: int | None = None
    data: bytes = b""
    quoted: bool = False


_OPEN, _CLOSE = Token(TokenKind.OPEN), Token(TokenKind.CLOSE)
# Possessive, so that no text makes it go back.
_TOKEN = re.compile(
    rb"(?P<word>\\([a-zA-Z]{1,32}+)(-?[0-9]{1,10}+)? ?)"
    rb"|(?P<hex>(?:\\'[0-9a-fA-F]{2})++)"
    rb"|(?P<symbol>\\[^a-zA-Z])"
    rb"|(?P<brace>[{}])"
    rb"|(?P<blank>[\r\n\0]++)"
    rb"|(?P<text>[^\\{}\r\n\0]++)",
    re.DOTALL,
)


def iter_tokens(data: bytes) -> Iterator[Token]:
    """Yield the tokens of an RTF file (RTF Specification 1.9.1, “RTF Syntax”).

    Binary data behind the word bin is stepped over.
    """
    position = 0
    while position < len(data):
        found = _TOKEN.match(data, position)
        if found is None:  # a backslash at the very end
            return
        position = found.end()
        kind = found.lastgroup
        if kind == "word":
            word = found.group(2).decode("ascii")
            number = int(found.group(3)) if found.group(3) else None
            if word == "bin" and number is not None:
                position += max(number, 0)
            yield Token(TokenKind.WORD, word, number)
        elif kind == "hex":
            pieces = found.group().replace(b"\\'", b"")
            yield Token(TokenKind.BYTES, data=bytes.fromhex(pieces.decode("ascii")), quoted=True)
        elif kind == "symbol":
            yield Token(TokenKind.SYMBOL, found.group()[1:].decode("latin-1"))
        elif kind == "brace":
            yield _OPEN if found.group() == b"{" else _CLOSE
        elif kind == "text":
            yield Token(TokenKind.BYTES, data=found.group())
