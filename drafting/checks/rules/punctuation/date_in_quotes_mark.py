"""Month and day of an event are parted by ·.

What it does:
    Reports “2.09”, “5.12” and the like: a month and a day in quotation marks with a point
    between them, and “一二.九” in Chinese numerals.
Why:
    With a point it reads as a decimal; GB/T 15834 asks for the middle dot.
Limits:
    What can be no date (“2.0”, “5.0”) and what is a version, an industry or a measure
    (“2.5”产业, “1.1”倍) is left alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.checks.kinds.places import replacement
from drafting.model.finding import Severity
from drafting.text.numerals import parse_number
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_DATE = re.compile(
    "“(?P<month>[0-9]{1,2}|[一二三四五六七八九十]{1,2})(?P<mark>[.．。﹒•])(?P<day>[0-9]{1,2}"
    "|[一二三四五六七八九十]{1,3})"
)
# Right behind the day: the quotation's end, or what happened on it.
_EVENT = re.compile(
    "”(?!产业|次产业|倍|级|版|千米|公里|米|%|％|代|时代|系列|型|工厂|寸|元)|(?:特大|重大|较大"
    "|事[件故]|洪水|地震|火灾|专案|案件|抗战|运动|讲话|[泥矿])"
)
_NEED_DOT = frozenset((1, 11, 12))


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    text = draft.text
    if "“" not in text:
        return
    for match in _DATE.finditer(text):
        month, day = parse_number(match["month"]), parse_number(match["day"])
        if not month or not day or month > 12 or day > 31 or not _EVENT.match(text, match.end()):
            continue
        span = Span(match.start("month"), match.end("day"))
        # In Chinese numerals only the months that could be misread take the dot.
        dot = "·" if match["month"].isdecimal() or month in _NEED_DOT else ""
        wording = match["month"] + dot + match["day"]
        message = f"“{span.of(text)}”是月日，应写作“{wording}”"
        yield RULE.finding(span, message, fixes=replacement(span, wording, safe=True))


RULE = Rule(
    code="PU012",
    name="date-in-quotes-mark",
    summary="节日、事件日期中的间隔号",
    severity=Severity.WARNING,
    check=_check,
    why="用月日命名的节日、事件，月日之间用间隔号“·”，写成小数点就成了小数。",
    source="GB/T 15834-2011 4.14.3.3（以月、日为标志的事件或节日）",
    flagged=(
        "同志们：\n“2.09”纠纷案教训深刻，要举一反三。",
        "同志们：\n“5.12”防灾减灾日就要到了。",
        "同志们：\n“3.15”消费者权益日活动要办实。",
        "同志们：\n“一二.九”火炬接力由团县委牵头。",
    ),
    clean=(
        "同志们：\n“2·09”纠纷案教训深刻，要举一反三。",
        "同志们：\n打造“互联网+政务”的“2.0”版和“4.0”工厂。",
        "同志们：\n“2.5”产业、“1.1”倍、“3.5”千米都不是日期。",
        "同志们：\n“五一”假期、“七一”表彰要提前安排。",
        "同志们：\n“1.5”级响应和“2.2”版方案已经下发。",
    ),
    scope=Scope.LINE,
)
