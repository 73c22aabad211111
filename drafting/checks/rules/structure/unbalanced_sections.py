"""The parts of a speech are of like weight.

What it does:
    Weighs the main parts of a speech of three and more: one over 60 % or under 8 % of them is
    reported.
Why:
    A part that was cut down to two sentences is better merged; one that swallowed the rest is
    better divided.
Limits:
    Reports are left alone (their reviews are long by custom), and so are short drafts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.reports import is_report
from drafting.model.finding import Severity
from drafting.text.characters import count_characters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_LEAST_PARTS, _LEAST_CHARACTERS = 3, 400
_MOST_SHARE, _LEAST_SHARE = 0.6, 0.08


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    sections = draft.outline.sections if draft.outline else ()
    if len(sections) < _LEAST_PARTS or is_report(draft):
        return
    lengths = [count_characters(section.span.of(draft.text)) for section in sections]
    total = sum(lengths)
    if total < _LEAST_CHARACTERS:
        return
    for section, length in zip(sections, lengths, strict=True):
        share = length / total
        if _LEAST_SHARE <= share <= _MOST_SHARE:
            continue
        shown = f"这一部分有 {length} 字，占各部分的 {share:.0%}"
        advice = "可拆开或压缩" if share > _MOST_SHARE else "可充实或并入其他部分"
        yield RULE.finding(section.heading.span, f"{shown}，{advice}")


# Sentences of which the examples have many.
_VILLAGES = "各镇要把任务分到村、落到户，逐项排出时间表。"
_OFFICES = "部门要跟上服务，资金要跟着项目走。"
_LOOKING_BACK = "过去一年，全县上下团结奋进，成绩来之不易。"
_LOOKING_AHEAD = "新的一年，要抓项目、强产业。"
_SUPERVISION = "督查要勤，通报要准，问责要严。"

RULE = Rule(
    code="ST008",
    name="unbalanced-sections",
    summary="各部分长短悬殊",
    severity=Severity.SUGGESTION,
    check=_check,
    why="各部分轻重悬殊，听起来头重脚轻；太短的可以合并，太长的可以拆开。",
    source="公文写作通例；界限按已发表报告测得",
    flagged=(
        (
            "在全县大会上的讲话\n同志们：\n我讲三点。\n一、任务\n"
            + _VILLAGES * 60
            + "\n二、措施\n"
            + _OFFICES * 20
            + "\n三、督查\n县委办要跟上。"
        ),
        (
            "在全县大会上的讲话\n同志们：\n我讲三点。\n一、任务\n任务很重。\n二、措施\n"
            + _OFFICES * 50
            + "\n三、督查\n"
            + _SUPERVISION * 30
        ),
        (
            "在全县大会上的讲话\n同志们：\n我讲三点。\n一、任务\n"
            + _VILLAGES * 20
            + "\n二、措施\n"
            + _OFFICES * 80
            + "\n三、督查\n"
            + _SUPERVISION * 12
        ),
    ),
    clean=(
        (
            "在全县大会上的讲话\n同志们：\n我讲三点。\n一、任务\n"
            + _VILLAGES * 20
            + "\n二、措施\n"
            + _OFFICES * 30
            + "\n三、督查\n"
            + _SUPERVISION * 30
        ),
        (
            "在全县大会上的讲话\n同志们：\n我讲三点。\n一、任务\n任务很重，时间很紧。\n二、措施\n要实。\n三、督查\n要严。"
        ),
        (
            "2026年政府工作报告\n各位代表：\n一、回顾\n"
            + _LOOKING_BACK * 70
            + "\n二、打算\n"
            + _LOOKING_AHEAD * 20
            + "\n三、自身建设\n政府要过紧日子。"
        ),
        ("同志们：\n" + _VILLAGES * 60),
        (
            "在全县大会上的讲话\n同志们：\n我讲两点。\n一、任务\n"
            + _VILLAGES * 40
            + "\n二、措施\n"
            + _OFFICES * 20
        ),
    ),
)
