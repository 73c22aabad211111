"""Both ends of a range carry 万, 亿 or %.

What it does:
    Reports 3-5万元, 30-40% and the like: without its own 万 or % the first figure is another
    amount.
Why:
    GB/T 15835 asks for both units wherever leaving one out makes the range ambiguous.
Limits:
    A plain measure may be left out (25—30家); model numbers and years are no ranges.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.checks.kinds.figures import NUMBER
from drafting.model.finding import Fix, Severity
from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_SECOND = re.compile(
    f"(?P<mark>[—–~～－至到-](?:(?<=—)—)?)(?P<second>{NUMBER})(?P<sign>[万亿]|[%％‰]"
    f"|[百千](?=[万亿元人户亩]))"
)
_FIRST = re.compile(f"(?<![A-Za-z0-9.．,／/\\-—–:：第])(?:{NUMBER})$")
_LONGEST = 14


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    text = draft.text
    for match in _SECOND.finditer(text):
        first = _FIRST.search(text, max(0, match.start() - _LONGEST), match.start())
        if first is None:
            continue
        unit = match["sign"]
        if unit in "万亿":
            behind = _MEASURE.match(text, match.end())
            unit += behind.group() if behind else ""
        whole = Span(first.start(), match.end())
        wording = f"{first.group()}{unit}{match['mark']}{match['second']}{unit}"
        place = Span(first.end(), first.end())
        yield RULE.finding(
            whole,
            f"“{whole.of(text)}”的前一个数缺“{match['sign']}”，应写作“{wording}”",
            fixes=(Fix(f"改为“{wording}”", (TextEdit(place, unit),)),),
        )


_MEASURE = re.compile("[元吨人户亩株头只羽]|千瓦时?|平方米|立方米")


RULE = Rule(
    code="NU004",
    name="range-unit-lost",
    summary="数值范围前一个数缺单位",
    severity=Severity.WARNING,
    check=_check,
    why="前一个数省了“万”“亿”或“%”，“3—5万元”也可以读成3元到5万元。",
    source="GB/T 15835-2011 5.1.2、附录示例（10%～15%不写作10～15%）",
    flagged=(
        "同志们：\n每户补助3-5万元，资金要及时到位。",
        "同志们：\n出栏量要提高30—40%，请大家算好账。",
        "同志们：\n总投资在2~3亿元之间，争取上半年开工。",
        "同志们：\n单产可增5至8%，这笔账要算给群众听。",
    ),
    clean=(
        "同志们：\n每户补助3万元—5万元，资金要及时到位。",
        "同志们：\n出栏量要提高30%—40%，请大家算好账。",
        "同志们：\n每镇培育25—30家示范户，带动一片。",
        "同志们：\n1-9月，全县签约项目18个，到位资金5万元。",
        "同志们：\n2024—2026年三年安排资金，每年1万元。",
    ),
    scope=Scope.LINE,
)
