"""A small speech with its structure, made by hand so that the tests need no parser."""

from __future__ import annotations

from drafting.model.draft import Block, BlockKind, Draft
from drafting.model.headings import Heading, MarkerKind
from drafting.text.span import Span

LINES = (
    ("在全县重点项目推进会上的讲话", BlockKind.TITLE),
    ("（2026年3月5日）", BlockKind.DATE),
    ("同志们：", BlockKind.SALUTATION),
    ("今天开会，就是把一季度的事情排一排队、把下一步的责任压一压实。", BlockKind.PARAGRAPH),
    ("一、把项目抓在手上", BlockKind.HEADING),
    ("（一）盯住开工。清河湾县今年排了36个项目，开工只有一半。", BlockKind.PARAGRAPH),
    ("云岭的做法值得学。", BlockKind.PARAGRAPH),
)
TEXT = "\n".join(line for line, _ in LINES)


def place(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def speech(revision: int = 0) -> Draft:
    blocks = tuple(Block(kind, place(line)) for line, kind in LINES)
    headings = (
        Heading(1, MarkerKind.HAN_COMMA, "一、", place("一、"), 1, "把项目抓在手上",
                place("一、把项目抓在手上"), run_in=False, block=4),
        Heading(2, MarkerKind.HAN_BRACKET, "（一）", place("（一）"), 1, "盯住开工",
                place("（一）盯住开工"), run_in=True, block=5),
    )  # fmt: skip
    return Draft(TEXT, revision, blocks=blocks, headings=headings)
