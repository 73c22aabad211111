"""Lines of a raw text with their places, and the folded form in which patterns read them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from drafting.cleaning.script_tables import by_code_point, simplified_of, traditional_sign
from drafting.cleaning.speech_signs import is_prose

BLANKS = " \t\u3000"
_EDGES = frozenset(BLANKS)
# Full-width signs to half-width ones, as ``str.translate`` takes them.
HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
# Most lines have a few of these and nothing else to fold: that takes a fifth of a table's time.
_MARKS = {"，": ",", "：": ":", "；": ";", "（": "(", "）": ")", "！": "!", "？": "?"}
_BLANK_FORMS = {"\u3000": " ", "\t": " "}
_RARE_FORMS = re.compile(f"[{''.join(sorted(set(map(chr, HALF_WIDTH)) - set(_MARKS)))}]")


class Line:
    """A line: ``start``..``end`` without the blanks around it, ``next`` begins the following one.

    ``first`` is where the line begins with its blanks.
    """

    __slots__ = ("_source", "end", "first", "folded", "is_prose", "next", "start")
    # The text in simplified characters and half-width forms, of the same length.
    folded: str
    # Whether the line reads like text of the speech, not like a title or a link.
    is_prose: bool

    def __init__(self, source: str, first: int, raw: str) -> None:
        self.first = self.start = first
        self.end = end = first + len(raw)
        self.next = min(end + 1, len(source))
        if raw[:1] in _EDGES or raw[-1:] in _EDGES:
            self.start = end - len(raw.lstrip(BLANKS))
            self.end = max(first + len(raw.rstrip(BLANKS)), self.start)
        self._source = source

    def __getattr__(self, name: str) -> str | bool:
        """Find what nobody has asked of the line yet; asked again, it is read as any other.

        Raises:
            AttributeError: it has no such thing.
        """
        if name == "folded":
            self.folded = fold(self.text)
            return self.folded
        if name == "is_prose":
            self.is_prose = is_prose(self.folded)
            return self.is_prose
        raise AttributeError(name)

    def __len__(self) -> int:
        return self.end - self.start

    @property
    def text(self) -> str:
        """The line as it stands, without the blanks around it."""
        return self._source[self.start : self.end]

    def take_folded(self, text: str) -> None:
        """Take the folded form out of that of the whole text."""
        self.folded = text[self.start : self.end]

    @property
    def indented(self) -> bool:
        """Return whether blanks stand before the text."""
        return self.start > self.first


@cache
def _folding() -> list[int]:
    forms = {old: ord(new) for old, new in simplified_of().items()} | HALF_WIDTH
    return by_code_point(forms | {ord(form): ord(new) for form, new in _BLANK_FORMS.items()})


def fold(text: str) -> str:
    """Return ``text`` in simplified characters and half-width forms, of the same length."""
    if text.isascii():
        return text
    if traditional_sign().search(text):
        return text.translate(_folding())
    for form, plain in (*_MARKS.items(), *_BLANK_FORMS.items()):
        text = text.replace(form, plain)
    for form in set(_RARE_FORMS.findall(text)):
        text = text.replace(form, chr(HALF_WIDTH[ord(form)]))
    return text


@lru_cache(maxsize=2)
def split_lines(text: str) -> tuple[Line, ...]:
    """Return all lines of ``text``, empty ones included; steps in a row share them."""
    lines: list[Line] = []
    first = 0
    for raw in text.split("\n"):
        lines.append(Line(text, first, raw))
        first += len(raw) + 1
    return tuple(lines)


@lru_cache(maxsize=2)
def filled_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of ``text`` that are not empty, the same as ``split_lines`` gives."""
    return tuple([line for line in split_lines(text) if line.end > line.start])


def split_folded(text: str, folded: str | None = None) -> tuple[Line, ...]:
    """Return what ``split_lines`` does, all lines folded at once: a third of what each costs.

    ``folded`` is the text's folded form where it is known.
    """
    lines = split_lines(text)
    folded = fold(text) if folded is None else folded
    for line in lines:
        line.take_folded(folded)
    return lines
