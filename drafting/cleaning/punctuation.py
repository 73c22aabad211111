"""Step: half-width marks between Chinese characters become full-width (GB/T 15834-2011)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.cleaning.brackets import widened_brackets
from drafting.cleaning.garbled import iter_garbled
from drafting.cleaning.neighbours import next_solid
from drafting.cleaning.quotes import curled_quotes
from drafting.cleaning.step import Found, found
from drafting.text.characters import HAN
from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# Nearly always a Chinese character stands before the mark, and nothing else is asked.
_MARK = re.compile(f"[,;:!?｡､](?:(?P<surely>(?<=[{HAN}].)(?<!\\?))|)")
_WIDE = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "｡": "。", "､": "、"}
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+")
_LOOK_BACK = 40
_HAN = re.compile(f"[{HAN}]")
_FULL_STOP = re.compile(f"\\.(?<=[{HAN}%％”）].)(?=[\"'”’)）]*(?:\n|\\Z))")
_INNER_STOP = re.compile(f"\\.(?<=[{HAN}].)(?=[{HAN}“《])")
_NUMBER_LINE = re.compile(r"[（(]?第?[一二三四五六七八九十百]{1,3}[）)]?\.")


def find_half_width_marks(text: str) -> Found:
    """Return the edits that widen marks, curl straight quotes and pair brackets.

    Decimal points, thousands, times (10:30), proportions (1:2), addresses on the net and Latin
    text keep their marks; garbled bits (``??``) are never widened, for characters were lost there.
    """
    kept = {at for match in _ADDRESS.finditer(text) for at in range(*match.span())}
    kept.update(at for span in iter_garbled(text) for at in range(span.start, span.end))
    marks = [one for one in _marks(text) if one[0] not in kept] if kept else _marks(text)
    marks.sort()
    return found([TextEdit(Span(at, at + 1), mark) for at, mark in marks])


def _marks(text: str) -> list[tuple[int, str]]:
    """Return the marks that are widened, each with its place and its wide form."""
    marks = [
        (match.start(), _WIDE[match[0]])
        for match in _MARK.finditer(text)
        if match.lastgroup or _is_chinese_mark(text, match.start())
    ]
    marks += [(at, "。") for at in _full_stops(text)]
    marks += widened_brackets(text)
    marks += curled_quotes(text)
    return marks


def _is_chinese_mark(text: str, at: int) -> bool:
    mark = text[at]
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if mark == "?" and "?" in (before, after):
        return False
    if before.isascii() and before.isdigit() and after.isascii() and after.isdigit():
        return False
    left, right = next_solid(text, at, -1), next_solid(text, at, 1)
    if _HAN.match(left) or _HAN.match(right):
        return True
    if right == "":
        return _is_chinese_line(text, at)
    return before in ("%", "％") and mark in ",;"


def _is_chinese_line(text: str, at: int) -> bool:
    """Return whether the line before ``at`` is Chinese; nothing stands behind the mark there."""
    first = max(at - _LOOK_BACK, 0)
    return _HAN.search(text, text.rfind("\n", first, at) + 1 or first, at) is not None


def _full_stops(text: str) -> Iterator[int]:
    """Yield the points that end Chinese sentences: at line ends, elsewhere only if no 。 does."""
    for match in _FULL_STOP.finditer(text):
        first = text.rfind("\n", max(0, match.start() - 8), match.start()) + 1
        if not _NUMBER_LINE.fullmatch(text, first, match.end()) and _is_chinese_line(
            text, match.start()
        ):
            yield match.start()
    inner = [match.start() for match in _INNER_STOP.finditer(text)]
    if len(inner) > 2 and len(inner) > text.count("。"):
        for at in inner:
            first = text.rfind("\n", max(0, at - 8), at) + 1
            if not _NUMBER_LINE.fullmatch(text, first, at + 1):
                yield at
