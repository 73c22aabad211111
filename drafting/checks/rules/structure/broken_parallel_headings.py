"""Headings of one level are of one build.

What it does:
    Compares the headings of one group of three and more: where all but one share the lengths of
    their clauses, or begin or end alike, it points at the odd one.
Why:
    Rows like 以更高的…, 以更实的… are read for their beat; one that falls out was changed last.
Limits:
    Reports and headings with open slots are left alone; groups in which two or more differ have no
    common build; a step of one character is none. A row of single words (勤、廉、敬、毅) has no
    build: the one that says more explains itself.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.reports import is_report
from drafting.model.finding import Related, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding
    from drafting.model.headings import Heading

_LEAST, _LEAST_STEP, _SHORTEST = 3, 2, 3
_CLAUSE = re.compile("[，、；：]")
_SHOWN = 20


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    if draft.outline is None or is_report(draft):
        return
    for group in draft.outline.sibling_groups():
        headings = [section.heading for section in group if section.heading.text]
        if any("{" in one.text for one in headings):
            continue  # a skeleton: what fills the slots makes the build
        odd = _odd_one(headings) if len(headings) >= _LEAST else None
        if odd is not None:
            shown = odd.text[:_SHOWN]
            related = tuple(Related(one.span, "同层标题") for one in headings if one is not odd)
            yield RULE.finding(
                odd.span, f"同层标题句式整齐，只有“{shown}”不同，可改成一致", related=related
            )


def _odd_one(headings: Sequence[Heading]) -> Heading | None:
    """Return the one heading that lacks what all others share, or None."""
    lengths = [len(one.text) for one in headings]
    builds = (
        [tuple(len(part) for part in _CLAUSE.split(one.text)) for one in headings],
        [one.text[-3:] for one in headings],
        [one.text[:2] for one in headings],
    )
    for build in builds:
        index = _lonely(build)
        if index is None:
            continue
        others = [length for place, length in enumerate(lengths) if place != index]
        step = min(abs(length - lengths[index]) for length in others)
        if step >= _LEAST_STEP and max(others) >= _SHORTEST:
            return headings[index]
    return None


def _lonely(values: Sequence[object]) -> int | None:
    """Return the index of the one value that differs from all others, which are equal."""
    counts = Counter(values)
    if len(counts) != 2 or min(counts.values()) != 1:
        return None
    rare = min(counts, key=lambda value: counts[value])
    return values.index(rare)


RULE = Rule(
    code="ST012",
    name="broken-parallel-headings",
    summary="一组标题中有一个不齐整",
    severity=Severity.SUGGESTION,
    check=_check,
    why="同一层的标题大多句式整齐，只有这一个不同，念起来会打顿。",
    source="公文写作通例（小标题对仗）",
    flagged=(
        (
            "一、以更高站位抓统筹\n任务很重。\n二、以更实举措抓推进\n各镇要动。\n三、以更严作风抓落"
            "实\n督查要跟上。\n四、加强对工作的组织领导\n各级要负责。"
        ),
        (
            "一、抓早备耕\n任务很重。\n二、抓实管护\n各镇要动。\n三、抓好收储\n仓库要备足。\n四、农"
            "业保险要做到应保尽保\n保险要到户。"
        ),
        (
            "一、在找资金、上项目上比真章\n任务很重。\n二、在建基地、树品牌上比真章\n各镇要动。\n三"
            "、在解民忧、办实事上比真章\n民政要跟上。\n四、全面加强党的建设\n各级要负责。"
        ),
    ),
    clean=(
        (
            "一、{第一部分标题}，把{要求}立起来\n任务很重。\n二、{第二部分标题}，把{要求}抓起来\n各镇要"
            "动。\n三、突出{重点}\n督查要跟上。\n四、{第四部分标题}，把{要求}压下去\n各级要负责。"
        ),
        (
            "一、以更高站位抓统筹\n任务很重。\n二、以更实举措抓推进\n各镇要动。\n三、以更严作风抓落"
            "实\n督查要跟上。"
        ),
        (
            "一、以更高站位抓统筹\n任务很重。\n二、以更实举措抓推进\n各镇要动。\n三、以更严作风抓落"
            "实\n督查要跟上。\n四、以更大力度抓保障\n各级要负责。"
        ),
        (
            "一、去年工作回顾\n成绩不小。\n二、今年目标\n任务很重。\n三、当前要抓好的几件事\n各镇要"
            "动。\n四、保障\n经费到位。"
        ),
        (
            "一、抓早备耕\n任务很重。\n二、农业保险要做到应保尽保\n各镇要动。\n三、抓好收储\n仓库要"
            "备足。\n四、渠道维修要赶在汛前\n水利要负责。"
        ),
        "一、形势\n任务很重。\n二、任务\n各镇要动。",
        (
            "一、勤，不能当懒官\n下去走一走。\n二、廉\n家里人也要管住。\n三、敬\n对群众要有分寸。\n四、毅\n"
            "一年接着一年干。"
        ),
    ),
)
