"""What shrinks does not shrink by multiples.

What it does:
    Reports 减少两倍, 下降3倍, 缩短一倍 and the like.
Why:
    A thing can shrink by one times itself at most; what is meant is usually 减少一半 or
    减少到三分之一.
Limits:
    缩小到2.1倍 and a ratio that shrinks by less than one (缩小0.1倍) are right.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.model.finding import Severity
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_MULTIPLE = re.compile(
    "(?:减少|下降|降低|缩短|缩小|压缩|压减|回落|下滑|减轻|缩减|下跌)(?:了|约|近|将近|超过|至少"
    "|整整|大约){0,2}"
    "(?P<count>[0-9]{1,4}(?:\\.[0-9]{1,2})?|[一二两三四五六七八九十几数]{1,3})倍"
)


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    text = draft.text
    if "倍" not in text:
        return
    for match in _MULTIPLE.finditer(text):
        if match["count"].startswith("0"):
            continue
        span = Span(*match.span())
        yield RULE.finding(span, f"“{span.of(text)}”不通，减少不用倍数，应改用分数或百分数")


RULE = Rule(
    code="NU011",
    name="decrease-by-multiples",
    summary="减少不用倍数",
    severity=Severity.WARNING,
    check=_check,
    why="减少、下降最多只能减完，不能用“几倍”来说，应改用分数或百分数。",
    source="GB/T 15835-2011；《现代汉语八百词》“倍”（只用于增加）",
    flagged=(
        "同志们：\n今年事故起数比去年减少两倍，成绩不易。",
        "同志们：\n平均办理时间缩短了3倍，群众满意。",
        "同志们：\n用水成本下降一倍，农民得了实惠。",
        "同志们：\n返贫风险户比上年减少近2倍。",
    ),
    clean=(
        "同志们：\n今年事故起数比去年减少三分之二，成绩不易。",
        "同志们：\n城乡居民收入比缩小到2.1倍，差距在收窄。",
        "同志们：\n收入倍差较上年缩小0.1倍，势头很好。",
        "同志们：\n产量增长两倍，成本下降一半。",
        "同志们：\n减少三个环节，加倍服务群众。",
    ),
    scope=Scope.LINE,
)
