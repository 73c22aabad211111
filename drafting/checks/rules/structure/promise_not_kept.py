"""A speech that announces three points makes three.

What it does:
    Compares each announced number of parts (讲三点意见, 八个方面) with the parts that follow on
    the level that it announces, and says which level was counted.
Why:
    Parts are cut and joined in the last round, and the opening still says 三点.
Limits:
    Rests on the parser's counting; 几点 is reported only where nothing follows; counts of
    anything but parts (两个层面, 三大抓手) are the matter of ST005.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.promises import (
    announces_parts,
    count_fixes,
    member_label,
    missing_part_fixes,
)
from drafting.model.finding import Related, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    for promise in draft.promises:
        if not announces_parts(promise):
            continue
        if promise.count is None and promise.found == 0:
            yield RULE.finding(promise.span, f"预告“{promise.text}”，后文没有分点")
        elif promise.kept is False:
            label = member_label(draft, promise)
            found = f"后文{label}实有 {promise.found} 个" if promise.found else "后文没有相应的部分"
            yield RULE.finding(
                promise.span,
                f"预告“{promise.text}”，{found}",
                fixes=count_fixes(draft, promise) + missing_part_fixes(draft, promise),
                related=tuple(
                    Related(span, f"第 {number} 个在此")
                    for number, span in enumerate(promise.members, start=1)
                ),
            )


RULE = Rule(
    code="ST004",
    name="promise-not-kept",
    summary="预告的点数与后文不符",
    severity=Severity.ERROR,
    check=_check,
    why="说讲三点只讲两点，听的人会等第三点；多半是删改后忘了改开头的数字。",
    source="公文写作通例：总起的数目与分述的层次一致",
    flagged=(
        "同志们：\n下面，我讲三点意见。\n一、认识要到位\n当前任务很重。\n二、措施要到位\n各镇要动起来。",
        (
            "同志们：\n就做好春耕，我提四点要求。\n一、抓早\n时间不等人。\n二、抓细\n地块要落图。\n三、抓实\n"
            "种子要到户。"
        ),
        (
            "同志们：\n我讲两点意见。\n一、形势\n形势逼人。\n二、任务\n重点抓好三个方面：\n"
            "（一）抓项目。盯住开工。\n（二）抓招商。盯住签约。"
        ),
    ),
    clean=(
        (
            "同志们：\n下面，我讲三点意见。\n一、认识要到位\n当前任务很重。\n二、措施要到位\n各镇要动起来。\n"
            "三、督查要到位\n县委办要跟上。"
        ),
        "同志们：\n下面，我讲几点意见。\n一、认识要到位\n当前任务很重。\n二、措施要到位\n各镇要动起来。",
        (
            "同志们：\n我讲两点意见。\n一、形势\n形势逼人。\n二、任务\n任务很重。\n"
            "最后，我再强调一点，安全要放在心上。"
        ),
        (
            "同志们：\n县里已就此提出八条措施，各镇要逐条对照。\n我再讲两点意见。\n一、抓紧\n时间不等人。\n"
            "二、抓实\n不走过场。"
        ),
        "同志们：\n大家提的三点意见都很好，会后由办公室汇总。",
    ),
)
