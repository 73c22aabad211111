"""No stock phrase comes too often for the length of the speech.

What it does:
    Counts listed set phrases against a limit of their own (allowed in a short text, and per
    10,000 characters from published reports and real speeches), names every place and offers
    other wording from the phrase's sense group.
Why:
    The same flower in every paragraph is what listeners remember of a dull speech.
Limits:
    Words of the title and of the main headings, refrains, formal names, campaigns and quoted
    terms do not count; several in one sentence are an intended parallel and count once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.counts import count_phrases, phrase_words
from drafting.checks.kinds.places import related_places
from drafting.lexicons.tsv import split_values
from drafting.model.finding import Fix, Severity
from drafting.text.edits import TextEdit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding
    from drafting.text.span import Span

# Words this short are the mortar of every speech: crowding is a matter of taste.
_WORD = 3
_MOST_FIXES = 4


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    table = context.lexicons.table("checks_set_phrase_limits")
    groups = context.lexicons.table("sense_groups")
    alternatives = {row["head"]: split_values(row["alternatives"]) for row in groups}
    for crowd in count_phrases(draft, table):
        here = crowd.spans[crowd.allowed]
        others = [span for span in crowd.spans if span is not here]
        message = (
            f"“{crowd.phrase}”用了 {len(crowd.spans)} 次，这样的篇幅最多宜用 {crowd.allowed} 次"
        )
        yield RULE.finding(
            here,
            message,
            fixes=_fixes(here, alternatives.get(crowd.phrase, ())),
            related=related_places(others, "也用在此"),
            severity=Severity.SUGGESTION if len(crowd.phrase) <= _WORD else None,
        )


def _fixes(here: Span, wordings: tuple[str, ...]) -> tuple[Fix, ...]:
    plain = [wording for wording in wordings if not any(mark in wording for mark in "{（(…")]
    # Four characters among four keep the beat of the sentence.
    plain.sort(key=lambda wording: len(wording) != len(here))
    return tuple(
        Fix(f"此处改为“{wording}”", (TextEdit(here, wording),)) for wording in plain[:_MOST_FIXES]
    )


RULE = Rule(
    code="RP001",
    name="repeated-set-phrase",
    summary="套话用得过密",
    severity=Severity.WARNING,
    check=_check,
    words=lambda lexicons: (phrase_words(lexicons.table("checks_set_phrase_limits")),),
    why="同一句套话反复出现，听起来空，换一种说法或删去更有力。",
    source="各短语的限额据 2013 年以后公开的政府工作报告和真实讲话统计",
    flagged=(
        "同志们：\n干部要真抓实干。项目要真抓实干。招商要真抓实干。作风更要真抓实干。",
        "同志们：\n春播要全力以赴。防汛要全力以赴。\n秋收要全力以赴。\n入库也要全力以赴。",
        "同志们：\n各镇要迎难而上。部门要迎难而上。\n企业要迎难而上，干部更要带头。\n大家都要迎难而上。",
    ),
    clean=(
        "同志们：\n干部要真抓实干。项目要抓紧落地。招商要见到实效。",
        (
            "在全县“真抓实干”动员会上的讲话\n同志们：\n干部要真抓实干。项目要真抓实干。招商要真抓实干。"
            "作风要真抓实干。"
        ),
        "同志们：\n坚持真抓实干、真抓实干、再真抓实干，这是三个阶段的共同要求。",
        (
            "同志们：\n“真抓实干”专项行动已经启动。“真抓实干”专班每周调度。“真抓实干”简报每月两期。"
            "“真抓实干”台账要建好。"
        ),
        (
            "同志们：\n一、攻坚克难抓项目\n项目要攻坚克难。\n二、攻坚克难抓招商\n招商要攻坚克难。\n"
            "三、攻坚克难抓民生\n民生要攻坚克难。环境要攻坚克难。"
        ),
    ),
)
