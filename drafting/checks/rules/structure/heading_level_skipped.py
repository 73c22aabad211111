"""Levels of headings follow one another, each with one form of number.

What it does:
    Follows the written forms 一、 （一） 1. （1） ①: reports a part whose sub-parts skip a form
    (一、 straight to （1）), and siblings numbered in two forms (1. and 2、).
Why:
    GB/T 9704 fixes the order; a skipped level usually is one that was cut.
Limits:
    一、 to 1. is allowed where a speech has two levels in all; spoken forms (第一, 一是) may
    stand on any level.
"""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.counting_rows import Member, iter_changes
from drafting.checks.kinds.line_markers import line_markers
from drafting.checks.kinds.places import replacement
from drafting.model.finding import Related, Severity
from drafting.parsing.headings.markers import FORMAL
from drafting.text.numerals import renumbered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding
    from drafting.model.outline import Outline

_REACH = 6000
_NAMES = ("", "一、", "（一）", "1.", "（1）", "①")
_MOST = 20


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    if draft.outline is None:
        return
    used = {FORMAL[one.kind] for one in draft.headings if one.kind in FORMAL}
    found = chain(_changes(draft), _skipped(draft.outline, used))
    yield from islice(found, _MOST)


def _changes(draft: Draft) -> Iterator[Finding]:
    """Yield paragraphs whose number goes on a row of another written form."""
    members = (Member(one.form, one.number, one.span) for one in line_markers(draft))
    for before, after in iter_changes(members, _REACH):
        first, second = before.span.of(draft.text), after.span.of(draft.text)
        yield RULE.finding(
            after.span,
            f"同一层标题有“{first}”和“{second}”两种写法，应统一",
            fixes=replacement(after.span, renumbered(first, after.number)),
            related=(Related(before.span, "另一种写法在此"),),
        )


def _skipped(outline: Outline, used: set[int]) -> Iterator[Finding]:
    """Yield the first sub-part of each part that skips a form."""
    for section in outline.iter_sections():
        rank = FORMAL.get(section.heading.kind)
        first = next((one.heading for one in section.children if one.heading.kind in FORMAL), None)
        if rank is None or first is None or first.number != 1:
            continue
        step = FORMAL[first.kind]
        if step <= rank + 1 or ((rank, step) == (1, 3) and len(used) == 2):
            continue
        yield RULE.finding(
            first.marker_span,
            f"“{section.heading.marker}”下面直接用了“{first.marker}”，"
            f"中间缺“{_NAMES[rank + 1]}”一层",
            related=(Related(section.heading.marker_span, "上一层标题在此"),),
        )


RULE = Rule(
    code="ST002",
    name="heading-level-skipped",
    summary="标题层级跳级或混用",
    severity=Severity.WARNING,
    check=_check,
    why="公文层次依次是“一、”“（一）”“1.”“（1）”，跳级或同一层两种写法，听的人分不清主次。",
    source="GB/T 9704-2012 7.3.3（结构层次序数）",
    flagged=(
        (
            "一、任务\n任务很重。\n（1）抓早。时间不等人，要抓紧备耕。\n（2）抓细。地块要落图，种子"
            "要到户。\n二、保障\n经费要到位。"
        ),
        (
            "一、任务\n任务很重。\n①抓早\n时间不等人，要抓紧备耕。\n②抓细\n地块要落图，种子要到户"
            "。\n二、保障\n经费要到位。"
        ),
        (
            "一、任务\n1.抓早。时间不等人，要抓紧备耕。\n2、抓细。地块要落图，种子要到户。\n3.抓实"
            "。督查要跟上。\n二、保障\n经费要到位。"
        ),
        (
            "一、任务\n（一）抓早。时间不等人。\n（二）抓细。地块要落图。\n二、保障\n1.经费要到位。"
            "财政要安排。\n2.人员要到位。各镇要抽人。\n（三）督查要到位。县委办要跟上。"
        ),
    ),
    clean=(
        (
            "一、任务\n（一）抓早。时间不等人，要抓紧备耕。\n（二）抓细。地块要落图，种子要到户。\n"
            "二、保障\n经费要到位。"
        ),
        (
            "一、任务\n1.抓早。时间不等人，要抓紧备耕。\n2.抓细。地块要落图，种子要到户。\n二、保障"
            "\n经费要到位。"
        ),
        (
            "一、任务\n第一，抓早。时间不等人。\n第二，抓细。地块要落图。\n二、保障\n一是经费要到位"
            "。二是人员要到位。"
        ),
        (
            "一、任务\n（一）抓早\n1.备好种子。要一户一户送到。\n2.修好渠道。要一段一段查。\n（二）"
            "抓细\n地块要落图。\n二、保障\n经费要到位。"
        ),
        (
            "一、任务\n要做到“三个到位”：（1）种子到位；（2）农膜到位；（3）化肥到位。\n二、保障"
            "\n经费要到位。"
        ),
    ),
)
