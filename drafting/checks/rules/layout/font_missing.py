"""A face of the layout that this machine does not have.

What it does:
    Compares the faces that the draft is set in with those installed, and names what will be
    taken instead; once for each face, where it stands first.
Why:
    The page looks otherwise than meant, and breaks elsewhere.
Limits:
    Another machine may print it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.base import ExampleSetting, Rule
from drafting.model.finding import Severity
from drafting.pagination.faces import missing_faces
from drafting.pagination.paragraphs import iter_paragraphs
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    if context.layout is None or context.faces is None:
        return
    missing = missing_faces(context.layout, context.faces)
    if not missing:
        return
    first: dict[str, Span] = {}
    for paragraph in iter_paragraphs(draft):
        for piece in paragraph.pieces:
            if len(piece.span):
                first.setdefault(piece.style, piece.span)
    chinese = {style.face for style in context.layout.styles.values()}
    for replacement in missing:
        places = [first[style] for style in replacement.styles if style in first]
        if replacement.face not in chinese:
            places = [Span(*match.span()) for match in [_LATIN.search(draft.text)] if match]
        if places:
            place = min(places, key=lambda span: span.start)
            yield RULE.finding(place, replacement.message.rstrip("。"))


_LATIN = re.compile("[0-9A-Za-z]+")
_ALL_BUT_ONE = frozenset({"仿宋", "楷体", "宋体", "方正小标宋简体", "Times New Roman"})
_HEAD = "在水利会上的讲话\n同志们：\n"

RULE = Rule(
    code="LA003",
    name="font-missing",
    summary="本机缺少版式所用的字体",
    severity=Severity.WARNING,
    check=_check,
    why="缺字体时由别的字体代替，印出来与版式不符。",
    source="GB/T 9704-2012 第 5.2.2、7.3 条",
    flagged=(
        f"{_HEAD}一、认清形势\n要抓紧。\n二、压实责任\n要干好。",
        f"{_HEAD}一、早动手\n要抓紧。\n二、早完工\n要干好。\n三、早见效\n要见效。",
        f"{_HEAD}下面，我讲两点意见。\n一、抓早\n要抓紧。\n二、抓实\n要干好。",
    ),
    clean=(
        f"{_HEAD}要抓紧。",
        f"{_HEAD}一要抓紧。二要抓实。",
        f"{_HEAD}上午，大家看了 7 处工地。",
        "在水利会上的讲话\n（2026年3月2日）\n同志们：\n抓早、抓实、抓到底。",
        "在水利会上的讲话\n县长　周明远\n同志们：\n投入 3.2 亿元。",
    ),
    examples_with=ExampleSetting(layout_id="official", faces=_ALL_BUT_ONE),
)
