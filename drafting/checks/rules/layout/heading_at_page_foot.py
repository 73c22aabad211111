"""A heading on the last line of a page, its text on the next.

What it does:
    Reports a heading in the run of its paragraph that begins on the last line of a page, and one
    of its own with a single line of its text below it there.
Why:
    Who turns the page has lost the heading by then.
Limits:
    Headings of their own never stand last: they move over with what follows. Another program may
    break pages elsewhere by a line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.checks.base import ExampleSetting, Rule
from drafting.checks.kinds.set_pages import set_pages
from drafting.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding
    from drafting.pagination.pages import Page


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    pages = set_pages(draft, context)
    last_lines = {page.lines[-1].span.start: page for page in pages[:-1] if page.lines}
    for heading in draft.headings if last_lines else ():
        block = draft.blocks[heading.block].span
        if heading.run_in:
            page = last_lines.get(block.start)
            if page is not None and page.lines[-1].span.end < block.end:
                yield RULE.finding(
                    heading.span, f"第 {page.number} 页末行是这个标题，它的内容在下一页"
                )
        elif heading.block + 1 < len(draft.blocks):
            below = draft.blocks[heading.block + 1].span
            page = last_lines.get(below.start)
            if page is not None and _is_parted(page, below.end):
                yield RULE.finding(
                    heading.span, f"第 {page.number} 页末尾是这个标题，下面只有一行正文"
                )


def _is_parted(page: Page, end: int) -> bool:
    return page.lines[-1].span.end < end


_HEAD = "在水利会上的讲话\n同志们：\n"
_LONG = "剩下的工程大多在沟谷和坡地，土一上冻就动不了工，各乡镇要倒排工期，一天一天地往回算。"


def _after(lines: int, rest: str) -> str:
    """Return a speech with so many one-line paragraphs before ``rest``."""
    return _HEAD + "要把水渠修到地头。\n" * lines + rest


RULE = Rule(
    code="LA005",
    name="heading-at-page-foot",
    summary="标题落在页末",
    severity=Severity.SUGGESTION,
    check=_check,
    why="标题在这一页，内容在下一页，念到这里正好翻页，容易断开。",
    source="通行的排版要求（标题不置于页末）",
    flagged=(
        _after(18, f"（一）任务重，等不得。{_LONG}"),
        _after(18, f"（一）标准高，糊弄不得。{_LONG}\n（二）群众盼，拖不得。{_LONG}"),
        _after(17, f"一、认清形势\n{_LONG}\n二、压实责任\n{_LONG}"),
    ),
    clean=(
        _after(18, f"一、认清形势\n{_LONG}\n二、压实责任\n{_LONG}"),
        _after(17, f"（一）任务重，等不得。{_LONG}"),
        _after(19, f"（一）任务重，等不得。{_LONG}"),
        _after(18, "（一）任务重，等不得。要抓紧。\n（二）标准高，糊弄不得。要抓实。"),
        _after(3, f"一、认清形势\n{_LONG}\n二、压实责任\n{_LONG}"),
    ),
    examples_with=ExampleSetting(layout_id="official"),
)
