"""No blanks between Chinese characters.

What it does:
    Reports blanks between two Chinese characters inside sentences; many are one finding.
Why:
    They come from copying and from lining up by hand, and tear words apart in print.
Limits:
    Titles, signatures, names spaced out (龚 正), credits and lines without a sentence are left
    alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.anchored import places_of
from drafting.checks.kinds.places import related_places, replace_all
from drafting.model.draft import BlockKind
from drafting.model.finding import Severity
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_BLANKS = " \u3000\t\u00a0"
_GAP = re.compile(f"[{_BLANKS}]+")
_WORD_BEFORE = re.compile("[\u4e00-\u9fff]*$")
_WORD_AFTER = re.compile("[\u4e00-\u9fff]*")
_CREDIT = re.compile("(?:记者|通讯员|摄影|图|文|作者|第[一二三四五六七八九十]+[部章节条篇]分?)$")
_CREDIT_AFTER = re.compile("[摄图文](?![一-龥])|供图")
_TITLES = ("同志", "先生", "女士", "书记", "县长", "市长", "主任", "局长", "镇长")
_ONE_BY_ONE = 6


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    text = draft.text
    blanks = sorted(place for blank in _BLANKS for place in places_of(blank, text))
    gaps = [
        gap
        for block in draft.blocks
        if block.kind is BlockKind.PARAGRAPH and _holds(block.span, blanks)
        for gap in _gaps(text, block.span)
    ]
    if not gaps:
        return
    if len(gaps) <= _ONE_BY_ONE:
        for gap in gaps:
            shown = draft.text[gap.start - 1 : gap.end + 1]
            fix = replace_all((gap,), "", "删去空格", safe=True)
            yield RULE.finding(gap, f"“{shown}”中间有空格", fixes=(fix,))
        return
    fix = replace_all(gaps, "", "全部删去", safe=True)
    related = related_places(gaps[1:], "又见于此")
    message = f"全文有 {len(gaps)} 处汉字之间留了空格"
    yield RULE.finding(gaps[0], message, fixes=(fix,), related=related)


def _holds(span: Span, places: Sequence[int]) -> bool:
    """Return whether one of the places (in order) lies in ``span``."""
    index = bisect_left(places, span.start)
    return index < len(places) and places[index] < span.end


def _gaps(text: str, span: Span) -> Iterator[Span]:
    if not any(text.find(mark, span.start, span.end) >= 0 for mark in "，。"):
        return
    for match in _GAP.finditer(text, span.start, span.end):
        before = _WORD_BEFORE.search(text, max(span.start, match.start() - 8), match.start())
        after = _WORD_AFTER.match(text, match.end(), min(span.end, match.end() + 8))
        if not before or not after or not before.group() or not after.group():
            continue
        if _is_name(before.group(), after.group()) or _CREDIT.search(before.group()):
            continue
        if not _CREDIT_AFTER.match(after.group()):
            yield Span(*match.span())


def _is_name(before: str, after: str) -> bool:
    """Return whether a surname and a given name of one character stand apart (王 立同志)."""
    return after[1:3] in _TITLES or (len(before) == 1 and len(after) == 1)


RULE = Rule(
    code="PU009",
    name="space-between-han",
    summary="汉字之间有空格",
    severity=Severity.SUGGESTION,
    check=_check,
    why="汉字之间不留空格，多半是复制或排版时带进来的。",
    source="GB/T 15834-2011；排版通例",
    flagged=(
        "同志们：\n各镇要 抓紧行动，部门要跟上。",
        "同志们：\n各镇要抓紧行动，部 门要跟上，群众才满意。",
        "同志们：\n今年粮食　生产形势喜人，要再接再厉。",
    ),
    clean=(
        "同志们：\n各镇要抓紧行动，部门要跟上。",
        "在全县春耕现场会上的讲话\n县长 王 立\n同志们：\n今天的会议很重要。",
        "同志们：\n完成投资 86 亿元，增长 5.2%。",
        "同志们：\n县长王 立同志讲了话，大家要领会。",
        "同志们：\n今天的会议很重要。\n中共清河湾县委 清河湾县人民政府\n2026年3月12日",
        "第一部分 总体要求\n各镇要抓紧行动。",
    ),
)
