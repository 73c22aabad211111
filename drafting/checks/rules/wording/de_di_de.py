"""的 before nouns, 地 before verbs, 得 behind verbs.

What it does:
    Reports an adverb with 的 or 得 before what can only be a verb (扎实的抓好), a verb with 的 or
    地 before its result (抓的紧, 落实的不够), a noun with 地 before it, and 取的, 值的, 使的 for
    取得, 值得, 使得.
Why:
    They sound alike, so that no ear and no reading aloud finds them.
Limits:
    Rests on lists of words that leave no doubt; 认真的态度, 干的是实事, 讲的好 as “what was said”
    and the like are left alone. A suggestion, for usage is loose.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.checks.kinds.places import replacement
from drafting.checks.matching import Matcher
from drafting.lexicons.tsv import split_values
from drafting.model.finding import Severity
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.lexicons.tsv import Table
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding


@cache
def _prepared(table: Table) -> tuple[Matcher, dict[str, list[tuple[re.Pattern[str], str]]]]:
    rests: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for row in table:
        follows = re.compile("|".join(split_values(row["follows"])))
        for word in split_values(row["before"]):
            rests.setdefault(word + row["wrong"], []).append((follows, row["right"]))
    return Matcher(tuple(rests)), rests


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    text = draft.text
    matcher, rests = _prepared(context.lexicons.table("checks_de_di_de"))
    for index, span in matcher.iter_matches(text):
        here = Span(span.end - 1, span.end)
        for follows, right in rests[matcher.words[index]]:
            match = follows.match(text, span.end)
            if match is not None:
                yield RULE.finding(
                    Span(span.start, match.end()),
                    f"“{text[span.start : match.end()]}”中的“{here.of(text)}”宜用“{right}”",
                    fixes=replacement(here, right),
                )
                break


RULE = Rule(
    code="WD006",
    name="de-di-de",
    summary="“的、地、得”混用",
    severity=Severity.SUGGESTION,
    check=_check,
    words=lambda lexicons: (_prepared(lexicons.table("checks_de_di_de"))[0],),
    why="名词前用“的”，动词前用“地”，补语前用“得”；念不出区别，印出来看得出。",
    source="《现代汉语八百词》“的”“地”“得”条",
    flagged=(
        "同志们：\n各镇要扎实的抓好秋冬农田水利建设。",
        "同志们：\n这项工作抓的紧、落实的不够，要认真的把短板补上。",
        "同志们：\n全县取的了较好成绩，值的充分肯定。",
        "同志们：\n要不断得提升服务水平，营造良好地环境。",
    ),
    clean=(
        "同志们：\n各镇要扎实地抓好秋冬农田水利建设，以扎实的作风抓好落实。",
        "同志们：\n这项工作抓得紧、落实得不够，要有认真的态度。",
        "同志们：\n全县取得了较好成绩，值得充分肯定，给予积极的推动和支持。",
        "同志们：\n大家讲的都是实情，干的是实事，抓的是要害。",
        "同志们：\n要不断提升服务水平，营造良好的环境，各地环境要整治。",
        "同志们：\n要更加积极的做法，不能有丝毫的放松，取的是长远之利。",
    ),
    scope=Scope.LINE,
)
