"""Words of the street corner in an official speech.

What it does:
    Looks for listed colloquial and dialect words (搞定, 咋办) and offers the plain one.
Why:
    In print and in the archive they look careless.
Limits:
    Off by default: a leader may speak as people speak, and means it. Quotations are left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.checks.kinds.preferred_forms import iter_wrong_forms
from drafting.checks.kinds.quotations import quoted_spans, within
from drafting.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    quotes = quoted_spans(draft.text)
    for form in iter_wrong_forms(draft.text, context.lexicons.table("checks_colloquial_words")):
        if not within(form.span, quotes):
            message = f"“{form.wrong}”是口语，正式讲话可说“{form.right}”"
            yield RULE.finding(form.span, message, fixes=form.fixes)


RULE = Rule(
    code="WD010",
    name="colloquialism",
    summary="口语、方言词",
    severity=Severity.SUGGESTION,
    check=_check,
    why="口语词念着亲切，印成文件、存进档案就显得随意；领导有意这样讲的，忽略即可。",
    source="《现代汉语词典》第7版标〈口〉〈方〉的词",
    flagged=(
        "同志们：\n这件事三天之内必须搞定。",
        "同志们：\n钱从哪里来，没钱咋办？",
        "同志们：\n关键时刻不能掉链子、磨洋工。",
    ),
    clean=(
        "同志们：\n这件事三天之内必须办妥，没钱怎么办？",
        "同志们：\n要搞定向培养、搞定点帮扶，给力度更大的支持。",
        "同志们：\n杜绝推诿扯皮，好使命要记牢。",
        "同志们：\n有群众当面问我“咋办”，我们要答得上来。",
        "同志们：\n关键时刻不能误事，办事不能拖延。",
    ),
    default_on=False,
    scope=Scope.LINE,
)
