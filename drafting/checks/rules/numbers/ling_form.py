"""The zero of a year in Chinese numerals is 〇.

What it does:
    Reports 二O二六, 二0二六, 二零二六, 二○二六 as a year; all places with the same wrong sign
    are one finding.
Why:
    The letter O, the figure 0 and the ring ○ are typed for want of 〇 and print wider or
    narrower.
Limits:
    Only rows of four numerals before 年 are looked at; 零 in amounts (一百零五) is right.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.checks.kinds.places import replacement
from drafting.model.finding import Severity
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_YEAR = re.compile("年")
_NUMERALS = re.compile(
    "(?<![〇零OoＯ0０○◯ΟОοо一二三四五六七八九])[一二][〇零OoＯ0０○◯ΟОοо一二三四五六七八九]{3}$"
)
_WRONG = "零OoＯ0０○◯ΟОοо"


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    text = draft.text
    if not any(sign in text for sign in _WRONG):
        return
    for match in _YEAR.finditer(text):
        year = _NUMERALS.search(text, max(0, match.start() - 5), match.start())
        if year is None:
            continue
        wording = year.group()
        right = "".join("〇" if sign in _WRONG else sign for sign in wording)
        if right != wording:
            span = Span(*year.span())
            # The ring is what old fonts had for 〇; it is mended, but troubles nobody.
            is_ring = not any(sign in wording for sign in _WRONG if sign not in "○◯")
            yield RULE.finding(
                span,
                f"“{wording}年”应写作“{right}年”",
                fixes=replacement(span, right, safe=True),
                severity=Severity.SUGGESTION if is_ring else None,
            )


RULE = Rule(
    code="NU009",
    name="ling-form",
    summary="年份中的“〇”写错",
    severity=Severity.WARNING,
    check=_check,
    why="汉字年份里的零应写作“〇”，字母O、数字0和图形○印出来大小不一。",
    source="GB/T 15835-2011 5.2.2；GB/T 9704-2012 7.3.5",
    flagged=(
        "中共清河湾县委\n二O二六年三月十二日",
        "同志们：\n二0二六年是关键之年，任务很重。",
        "同志们：\n二零二五年的账要算清楚。",
        "同志们：\n从二O二四年算起，已是第三个年头。",
    ),
    clean=(
        "中共清河湾县委\n二〇二六年三月十二日",
        "同志们：\n2026年是关键之年，任务很重。",
        "同志们：\n全县一百零五个村，零事故的有九十八个。",
        "同志们：\n一零五年的老校，二〇二六年要修好。",
        "同志们：\n二十年前的事，今天还有人提起。",
    ),
    scope=Scope.LINE,
)
