"""A text is not one that a machine has put into other words.

What it does:
    Looks for word pairs that only a spinner of synonyms makes (充分熟悉, 临时不懈, 遍及存在) and
    reports the text once, with all places.
Why:
    Such texts are sold as new; read aloud they make no sense.
Limits:
    The list holds pairs in which the exchanged word cannot be meant; single words are never
    reported.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.matching import Matcher
from drafting.model.finding import Related, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.lexicons.tsv import Table
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

# With these behind it 熟悉 is meant.
_FAMILIAR = ("情况", "业务", "掌握", "了解", "规则", "流程")


@cache
def _prepared(table: Table) -> tuple[Matcher, dict[str, str]]:
    wrong = table.column("wrong")
    return Matcher(wrong), dict(zip(wrong, table.column("right"), strict=True))


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    text = draft.text
    table = context.lexicons.table("checks_spun_phrases")
    matcher, right = _prepared(table)
    found = [
        (matcher.words[index], span)
        for index, span in matcher.iter_matches(text)
        if not (matcher.words[index].endswith("熟悉") and text.startswith(_FAMILIAR, span.end))
    ]
    if not found:
        return
    wording, span = found[0]
    many = f"（共 {len(found)} 处）" if len(found) > 1 else ""
    yield RULE.finding(
        span,
        f"“{wording}”像是由“{right[wording]}”洗稿而来{many}，这篇稿子可能被机器改写过",
        related=tuple(
            Related(place, (f"“{word}”原为“{right[word]}”")) for word, place in found[1:]
        ),
    )


RULE = Rule(
    code="RS008",
    name="spun-text",
    summary="机器洗稿的痕迹",
    severity=Severity.SUGGESTION,
    check=_check,
    words=lambda lexicons: (_prepared(lexicons.table("checks_spun_phrases"))[0],),
    why="洗稿软件把常用词换成近义词躲避查重，念起来似通非通，这样的稿子不宜借用。",
    source="由机器改写（洗稿）的文本归纳",
    flagged=(
        "同志们：\n大家要充分熟悉这项工作的重要性。",
        "同志们：\n要锲而不舍、临时不懈地抓下去，解决遍及存在的题目。",
        "同志们：\n要当真贯彻会议精神，果断落实各项请求。",
    ),
    clean=(
        "同志们：\n大家要充分认识这项工作的重要性。",
        "同志们：\n要锲而不舍、长抓不懈，解决普遍存在的问题。",
        "同志们：\n要认真贯彻会议精神，坚决落实各项要求。",
        "同志们：\n要充分熟悉情况，临时救助要及时。",
        "同志们：\n作文题目已经公布，当真的人不多。",
    ),
)
