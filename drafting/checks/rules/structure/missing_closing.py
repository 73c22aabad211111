"""A speech ends with a closing.

What it does:
    Looks for a closing (an address, a summing up, a call, thanks) behind the last part of a
    speech in parts.
Why:
    The closing is cut with the last part or never written; the leader stops in the middle of a
    task.
Limits:
    Reports, plans and conveyed papers may end with their last part, as may a draft that breaks
    off (ST010) or has no parts yet.
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

_SPOKEN = re.compile("讲话|致辞|致词|发言|主持词")
_NEEDS_NONE = {SpeechType.REPORT_UPWARD, SpeechType.CONVEYING}
_END_MARKS = ("。", "！", "？", "”", "…")
_CALL = re.compile(
    "[！!][”’]?$|让我们|祝|谢谢|奋斗|贡献|散会|完了|到这里|到此|汇报完毕|请[^，。]{0,10}放心|新篇章"
)
# A last paragraph that only asks (年底请大家打分) is one more task, no closing.
_CLOSES = re.compile(
    "[！!]|同志们|朋友们|各位|们[，、]|希望|[我愿]们?望|让我们|祝|谢谢|总之|最后|一句话|讲这些|到这里|[完毕]|放心|相信|指正|参考"
    # A call to go and act on the whole meeting is a closing.
    "|会后|以上[一二三四五六七八几]|请[^。]{0,14}(?:传达|贯彻|落实|行动|部署|岗位)"
)
_SHOWN = 20
# A draft without parts is a whole speech from so many characters on.
_WHOLE_SPEECH = 400


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    if draft.closing is not None and _CLOSES.search(draft.closing.of(draft.text)):
        return
    if len(draft.headings) < 2 and len(draft.text) < _WHOLE_SPEECH:
        return
    kind = draft.particulars.kind
    if kind in _NEEDS_NONE or (kind is None and not _SPOKEN.search(draft.title)):
        return
    last = next((block for block in reversed(draft.blocks) if block.kind in _BODY), None)
    if last is None or last.kind is BlockKind.HEADING:
        return
    text = last.span.of(draft.text)
    final = max(text.rfind("。", 0, len(text) - 1), text.rfind("\n")) + 1
    if not text.endswith(_END_MARKS) or _CALL.search(text[final:]):
        return
    span = Span(max(last.span.start, last.span.end - _SHOWN), last.span.end)
    fix = Fix("在文末加一段结束语", (TextEdit(Span(last.span.end, last.span.end), "\n{结束语}"),))
    yield RULE.finding(span, "讲完最后一部分就停了，没有结束语", fixes=(fix,))


_BODY = (BlockKind.PARAGRAPH, BlockKind.HEADING)


RULE = Rule(
    code="ST013",
    name="missing-closing",
    summary="没有结束语",
    severity=Severity.WARNING,
    check=_check,
    why="讲话要有收束，说完最后一条任务就停，听的人不知道讲完了没有。",
    source="公文写作通例（讲话稿结尾归纳、号召或祝愿）",
    flagged=(
        (
            "在全县春耕动员会上的讲话\n同志们：\n今天开会动员春耕，我讲两点意见。\n一、抓早备耕\n时"
            "间不等人，种子农膜要提前到户，农机要提前检修。\n二、抓实管护\n地块要落图，渠道要修通，"
            "每个村都有人管。"
        ),
        (
            "在全县招商工作会议上的讲话\n同志们：\n今天会议的任务是部署招商，我强调三点。\n一要盯住"
            "产业。围绕链条找项目。\n二要盯住服务。手续有人代办。\n三要盯住落地。签约项目按季调度。"
        ),
        (
            "在信访工作推进会上的讲话\n同志们：\n现在我讲两点。\n一、接访\n每天有领导接访。\n二、化"
            "解\n每件都有结果，由信访局按月通报。"
        ),
    ),
    clean=(
        (
            "在全县春耕动员会上的讲话\n同志们：\n今天开会动员春耕，我讲两点意见。\n一、抓早备耕\n时"
            "间不等人。\n二、抓实管护\n地块要落图。\n同志们，春耕不等人，让我们马上行动起来，夺取丰"
            "收！"
        ),
        (
            "在全县招商工作会议上的讲话\n同志们：\n我强调两点。\n一要盯住产业。围绕链条找项目。\n二"
            "要盯住落地。签约项目按季调度，让清河湾的明天更加美好！"
        ),
        (
            "关于春耕准备情况的汇报\n各位领导：\n现将情况汇报如下。\n一、面积\n已经到户。\n二、物资"
            "\n供应充足。"
        ),
        (
            "在信访工作推进会上的讲话\n同志们：\n现在我讲两点。\n一、接访\n每天有领导接访。\n二、化"
            "解\n每件都有结果。\n我就讲这些，谢谢大家。"
        ),
        "在信访工作推进会上的讲话\n同志们：\n每天有领导接访，每件都有结果。",
        (
            "在信访工作推进会上的讲话\n同志们：\n现在我讲两点。\n一、接访\n每天有领导接访。\n二、化"
            "解\n每件都有结果。\n会后，请各单位认真传达贯彻。"
        ),
        (
            "在信访工作推进会上的讲话\n同志们：\n现在我讲两点。\n一、接访\n每天有领导接访。\n二、化"
            "解\n每件都有结果，由信访局"
        ),
    ),
)
