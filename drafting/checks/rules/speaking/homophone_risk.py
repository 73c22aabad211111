"""A word that the ear takes for another.

What it does:
    Reports listed words that sound like another word which would fit too (切忌 and 切记).
Why:
    On paper they differ; in the hall they mean the opposite.
Limits:
    Off by default: the sentence mostly decides. The list holds only pairs whose other reading
    changes the sense.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.checks.matching import is_protected, matcher_for
from drafting.lexicons.tsv import split_values
from drafting.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    table = context.lexicons.table("checks_homophones")
    for index, span in matcher_for(table.column("word")).iter_matches(draft.text):
        row = table.by_number[index]
        if is_protected(draft.text, span, split_values(row["keep"])):
            continue
        yield RULE.finding(span, f"“{row['word']}”听起来像“{row['heard']}”，可说“{row['better']}”")


RULE = Rule(
    code="SP006",
    name="homophone-risk",
    summary="听起来会误会的词",
    severity=Severity.SUGGESTION,
    check=_check,
    why="看稿分得清，听讲分不清；意思要紧的地方换个说法。",
    source="口头表达通例",
    flagged=(
        "同志们：\n安全生产切忌麻痹大意。",
        "同志们：\n合同终止以后要及时清算。",
        "同志们：\n督办不力的要通报。",
    ),
    clean=(
        "同志们：\n安全生产千万不要麻痹大意。",
        "同志们：\n合同结束以后要及时清算。",
        "同志们：\n督办不够得力的要通报。",
        "同志们：\n要往前看，往远处看。",
        "同志们：\n大家都要动起来。",
    ),
    default_on=False,
    scope=Scope.LINE,
)
