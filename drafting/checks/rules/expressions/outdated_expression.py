"""No wording that was no longer current on the day of the speech.

What it does:
    Compares titles of office, congresses to come, fixed formulations, campaigns and repealed laws
    with the date of the speech (温总理 after March 2013, 迎接党的十八大 after the congress).
Why:
    Nothing shows an old text more plainly than the words of its year.
Limits:
    Silent without a date. Look-backs (时任, 当年, a year in which the wording held), quotations and
    titles in 《》 are left alone. An error only where no current reading is possible; stale goals,
    campaigns and formulations are warnings. 巩固拓展脱贫攻坚成果 is current.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from drafting.checks.base import ExampleSetting, Rule, Scope
from drafting.checks.kinds.dated_forms import dated_words, iter_stale_forms, looks_back
from drafting.checks.kinds.places import quoted, replacement
from drafting.checks.kinds.quotations import quoted_spans, title_spans, within
from drafting.model.finding import Severity
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_UNITED = re.compile("团结在$")
# What is still to be done or under way: 要深入开展…, 当前要以…为契机.
_CARRIED = re.compile("(?:要|必须|继续|正在|当前|目前|下一步|务必)[^。；\n]{0,16}$")
_CALLED_FOR = re.compile(
    "(?:开展|推进|抓好|搞好|做好|打好|打赢|参加|组织|深化|全面|坚决|切实)[^，。；、\n]{0,4}$"
)
# A report on a term of office looks back on so many years.
_LOOKED_BACK_ON = 5
_DONE = re.compile("[^，。；\n]{0,4}(?:成果|成效|经验|结束|以来|期间|常态化|长效|取得|胜利)")


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    if context.date is None:
        return
    text = draft.text
    table = context.lexicons.table("checks_dated_expressions")
    for span, row in iter_stale_forms(text, table, "expression", context.date):
        if not _is_present(text, span, row, context.date) or _stands_aside(text, span):
            continue
        word, by = quoted(span.of(text)), row["replaced_by"]
        last = dt.date.fromisoformat(row["until"])
        day = f"{last.year}年{last.month}月"
        message = f"{word}是{day}以前的说法" + (f"，现在说{quoted(by)}" if by else "，请核对")
        severity = None if row["grade"] == "error" else Severity.WARNING
        fixes = replacement(span, by) if by and row["kind"] == "formulation" else ()
        yield RULE.finding(span, message, fixes=fixes, severity=severity)


def _is_present(text: str, span: Span, row: Mapping[str, str], date: dt.date) -> bool:
    """Return whether the wording is used as if it were still current."""
    before = text[max(0, span.start - 20) : span.start]
    if row["frame"] == "any":
        return True
    if row["frame"] == "unite":
        return _UNITED.search(before) is not None
    if row["frame"] == "carry" and not _is_carried(before, row, date):
        return False
    if row["kind"] != "occasion" and _DONE.match(text, span.end):
        return False
    return not looks_back(text, span, row["until"])


def _is_carried(before: str, row: Mapping[str, str], date: dt.date) -> bool:
    """Return whether what ended is called for: 要深入开展…; long after it 深入开展… alone tells.

    Within the years that a report looks back on, the bare verb tells what was done.
    """
    if _CARRIED.search(before):
        return True
    years = date.year - int(row["until"][:4])
    return years > _LOOKED_BACK_ON and _CALLED_FOR.search(before) is not None


def _stands_aside(text: str, span: Span) -> bool:
    if text[span.start : span.start + 1] == "《":
        return False
    inner = Span(span.start, span.end)
    quoted = text[span.start : span.start + 1] != "“" and within(inner, quoted_spans(text))
    return quoted or within(inner, title_spans(text))


RULE = Rule(
    code="EX001",
    name="outdated-expression",
    summary="说法已经过时",
    severity=Severity.ERROR,
    check=_check,
    words=lambda lexicons: (dated_words(lexicons.table("checks_dated_expressions"), "expression"),),
    why="照着旧稿改，最容易把当年的提法、称呼留下来；按讲话日期，这个说法已经不再使用。",
    source="各条出处列在词表中（全会公报、施行日期、新华社公告）",
    flagged=(
        "同志们：\n要认真落实温总理关于防汛工作的指示要求。",
        "同志们：\n要以优异成绩迎接党的十八大胜利召开！",
        "同志们：\n让我们更加紧密地团结在以胡锦涛同志为总书记的党中央周围，奋发有为。",
        "同志们：\n要在以习近平同志为总书记的党中央坚强领导下，扎实工作。",
        "同志们：\n要迎接党的二十大。要坚决打赢脱贫攻坚战，依照《合同法》规范用工。当前，要深入开展党史学习教育。",
    ),
    clean=(
        "同志们：\n2011年，时任温总理来我省视察防汛工作，留下深刻印象。",
        "同志们：\n要认真落实李强总理关于防汛工作的指示要求。",
        "同志们：\n党的十八大以来，全县面貌发生了深刻变化。",
        "同志们：\n这些年全县扎实开展党史学习教育、主题教育，干部队伍更加过硬。",
        "同志们：\n要巩固拓展脱贫攻坚成果，脱贫攻坚战取得全面胜利来之不易。",
        "同志们：\n要推动党史学习教育常态化长效化，巩固党史学习教育成果，依照《民法典》办事。",
        "同志们：\n当年为了打赢脱贫攻坚战，干部下了大力气，坚决打赢脱贫攻坚战是那时的军令状。",
    ),
    scope=Scope.LINE,
    examples_with=ExampleSetting(date=dt.date(2026, 10, 20)),
)
