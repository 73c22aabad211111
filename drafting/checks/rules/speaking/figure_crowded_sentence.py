"""Not more figures in one sentence than the ear keeps.

What it does:
    Reports sentences with six figures or more.
Why:
    Of six figures in a row nobody in the hall keeps one.
Limits:
    Dates, ordinals (第3位), article numbers, document numbers and figures in brackets do not count;
    reports upward, whose matter are figures, are left alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.model.finding import Severity
from drafting.model.particulars import SpeechType
from drafting.text.span import Span
from drafting.text.stretches import iter_stretches_with

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

MOST_FIGURES = 6
_DIGITS = "0123456789０１２３４５６７８９"
_FIGURE = re.compile("[0-9０-９]+(?:[.．][0-9０-９]+)?")
_ENDS = "。！？\n"
_NO_AMOUNT = re.compile(
    "[（(][^（）()\n]*[)）]|〔[^〔〕\n]*〕|《[^《》\n]*》|“[^“”\n]{0,12}”"
    "|第[0-9０-９]+|[0-9０-９]{4}年(?:[0-9０-９]{1,2}月)?(?:[0-9０-９]{1,2}日)?"
    "|[0-9０-９]{1,2}月(?:[0-9０-９]{1,2}日)?|[0-9０-９]{1,2}[时点](?:[0-9０-９]{1,2}分)?"
    "|[0-9０-９]+×[0-9０-９]+|[A-Za-z]+[0-9０-９]+"
)


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    if draft.particulars.kind is SpeechType.REPORT_UPWARD:
        return
    for sentence in iter_stretches_with(draft.text, _ENDS, _DIGITS, MOST_FIGURES):
        wording = sentence.of(draft.text)
        count = len(_FIGURE.findall(_NO_AMOUNT.sub("", wording)))
        if count >= MOST_FIGURES:
            lead = len(wording) - len(wording.lstrip())
            span = Span(sentence.start + lead, sentence.start + len(wording.rstrip()))
            yield RULE.finding(
                span, f"一句话里有 {count} 个数字，听的人记不住，宜分开讲或只留主要的"
            )


RULE = Rule(
    code="SP008",
    name="figure-crowded-sentence",
    summary="一句话里数字太多",
    severity=Severity.SUGGESTION,
    check=_check,
    why="一口气报出六个以上的数字，台下一个也记不住；留主要的，其余放到材料里。",
    source="口头表达通例",
    flagged=(
        "同志们：\n总值 126 亿元、增长 6.1%，收入 8.4 亿元、增长 5.2%，投资 43 亿元、增长 9%。",
        "同志们：\n清渠 320 里，修塘 40 口，建田 2 万亩，投工 12 万个，投资 94 亿元，受益 7 万人。",
        "同志们：\n一季度 3 件，二季度 5 件，三季度 9 件，办结 4 件、6 件、8 件。",
    ),
    clean=(
        "同志们：\n全县生产总值 126 亿元、增长 6.1%。财政收入 8.4 亿元、增长 5.2%。",
        "同志们：\n2026年3月5日至2026年4月10日，各镇要在3月15日、3月25日、4月5日分三次上报。",
        "同志们：\n三项指标分居全市第2、第3、第5位，比上年前移第1、第2、第4位。",
        "同志们：\n要抓好三件事，十二个村、六个镇、两个街道都要动起来。",
        "同志们：\n投资 43 亿元（一产 3 亿、二产 20 亿、三产 12 亿、房产 5 亿、其他 3 亿元）。",
    ),
    scope=Scope.LINE,
)
