"""Bodies and persons are addressed and ordered as is fixed.

What it does:
    Looks for listed forms: 习总书记, a session's number in the wrong place, 提案 of a people's
    congress and 议案 of a consultative conference, 审议 and 出席 of those who 讨论 and 列席, and
    party, congress, government, conference out of their order.
Why:
    These forms are protocol; those concerned sit in the first row.
Limits:
    A list of forms that leave no doubt; 议案建议和提案 side by side is right, titles in 《》 too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.checks.kinds.places import quoted, replacement
from drafting.checks.kinds.quotations import title_spans, within
from drafting.checks.kinds.sentence_patterns import iter_sentence_patterns, prefilters
from drafting.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    text = draft.text
    table = context.lexicons.table("checks_address_forms")
    titles = title_spans(text)
    for span, row in iter_sentence_patterns(text, table):
        if within(span, titles):
            continue
        right = row["right"]
        message = row["message"] or f"{quoted(span.of(text))}应为{quoted(right)}"
        fixes = replacement(span, right) if right else ()
        severity = Severity.SUGGESTION if row["grade"] == "suggestion" else None
        yield RULE.finding(span, message, fixes=fixes, severity=severity)


RULE = Rule(
    code="NM005",
    name="address-form",
    summary="称谓、会议名称、机构次序的固定写法",
    severity=Severity.WARNING,
    check=_check,
    words=lambda lexicons: (prefilters(lexicons.table("checks_address_forms")),),
    why="这些称谓和次序有固定写法，错了就是失礼。",
    source="《全国人民代表大会组织法》《中国人民政治协商会议章程》；新华社报道通例",
    flagged=(
        "同志们：\n要认真学习习总书记的重要讲话。",
        "同志们：\n全国人大十四届三次会议刚刚闭幕。",
        "同志们：\n要办好政协委员的议案、人大代表的提案。",
        "同志们：\n县政府、县委要带头，县委、县政府、县人大、县政协要共同推进。",
        "同志们：\n县十一届政协三次会议提出的意见要办好。",
    ),
    clean=(
        "同志们：\n要认真学习习近平总书记的重要讲话，全国两会刚刚闭幕。",
        "同志们：\n十四届全国人大三次会议和全国政协十四届三次会议胜利闭幕。",
        "同志们：\n要办好人大代表议案、建议和政协委员提案。",
        "同志们：\n县委、县人大、县政府、县政协要共同推进，县委、县政府高度重视。",
        "各位代表：\n请予审议，并请政协委员和列席人员提出意见。",
        "同志们：\n学习总书记要求的实干精神，复习总书记讲话。",
    ),
    scope=Scope.LINE,
)
