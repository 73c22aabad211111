"""No three neighbouring sentences begin with the same words by oversight.

What it does:
    Looks for three sentences of one paragraph that follow each other and begin with the same
    connective or subject (同时， 我们要 …).
Why:
    Three sentences with one beginning sound like a draft that nobody read aloud.
Limits:
    An intended parallel (sentences of like length, or with more in common than the beginning),
    numbered series, questions and calls are left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.checks.kinds.places import related_places
from drafting.model.draft import BlockKind
from drafting.model.finding import Severity
from drafting.text.characters import HAN
from drafting.text.sentences import sentence_ends, sentences_in, sentences_of
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_NEIGHBOURS = 3
# What a sentence begins with: up to its first comma, or a subject that must do something.
_BEGINNING = re.compile(
    f"[{HAN}]{{1,7}}，|[{HAN}]{{2,6}}?(?:一定要|必须|应当|需要|也要|还要|都要|要)"
)
# Neighbours whose lengths differ by no more than this share of the longer keep one beat.
_LIKE_LENGTH = 0.7


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    text = draft.text
    for block in draft.blocks:
        if block.kind is BlockKind.PARAGRAPH:
            yield from _in_paragraph(text, block.span)


def _in_paragraph(text: str, paragraph: Span) -> Iterator[Finding]:
    if not _may_repeat(text, paragraph):
        return
    run: list[tuple[str, Span]] = []
    for sentence in (*sentences_in(text, paragraph), None):
        match = sentence and _BEGINNING.match(text, sentence.start)
        word = match.group() if match else ""
        if run and (sentence is None or word != run[0][0]):
            yield from _judged(text, run)
            run = []
        if word and sentence is not None:
            run.append((word, sentence))


def _may_repeat(text: str, paragraph: Span) -> bool:
    """Return whether three neighbours begin with one character: the cheap look."""
    ends = sentence_ends(text)
    first = bisect_right(ends, paragraph.start)
    last = bisect_left(ends, paragraph.end, first) + 1
    if last - first < _NEIGHBOURS:
        return False
    heads = [text[max(one.start, paragraph.start)] for one in sentences_of(text)[first:last]]
    return any(
        one == two == three for one, two, three in zip(heads, heads[1:], heads[2:], strict=False)
    )


def _judged(text: str, run: Sequence[tuple[str, Span]]) -> Iterator[Finding]:
    if len(run) < _NEIGHBOURS:
        return
    word = run[0][0]
    sentences = [span for _, span in run]
    if not _is_parallel([span.of(text) for span in sentences], word):
        heads = [Span(span.start, span.start + len(word)) for span in sentences]
        yield RULE.finding(
            heads[-1],
            f"连着 {len(run)} 句都以“{word}”开头",
            related=related_places(heads[:-1], "前面也这样开头"),
        )


def _is_parallel(sentences: Sequence[str], word: str) -> bool:
    lengths = sorted(len(one) for one in sentences)
    if lengths[0] >= _LIKE_LENGTH * lengths[-1] or any(one[-1] in "？！?!" for one in sentences):
        return True
    behind = {one[len(word) : len(word) + 2] for one in sentences}
    return len(behind) < len(sentences)


RULE = Rule(
    code="RP007",
    name="same-beginning",
    summary="相邻几句开头相同",
    severity=Severity.SUGGESTION,
    check=_check,
    why="连着几句用同一个词开头又不是排比，听起来像没有念过的草稿。",
    source="公文写作通例：相邻句首避免雷同",
    scope=Scope.LINE,
    flagged=(
        (
            "同志们：\n同时，要管好水。同时，各乡镇要把机井的维修资金列入预算，不能等到旱情来了才想起修井。"
            "同时，农技人员要下到田里。"
        ),
        (
            "同志们：\n我们要算好账。我们要把去年没有兑现的承诺一条一条列出来，由分管领导当面向群众说清楚。"
            "我们要见行动。"
        ),
        (
            "同志们：\n目前，路已经修通。目前，沿线的六个村还有三百多户没有接上自来水，群众的意见很大。"
            "目前，资金缺口由县里想办法。"
        ),
    ),
    clean=(
        "同志们：\n我们要有信心。我们要有办法。我们要有干劲。",
        "同志们：\n同时，要管好水。各乡镇要把机井的维修资金列入预算。农技人员要下到田里。",
        "同志们：\n大家都来算一算账！大家都想一想，这些年群众最不满意的是什么？大家都动起来！",
        "同志们：\n我们要干在前面，把难事先办了。我们要干在实处，少开一些会，多跑几个村。我们要干在一起。",
        "同志们：\n同时，要管好水。\n同时，各乡镇要把机井的维修资金列入预算，不能等旱情来了才想起来。\n同时，农技人员下田。",
    ),
)
