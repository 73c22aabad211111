"""What is glued behind a title in its line: who spoke, the day, how the text was made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.model.draft import Block, BlockKind
from drafting.parsing.dates import is_bare_name, is_date_line, is_speaker_line
from drafting.parsing.lines import trimmed
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# （摘要）, （送审稿） are said of the speech as it is named; what tells how it was made is not.
_END = re.compile(
    "(?:讲话|发言|致辞|致词|主持词|报告|汇报|党课|讲稿|讲义|开幕词|闭幕词|演讲|寄语)(?:要点|提纲|稿|摘要)?"
    "(?:[（(](?:摘要|节选|提纲|要点|[^（）()]{0,6}稿)[）)])?"
)
_MADE = re.compile("录音|整理|审阅|审定|审核|记录|速记")
_PIECE = re.compile("[（(][^（）()]{1,40}[）)]|[^（）()]+")
_SHORTEST, _LONGEST_NAME = 6, 3


def split_title(text: str, span: Span) -> Iterator[Block]:
    """Yield the title and what stands behind it (…上的讲话　县长　王明（2026年3月5日）)."""
    line = span.of(text)
    for end in (match.end() for match in _END.finditer(line) if match.end() >= _SHORTEST):
        behind = list(_pieces(text, span.start + end, span.end))
        kinds = [_kind(text, piece, span.start + end) for piece in behind]
        if behind and None not in kinds:
            yield Block(BlockKind.TITLE, Span(span.start, span.start + end))
            for piece, kind in zip(behind, kinds, strict=True):
                yield Block(kind or BlockKind.NOTE, piece)
            return
    yield Block(BlockKind.TITLE, span)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield what stands in brackets, and what stands between them."""
    for match in _PIECE.finditer(text, start, end):
        piece = trimmed(text, *match.span())
        if len(piece):
            yield piece


def _kind(text: str, piece: Span, title_end: int) -> BlockKind | None:
    """Return what a piece behind a title is, None where it may be a part of it."""
    words = piece.of(text)
    if is_date_line(words):
        return BlockKind.DATE
    if words[0] in "（(" and _MADE.search(words):
        return BlockKind.NOTE
    bare = words.strip("（）()")
    is_glued = piece.start == title_end and words == bare
    is_name = is_glued or len(bare) <= _LONGEST_NAME
    is_named = is_bare_name(bare) if is_name else is_speaker_line(bare)
    return BlockKind.SPEAKER if is_named and not _END.search(words) else None
