"""No passage is taken from a past speech without anybody noticing.

What it does:
    Reports passages of 25 characters and more that a speech of the library holds too, word for
    word or up to a fifth reworded, with speech, meeting and date beside it.
Why:
    The same leader saying last year's words, or a colleague's, is what listeners notice first.
Limits:
    Set phrases, formal names and quotations are no copying, nor is wording that many past
    speeches hold. What a superior said may be followed and is only a suggestion. The speech that
    the draft was made from is RS007's. Silent without a library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.model.finding import Related, Severity
from drafting.text.characters import count_characters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding
    from drafting.model.overlap import SharedPassage

_SHORTEST = 25


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    if context.library is None:
        return
    source = () if context.source is None else (context.source.text,)
    report = context.library.overlap(draft.text, context.profile, source)
    for passage in report.passages:
        if count_characters(passage.span.of(draft.text)) < _SHORTEST:
            continue
        name = _name(passage)
        how = "一字不差" if passage.similarity == 1 else f"{passage.similarity:.0%}相同"
        whose = "上级讲话" if passage.is_superior else "以前的讲话"
        yield RULE.finding(
            passage.span,
            f"这段话与{whose}{name}{how}",
            related=(Related(passage.source_span, "以前讲话中的一段", name),),
            severity=Severity.SUGGESTION if passage.is_superior else None,
        )


def _name(passage: SharedPassage) -> str:
    title = f"《{passage.source_title}》" if passage.source_title else "（无标题）"
    return f"{title}（{passage.source_date}）" if passage.source_date else title


RULE = Rule(
    code="RP004",
    name="overlap-with-library",
    summary="与以前的讲话雷同",
    severity=Severity.WARNING,
    check=_check,
    scope=Scope.LATER,
    why="台下坐的还是那些人，去年的话今年再讲，最容易被听出来。",
    source="素材库中本单位和上级以往的讲话",
    flagged=(
        (
            "同志们：\n招商不是等客上门，要把门店开到客商楼下，一家一家谈、一单一单签。明天就出发。\n〔素材〕\n"
            "在全县招商引资推进会上的讲话\n同志们：\n招商不是等客上门，要把门店开到客商楼下，一家一家谈、一单一单签。"
        ),
        (
            "同志们：\n汛期还没有过去，值班值守一刻都不能松，水库水位每两个小时要报一次，险工险段要有人盯着。\n〔素材〕\n"
            "在全市防汛会上的讲话\n同志们：\n汛期没有过去，值班值守一刻也不能松，水库水位每两小时报一次，险工险段要有人盯着。"
        ),
        (
            "同志们：\n我县的发展底子薄，越是这样越要把有限的资金用在刀刃上，少建一处广场，多修几里水渠。\n〔素材〕\n"
            "在全市经济工作会上的讲话\n同志们：\n我市的发展底子薄，越是这样越要把有限的资金用在刀刃上，少建一处广场，"
            "多修几里水渠。"
        ),
    ),
    clean=(
        "同志们：\n招商不是等客上门，要把门店开到客商楼下，一家一家谈、一单一单签。",
        (
            "同志们：\n种子要备足，农机要检修，大户要先动起来。\n〔素材〕\n"
            "在全县春耕会上的讲话\n同志们：\n春耕不等人，水利设施要在三月底前全部修好。"
        ),
        (
            "同志们：\n坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻党的二十大精神。\n〔素材〕\n"
            "在全县大会上的讲话\n同志们：\n要坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻党的二十大精神。"
        ),
        (
            "同志们：\n要按照《清河县农村生活垃圾分类治理三年行动实施方案（试行）的补充通知》办。\n〔素材〕\n"
            "在全县环境整治会上的讲话\n同志们：\n《清河县农村生活垃圾分类治理三年行动实施方案（试行）的补充通知》已经印发。"
        ),
        (
            "同志们：\n全县上下要真抓实干、迎难而上，把任务完成好。\n〔素材〕\n"
            "在全县大会上的讲话\n同志们：\n全县上下要真抓实干、迎难而上，把项目推进好。"
        ),
    ),
)
