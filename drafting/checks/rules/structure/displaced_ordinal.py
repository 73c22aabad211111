"""An ordinal stands before its clause, not thrown behind it.

What it does:
    Reports ，第一。 (also ，其次。 ，总之。) with the rest of the thought following, and rows of
    N要 or N是 that stand behind the comma of their own clause in paragraph after paragraph.
Why:
    Such texts went through a machine that shifts clauses about to hide where they come from.
Limits:
    第N behind a word of rank (位居、争、保) or before nothing more is a rank. A single N要 behind
    a comma is ordinary (具体讲，一要…); only rows in which each stands so are reported.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from drafting.checks.base import Rule
from drafting.model.finding import Related, Severity
from drafting.text.numerals import parse_number
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_THROWN = re.compile(
    "[，,](第[一二三四五六七八九十]|[一二三四五六七八九十]是|首先|其次|再次|最后|总之)。(.?)"
)
_RANK = re.compile(
    "(?:排名|位居|位列|名列|位次|列|居|争|保|夺|拿|创|全[省市县区国])[^，。；]{0,12}$"
)
_MUST = re.compile("[，,]([一二三四五六七八九十])([要是])([^，,。；！？?\n]{2,40})[。；?]")
_MUST_ANYWHERE = re.compile("(?:^|[。；：！？\n])([一二三四五六七八九十])[要是]")


class _Thrown(NamedTuple):
    number: int
    span: Span
    line: int


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    yield from _lone_ordinals(draft.text)
    yield from _rows_of_must(draft.text)


def _lone_ordinals(text: str) -> Iterator[Finding]:
    for match in _THROWN.finditer(text):
        ordinal = match.group(1)
        ahead = text[max(0, match.start() - 40) : match.start()]
        if not match.group(2) or _RANK.search(ahead):
            continue
        severity = Severity.WARNING if ordinal == "总之" else Severity.ERROR
        yield RULE.finding(
            Span(match.start(1), match.end(1) + 1),
            f"“{ordinal}”落在了句子后面，应移到这句话的开头",
            severity=severity,
        )


def _rows_of_must(text: str) -> Iterator[Finding]:
    thrown = [
        _Thrown(
            parse_number(match.group(1)) or 0,
            Span(match.start(1), match.end(3)),
            text.count("\n", 0, match.start()),
        )
        for match in _MUST.finditer(text)
    ]
    if len(thrown) < 2 or len(thrown) > 400:
        return
    proper = {
        (text.count("\n", 0, match.start(1)), parse_number(match.group(1)))
        for match in _MUST_ANYWHERE.finditer(text)
    }
    for row in _rows(thrown):
        if any((one.line, number) in proper for one in row for number in range(1, 11)):
            continue
        for one in row:
            related = tuple(Related(o.span, "同样错位") for o in row if o is not one)
            yield RULE.finding(
                one.span,
                f"“{one.span.of(text)}”落在了句子后面，应移到这段话的开头",
                related=related,
            )


def _rows(thrown: Sequence[_Thrown]) -> Iterator[list[_Thrown]]:
    """Yield rows that count up from one, each member in a paragraph of its own."""
    row = [thrown[0]]
    for before, after in pairwise(thrown):
        if after.number == before.number + 1 and after.line > before.line:
            row.append(after)
            continue
        if len(row) > 1 and row[0].number == 1:
            yield row
        row = [after]
    if len(row) > 1 and row[0].number == 1:
        yield row


RULE = Rule(
    code="ST009",
    name="displaced-ordinal",
    summary="序数词错位",
    severity=Severity.ERROR,
    check=_check,
    why="序数词落到句子后面，是网上洗稿软件打乱语序留下的痕迹，照念会闹笑话。",
    source="由机器改写（洗稿）的文本归纳：序数词被移到句后是改写的痕迹",
    flagged=(
        "同志们：\n管好了水源，第一。就管住了汛情的源头。各水库要有人守。",
        "同志们：\n认识到了差距，首先。才谈得上追赶。\n看清了对手，其次。才谈得上超越。",
        (
            "同志们：\n摸清各村底数，一要把台账建准。各镇要逐户核对。\n"
            "明确主攻方向，二要把力量配强。县直部门要派人。\n对进度慢的村，三要把督查做细。每周一通报。"
        ),
    ),
    clean=(
        "同志们：\n去年我县增速全市第三，今年要保第二、争第一。大家要鼓足干劲。",
        "同志们：\n综合考核位居全市，第一。这个成绩来之不易。",
        "同志们：\n抓好春耕，一要备足农资。二要修好沟渠。三要管好农机。",
        "同志们：\n做好这件事，一要快，二要细。请各镇抓紧。",
        "同志们：\n第一，责任要落实。第二，措施要跟上。第三，督查要到位。",
    ),
)
