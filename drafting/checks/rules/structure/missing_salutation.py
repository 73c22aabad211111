"""A speech addresses somebody before it begins.

What it does:
    Looks for a salutation at the head of a draft whose title says that it is spoken (讲话, 致辞,
    发言, 主持词), or that addresses its hearers later on.
Why:
    The line is lost in copying, and the leader begins in the middle.
Limits:
    Reports upward, conveyed papers, plans and fragments need none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.model.draft import BlockKind
from drafting.model.finding import Fix, Severity
from drafting.model.particulars import SpeechType
from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_SPOKEN = re.compile("讲话|致辞|致词|发言|主持词|欢迎词|祝酒词|党课(?:讲稿)?$")
_NEEDS_NONE = {SpeechType.REPORT_UPWARD, SpeechType.CONVEYING}
_ADDRESSED = re.compile("同志们|各位|朋友们|同学们|老师们|代表们|乡亲们|诸位|大家好")
_LATER = re.compile("(?:^|\n|。)(?:同志们|各位代表|各位领导|朋友们)[，！,!]")
_HEAD = 120


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    if draft.salutation is not None or draft.particulars.kind in _NEEDS_NONE:
        return
    body = next((block for block in draft.blocks if block.kind in _BODY), None)
    if body is None or _ADDRESSED.search(draft.text, body.span.start, body.span.start + _HEAD):
        return
    is_spoken = _SPOKEN.search(draft.title) is not None
    later = len(draft.headings) > 1 and _LATER.search(draft.text) is not None
    if not is_spoken and not later:
        return
    span = Span(body.span.start, min(body.span.end, body.span.start + _SHOWN))
    place = Span(body.span.start, body.span.start)
    fix = Fix("在开头加上“同志们：”", (TextEdit(place, "同志们：\n"),))
    yield RULE.finding(span, "开头没有称谓，正文之前应先称呼听众", fixes=(fix,))


_BODY = (BlockKind.PARAGRAPH, BlockKind.HEADING)
_SHOWN = 12


RULE = Rule(
    code="ST006",
    name="missing-salutation",
    summary="开头没有称谓",
    severity=Severity.WARNING,
    check=_check,
    why="讲话、致辞开头要先称呼听众，漏了称谓，领导一上台就没有第一句话。",
    source="公文写作通例（讲话稿由标题、称谓、正文组成）",
    flagged=(
        (
            "在全县春耕现场会上的讲话\n今天我们召开现场会，看了三个点，很受启发。下面我讲两点意见。"
            "\n一、抓早\n时间不等人。\n二、抓实\n不走过场。"
        ),
        "在开工仪式上的致辞\n今天我们在清河湾畔举行开工仪式，我代表县委表示祝贺。祝项目早日建成！",
        "在全县作风建设大会上的表态发言\n刚才的部署很明确，我们坚决拥护、坚决执行。请县委放心！",
    ),
    clean=(
        (
            "在全县春耕现场会上的讲话\n同志们：\n今天我们召开现场会，看了三个点，很受启发。\n一、抓"
            "早\n时间不等人。\n二、抓实\n不走过场。"
        ),
        "在开工仪式上的致辞\n尊敬的各位来宾，朋友们：\n今天我们举行开工仪式，我代表县委表示祝贺。",
        (
            "关于春耕准备情况的汇报\n今年春耕早，各镇动手快。\n一、面积落实\n已经到户。\n二、物资到"
            "位\n供应充足。"
        ),
        (
            "全县春耕生产工作方案\n为做好今年春耕，制定本方案。\n一、目标\n不误农时。\n二、措施\n逐"
            "户落实。"
        ),
        "在全县春耕现场会上的讲话\n同志们，今天我们召开现场会，看了三个点，很受启发。",
        "各镇要抓紧行动，部门要跟上。",
    ),
)
