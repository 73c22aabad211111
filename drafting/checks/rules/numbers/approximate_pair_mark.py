"""Two numerals side by side that make an approximate number take no 、.

What it does:
    Reports 三、五年, 七、八个, 四、五十亿.
Why:
    With a 、 the two are two numbers (the third and the fifth), without it they are one
    approximate number.
Limits:
    Ordinals keep the 、 (二、三产业, 一、二期, 第一、二轮, 三、四级); so do paragraph numbers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.model.finding import Fix, Severity
from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_PAIR = re.compile("[一二两三四五六七八]、[二两三四五六七八九]")
_UNIT = re.compile(
    "[十百千万亿]|个(?!体)|天|年(?!级|代|度|制)|次(?!产)|人(?!民|民币)|名(?!单)|家|里|公里|米|岁"
    "|亩|倍|成(?!员)|分钟|小时|块|斤|公斤|吨|元"
    "|件|项|条|户|遍|趟|回|辈|尺|步|把|间|头|只|张|句|位|点"
)
_ORDINAL = re.compile("[第一二两三四五六七八九十百、０-９0-9月]$|(?:^|\n)[ \u3000]*$")
# 三、四十条 is one amount, 三、四十 could go on as a list: 、 behind.
_LIST = re.compile("[十百千万]?、")
_TENS_UNITS = ("岁", "个", "天", "里", "公里", "户", "人", "亩", "家")
# Before 十 these say that it is a number of its own.
_IN_A_ROW = ("第", "、", "至", "到", "—", "月")
_VALUES = {sign: value for value, sign in enumerate("一二三四五六七八九", start=1)} | {"两": 2}


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    text = draft.text
    for match in _PAIR.finditer(text):
        first, second = match.group()[0], match.group()[2]
        step = _VALUES[second] - _VALUES[first]
        if step != 1 and (first, second) != ("三", "五"):
            continue
        unit = _UNIT.match(text, match.end())
        is_ordinal = _ORDINAL.search(text, max(0, match.start() - 3), match.start()) is not None
        if is_ordinal and not _is_in_tens(text, match.start(), unit):
            continue
        if unit is None or _LIST.match(text, match.end()):
            continue
        span = Span(match.start(), unit.end())
        mark = Span(match.start() + 1, match.start() + 2)
        wording = first + second + unit.group()
        yield RULE.finding(
            span,
            f"“{span.of(text)}”表示概数，应写作“{wording}”",
            fixes=(Fix(f"改为“{wording}”", (TextEdit(mark, ""),)),),
        )


def _is_in_tens(text: str, start: int, unit: re.Match[str] | None) -> bool:
    """Return whether a pair behind 十 is an amount (十七、八岁) and no row of numbers."""
    is_ten = text[start - 1 : start] == "十" and text[start - 2 : start - 1] not in _IN_A_ROW
    return is_ten and unit is not None and unit.group() in _TENS_UNITS


RULE = Rule(
    code="NU012",
    name="approximate-pair-mark",
    summary="概数中间不用顿号",
    severity=Severity.WARNING,
    check=_check,
    why="相邻两个数字连用表示概数，中间不加顿号；加了顿号就成了并列的两个数。",
    source="GB/T 15834-2011 4.5.3.3；GB/T 15835-2011 5.2.4",
    flagged=(
        "同志们：\n十七、八岁的青年要就业，二十四、五里山路要硬化。",
        "同志们：\n用三、五年时间，把河道治好。",
        "同志们：\n每个组七、八个人就够了。",
        "同志们：\n这笔账有四、五十万元，不能含糊。",
        "同志们：\n走一趟也就两、三公里，要常去看看。",
    ),
    clean=(
        "同志们：\n第十七、八条要对照，十七、八两章要学透。",
        "同志们：\n用三五年时间，把河道治好。",
        "同志们：\n要发展二、三产业，抓好一、二期工程。",
        "同志们：\n第一、二轮督查发现的问题要改到位。",
        "同志们：\n三、四级网格员都要到岗，一、二季度各报一次。",
        "一、两个方面的情况\n任务很重。\n二、三个方面的打算\n措施要实。",
    ),
    scope=Scope.LINE,
)
