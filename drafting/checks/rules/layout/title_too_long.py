"""A title of more than three lines.

What it does:
    Sets the title in the layout and counts its lines.
Why:
    Nobody reads it to its end, and it takes a fifth of the first page.
Limits:
    The names of some meetings are that long; then the warning is to be ignored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.checks.base import ExampleSetting, Rule
from drafting.checks.kinds.set_pages import lines_in, set_pages
from drafting.model.draft import BlockKind
from drafting.model.finding import Severity
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_MOST_LINES = 3


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    pages = set_pages(draft, context)
    blocks = [block.span for block in draft.blocks if block.kind is BlockKind.TITLE]
    if not pages or not blocks:
        return
    count = sum(len(lines_in(pages, block.start, block.end)) for block in blocks)
    if count > _MOST_LINES:
        whole = Span(blocks[0].start, blocks[-1].end)
        yield RULE.finding(whole, f"标题排成 {count} 行，过长，宜压缩到 {_MOST_LINES} 行以内")


_REST = "\n同志们：\n要抓紧。"

RULE = Rule(
    code="LA004",
    name="title-too-long",
    summary="标题过长",
    severity=Severity.WARNING,
    check=_check,
    why="标题一般不超过三行，过长则不醒目，也挤占首页。",
    source="GB/T 9704-2012 第 7.3.1 条；通行的行文要求",
    flagged=(
        (
            "在全县深入学习贯彻上级经济工作会议精神全面推进乡村振兴暨重点项目建设、优化营商环境、"
            f"安全生产和防汛抗旱工作动员部署大会上的讲话提纲（审议稿）{_REST}"
        ),
        f"在全县农业农村工作会议\n暨冬季农田水利建设推进会\n暨乡村道路养护现场会\n上的讲话{_REST}",
        (
            "在全县贯彻落实上级关于进一步加强基层治理、防范化解重大风险、保障和改善民生、推动高质量"
            f"发展各项部署要求工作推进会议暨年终总结表彰大会上的讲话{_REST}"
        ),
    ),
    clean=(
        f"在全县经济工作会议上的讲话{_REST}",
        f"在全县农业农村工作会议\n暨冬季农田水利建设推进会上的讲话{_REST}",
        (
            "在全县深入学习贯彻上级经济工作会议精神全面推进乡村振兴暨重点项目建设动员大会上的讲话"
            f"{_REST}"
        ),
        f"在全县经济工作会议上的讲话\n县长　周明远\n（2026年3月2日）{_REST}",
        f"要抓紧。{_REST}",
    ),
    examples_with=ExampleSetting(layout_id="official"),
)
