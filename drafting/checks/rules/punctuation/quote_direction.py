"""Quotation marks open with “ and close with ”.

What it does:
    Follows the quotation marks of each paragraph: where their number is even and one or
    two stand the wrong way round, it reports these.
Why:
    Typed by hand in another input method, both marks of a pair look alike.
Limits:
    Where a mark is missing (an odd number) PU002 speaks; quotations inside quotations and those
    that run over paragraphs are left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.checks.kinds.places import replace_all
from drafting.checks.kinds.quote_directions import wrong_way_quotes
from drafting.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    for span, right in wrong_way_quotes(draft.text):
        side = "左" if right in "“‘" else "右"
        message = f"这里的引号方向反了，应为{side}引号{right}"
        fix = replace_all((span,), right, f"改为{side}引号", safe=True)
        yield RULE.finding(span, message, fixes=(fix,))


RULE = Rule(
    code="PU008",
    name="quote-direction",
    summary="引号方向反了",
    severity=Severity.WARNING,
    check=_check,
    why="引号前后有别，方向反了，念稿的人会断错句。",
    source="GB/T 15834-2011 4.8、5.1.3",
    flagged=(
        "同志们：\n要把”一件事一次办“的改革抓到底。",
        "同志们：\n要把“一件事一次办“的改革抓到底。",
        "同志们：\n要把”一件事一次办”的改革抓到底，推进“门前三包”。",
    ),
    clean=(
        "同志们：\n要把“一件事一次办”的改革抓到底。",
        "同志们：\n他说：“老乡讲，‘路通了，心就通了’，这话在理。”",
        "同志们：\n他说：“老乡讲“路通了”，这话在理。”",
        "同志们：\n信里写道：\n“村里的路修好了。\n“水也通到了每一户。”他又说：“请放心。”",
        "同志们：\n要把“一件事一次办的改革抓到底。",
    ),
    scope=Scope.LINE,
)
