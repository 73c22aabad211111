"""Years are written with four figures.

What it does:
    Reports a year of two figures (26年3月, 25年底, 截至25年末, ’26年).
Why:
    GB/T 15835 wants years whole; in a long speech 26年 may be a year or a length of time.
Limits:
    Lengths of time (再延长30年, 连续16年, 近10年, 10年前) are left alone, as are years in
    quotation marks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.checks.kinds.places import replacement
from drafting.checks.kinds.quotations import quoted_spans, within
from drafting.model.finding import Severity
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_YEAR = re.compile("年")
_BEHIND = re.compile(
    "[0-9]{1,2}月|第?[一二三四]季度|[上下]半年|前三季度|年?[底末初](?!子|限|线|蕴|气|层|期|心|级"
    "|步)"
    "|度(?![过假日量])|春节|以来|全年"
)
_TWO = re.compile("(?<![0-9.．,，、—–\\-~～])(?<![0-9][至到])[0-9]{2}$")
_AHEAD = re.compile(
    "(?<![少低大多小高短长当晚早等限期属基忙对关由用源重急来各亲独])(?:于|自|截至|截止到?)$"
)
_POINT = re.compile(
    "(?=[，。；、）至到]|起|以来|开始|正式|建成|开工|动工|启动|成立|建立|竣工|投产|投用|通车|获|被|由|率先|首次"
    "|编制|制定|出台|印发|完成|落户|入驻|签约|修建|新建|全面)"
)
_LENGTH = re.compile(
    "(?:近|连续|历时|达|每|过去|未来|长达|最近|用|第|了|满|整|前|后|已|[几数这那]|约|仅|再|刑"
    "|超过?|延长|共|经过|经|时隔|"
    "至少|最多|不足|最长|最短|需要?|苦干|奋斗)$"
)
_PIVOT = 50


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    text = draft.text
    quotes = quoted_spans(text)
    for span in _places(text):
        if within(span, quotes):
            continue
        wording = span.of(text)
        full = ("20" if int(wording) < _PIVOT else "19") + wording
        yield RULE.finding(
            Span(span.start, span.end + 1),
            f"“{wording}年”应写全年份，如“{full}年”",
            fixes=replacement(span, full),
        )


def _places(text: str) -> Iterator[Span]:
    """Yield the two figures of each shortened year."""
    for match in _YEAR.finditer(text):
        two = _TWO.search(text, max(0, match.start() - 3), match.start())
        if two is None:
            continue
        floor = max(0, two.start() - 4)
        named = _BEHIND.match(text, match.end()) and not _LENGTH.search(text, floor, two.start())
        since = _AHEAD.search(text, floor, two.start()) and _POINT.match(text, match.end())
        if named or since:
            yield Span(*two.span())


RULE = Rule(
    code="NU003",
    name="year-shortened",
    summary="年份不能简写",
    severity=Severity.WARNING,
    check=_check,
    why="年份一般不简写，“26年”既可能是2026年，也可能是26个年头。",
    source="GB/T 15835-2011 5.1.3（年份一般不简写）",
    flagged=(
        "同志们：\n26年3月，项目正式开工。",
        "同志们：\n截至25年底，全县累计建成农村公路312公里。",
        "同志们：\n这条路始建于19年，去年才通车。",
        "同志们：\n自24年以来，我们连着打了三场硬仗。",
        "同志们：\n25年一季度开局良好，要再接再厉。",
    ),
    clean=(
        "同志们：\n2026年3月，项目正式开工。",
        "同志们：\n第二轮土地承包到期后再延长30年，政策要讲透。",
        "同志们：\n连续16年丰收，近10年底子越打越厚。",
        "同志们：\n他被判处有期徒刑10年6个月，教训深刻。",
        "同志们：\n早于20年前就有人提出这个设想，自80年代以来从未间断。",
        "同志们：\n这条经验贯穿于20年改革开放的全过程。",
        "同志们：\n于30年内分三步实现，工期不少于12年底限。",
    ),
    scope=Scope.LINE,
)
