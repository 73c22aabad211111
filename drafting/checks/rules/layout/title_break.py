"""A title whose lines cut a word, or whose last line is a word or less.

What it does:
    Looks at each place where a line of the title ends, as typed or as set, for a known word that
    is cut there; and at the length of the last line.
Why:
    A title is read at a glance, from its lines.
Limits:
    Words are those of titles that the program knows; others may be cut unseen.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from drafting.checks.base import ExampleSetting, Rule
from drafting.checks.kinds.set_pages import lines_in, set_pages
from drafting.model.draft import BlockKind
from drafting.model.finding import Fix, Severity
from drafting.pagination.title_breaking import is_word_cut
from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_SHORTEST_LINE = 3


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    pages = set_pages(draft, context)
    blocks = [block.span for block in draft.blocks if block.kind is BlockKind.TITLE]
    if not pages or not blocks:
        return
    lines = [line.span for block in blocks for _, line in lines_in(pages, block.start, block.end)]
    if len(lines) < 2:
        return
    words = "".join(line.of(draft.text) for line in lines)
    place = 0
    for before, after in pairwise(lines):
        place += len(before)
        if is_word_cut(words, place):
            shown = words[max(place - 2, 0) : place + 2]
            span = Span(before.end - 1, after.start + 1)
            yield RULE.finding(
                span, f"标题在“{shown}”中间断行，把词拆开了", fixes=_joined(before, after)
            )
    if 0 < len(lines[-1]) < _SHORTEST_LINE:
        yield RULE.finding(
            lines[-1],
            f"标题末行只有“{lines[-1].of(draft.text)}”，上长下短过甚",
            fixes=_joined(lines[-2], lines[-1]),
        )


def _joined(before: Span, after: Span) -> tuple[Fix, ...]:
    """Return the fix for a line that was ended by hand: the layout finds a better place."""
    if before.end == after.start:
        return ()
    return (Fix("合成一行，由版式分行", (TextEdit(Span(before.end, after.start), ""),)),)


_REST = "\n同志们：\n要抓紧。"

RULE = Rule(
    code="LA001",
    name="title-break",
    summary="标题断行拆开了词",
    severity=Severity.WARNING,
    check=_check,
    why="标题回行要做到词意完整、排列对称、长短适宜，不能把一个词拆在两行。",
    source="GB/T 9704-2012 第 7.3.1 条",
    flagged=(
        f"在全县经济工\n作会议上的讲话{_REST}",
        f"在全市安全生产电视电话会\n议上的讲话{_REST}",
        f"在全县农业农村工作会议上的\n讲话{_REST}",
    ),
    clean=(
        f"在全县经济工作会议上的讲话{_REST}",
        f"在全县经济工作会议\n暨项目建设推进会上的讲话{_REST}",
        f"在全县冬季农田水利建设暨乡村道路养护现场推进会上的讲话{_REST}",
        f"在全市防汛抗旱工作\n会议上的讲话{_REST}",
        f"要抓紧{_REST}",
        f"在全县深入学习贯彻党的二十届四中全会精神宣讲报告会上的讲话{_REST}",
    ),
    examples_with=ExampleSetting(layout_id="official"),
)
