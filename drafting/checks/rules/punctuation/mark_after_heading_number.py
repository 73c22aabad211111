"""Each form of number has its own mark.

What it does:
    Reports （一）、 and 一. and, at the head of a paragraph, 第一、 首先、 1、 （1）、 ①、; all
    places of one form are one finding.
Why:
    GB/T 15834 gives 、 to 一 alone; brackets need nothing behind them, 第一 and 首先 take ，,
    figures take a point.
Limits:
    第一、二轮 and 首先、其次 are lists; 质量第一、 stands inside a sentence; a year at the head
    of a line is no number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.places import related_places, replace_all
from drafting.model.finding import Severity
from drafting.text.numerals import parse_number
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_HAN = "[一二三四五六七八九十]{1,3}"
# Name, number with its mark, and the mark that should stand there.
_FORMS = (
    ("bracket", f"(?P<number>[（(〔【]{_HAN}[）)〕】])(?P<mark>[、，,.．：:])(?![（(])", ""),
    ("han", f"(?P<number>{_HAN})(?P<mark>[.．，,])(?![0-9])", "、"),
    ("ordinal", f"(?P<number>第{_HAN})(?P<mark>、)(?!第?{_HAN}|[0-9])", "，"),
    ("first", "(?P<number>首先|其次|再次|最后)(?P<mark>、)(?!首先|其次|再次|最后)", "，"),
    ("figure", "(?P<number>[0-9]{1,2})(?P<mark>、)(?![0-9])", "."),
    ("figure_bracket", "(?P<number>[（(][0-9]{1,2}[）)])(?P<mark>[、，,.．])(?![（(])", ""),
    ("circled", "(?P<number>[①-⑳])(?P<mark>[、，,.．])(?![①-⑳])", ""),
)
_PATTERNS = tuple((name, re.compile(form)) for name, form, _ in _FORMS)
_INSIDE = re.compile(f"[（(](?<=[。；：][（(]){_HAN}[）)]、(?![（(])")
_MOST = 40


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    text = draft.text
    heads = [(block.span.start, block.span.end) for block in draft.blocks]
    if "）、" in text or ")、" in text:
        heads += [match.span() for match in _INSIDE.finditer(text)]
    found: dict[str, list[re.Match[str]]] = {}
    for start, end in sorted(heads):
        for name, pattern in _PATTERNS:
            match = pattern.match(text, start, end)
            if match and not (name == "han" and _is_year(match["number"])):
                found.setdefault(name, []).append(match)
                break
    for name, _, right in _FORMS:
        if name in found:
            yield _finding(found[name], right)


def _is_year(numeral: str) -> bool:
    return (parse_number(numeral) or _MOST) >= _MOST


def _finding(matches: Sequence[re.Match[str]], right: str) -> Finding:
    first = matches[0]
    spans = [Span(*match.span("mark")) for match in matches]
    shown, mark = first["number"], first["mark"]
    wanted = f"应写作“{shown}{right}”" if right else "应删去"
    where = f"（共 {len(matches)} 处）" if len(matches) > 1 else ""
    title = f"改为“{shown}{right}”" if len(matches) == 1 else "全部改正"
    return RULE.finding(
        Span(*first.span()),
        f"“{shown}”后的“{mark}”不对，{wanted}{where}",
        fixes=(replace_all(spans, right, title, safe=True),),
        related=related_places((Span(*match.span()) for match in matches[1:]), "又见于此"),
    )


RULE = Rule(
    code="PU003",
    name="mark-after-heading-number",
    summary="序号后的标点不对",
    severity=Severity.WARNING,
    check=_check,
    why=(
        "带括号的序号后面不再加标点，“第一”“首先”后用逗号，数字序号后用圆点，这是标点国标的规定。"
    ),
    source="GB/T 15834-2011 4.5.3.5、4.6.3.2（序次语后的标点）；GB/T 9704-2012 7.3.3",
    flagged=(
        "一、任务\n（一）、抓早。时间不等人。\n（二）、抓细。地块要落图。",
        "一.看清形势\n当前任务很重。\n二.突出重点\n各镇要动起来。",
        "同志们：\n第一、责任要到人。各镇要动起来。\n第二、措施要到位。部门要跟上。",
        "同志们：\n首先、要看到成绩。去年收成不错。",
        "一、任务\n1、抓早。时间不等人。\n2、抓细。地块要落图。",
        "一、任务\n（1）、抓早。时间不等人。\n①、抓细。地块要落图。",
    ),
    clean=(
        "一、任务\n（一）抓早。时间不等人。\n（二）抓细。地块要落图。",
        "一、任务\n1.抓早。时间不等人。\n2.抓细。地块要落图。",
        "同志们：\n第一，责任要到人。各镇要动起来。",
        "同志们：\n坚持质量第一、效益优先，这是根本。",
        "同志们：\n第一、二轮督查都看了，第三、四季度再看。",
        "同志们：\n首先、其次、再次，话可以分三层讲。",
        "同志们：\n（一）、（二）两项由县农业局牵头。",
        "一、任务\n（1）抓早。时间不等人。\n①抓细。地块要落图。",
    ),
)
