"""《》 are for works, and 〈〉 inside them.

What it does:
    Reports 《》 about meetings, activities, certificates and the like, 《》 inside 《》, and laws
    or documents in quotation marks.
Why:
    GB/T 15834 keeps the title marks for works and documents.
Limits:
    Works about such things (a film, a book, a journal) are left alone where the text says what
    they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.checks.kinds.places import replacement
from drafting.model.finding import Severity
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_NOT_WORKS = re.compile(
    "《(?P<name>[^《》\n]{0,28}?(?:会议|大会|座谈会|现场会|推进会|动员会|培训班|活动|行动|竞赛|大赛|比赛|营业执照|许可证|身份证"
    "|资格证|结婚证|户口簿|房产证|合格证|公司|协会|委员会|领导小组|论坛|博览会|运动会|艺术节"
    "|文化节|丰收节|采摘节|旅游节|美食节|奖章|锦旗|品牌|课程|专项整治|服务队|突击队|小分队|小组|专班|中心|工作法))》"
)
_ACTIVITY = re.compile(
    "《(?P<name>(?![^《》\n]{0,20}(?:法|条例|办法|规定|意见|方案|纲要|规划|通知|决定)》)[^《》\n]{2,20})》"
    "(?=(?:主题|专题|系列|专项|创建|评选|宣传)?(?:活动|行动|大赛|品牌|论坛|工作(?!会|条例|的)|工程|计划)"
    "|的?(?:理念|口号|荣誉称号|称号)|小?分?队|专班|等?小组)"
)
_WORK_AHEAD = re.compile(
    "(?:电影|影片|电视剧|电视片|歌曲|纪录片|专题片|话剧|戏曲|小说|图书|节目|报告文学|杂志|期刊"
    "|丛书|一书|画册|舞剧|歌剧|作品|诗)[“”、，等]{0,2}$"
)
_INSIDE = re.compile("《[^《》\n]{2,30}(?P<tail>等)》")
_NESTED = re.compile("《[^《》\n]{0,60}(?P<inner>《[^《》\n]{1,60}》)[^《》\n]{0,40}》")
_QUOTED = re.compile(
    "“(?P<name>中华人民共和国[^“”\n]{2,24}(?:法|条例)|关于[^“”\n]{4,50}的(?:意见|通知|决定|规定|办法|决议|实施方案|指导意见)"
    "|[^“”，。、：；\n]{3,30}(?:条例|办法|实施方案|实施意见|实施细则|管理规定|工作规则))”"
)


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    text = draft.text
    if "《" in text:
        yield from _no_works(text)
        for match in _INSIDE.finditer(text):
            span = Span(*match.span("tail"))
            message = "“等”不是作品名称，应放在书名号外面"
            yield RULE.finding(
                span, message, fixes=replacement(Span(span.start, span.end + 1), "》等")
            )
        for match in _NESTED.finditer(text):
            span = Span(*match.span("inner"))
            inner = span.of(text)[1:-1]
            message = f"书名号里面的“{inner}”应用单书名号〈〉"
            yield RULE.finding(span, message, fixes=replacement(span, f"〈{inner}〉", safe=True))
    for match in _QUOTED.finditer(text):
        span = Span(*match.span())
        name = match["name"]
        message = f"“{name}”是法规或文件名称，应用书名号"
        yield RULE.finding(span, message, fixes=replacement(span, f"《{name}》"))


def _no_works(text: str) -> Iterator[Finding]:
    for pattern in (_NOT_WORKS, _ACTIVITY):
        for match in pattern.finditer(text):
            if _WORK_AHEAD.search(text, max(0, match.start() - 8), match.start()):
                continue
            span = Span(*match.span())
            name = match["name"]
            yield RULE.finding(
                span,
                f"“{name}”不是作品名称，不用书名号",
                fixes=(*replacement(span, f"“{name}”"), *replacement(span, name)),
            )


RULE = Rule(
    code="PU011",
    name="book-title-mark",
    summary="书名号用得不对",
    severity=Severity.WARNING,
    check=_check,
    why=(
        "书名号只用于书、文件、法规等作品名；会议、活动、证照、奖项不是作品，书名号里套书名号要用单"
        "书名号。"
    ),
    source="GB/T 15834-2011 4.15、附录A.13",
    flagged=(
        "同志们：\n石桥村荣获《文明村》称号，办起了《丰收节》。",
        "同志们：\n今天召开《全县春耕生产现场会》，任务很明确。",
        "同志们：\n要认真落实《关于贯彻《清河湾县防汛预案》的通知》。",
        "同志们：\n要严格执行“中华人民共和国安全生产法”。",
        "同志们：\n窗口要当场发放《营业执照》，不让群众跑第二趟。",
        "同志们：\n要办好《文明家庭评选》活动，树立新风。",
    ),
    clean=(
        "同志们：\n今天召开全县春耕生产现场会，任务很明确。",
        "同志们：\n要认真落实《关于贯彻〈清河湾县防汛预案〉的通知》。",
        "同志们：\n要严格执行《中华人民共和国安全生产法》。",
        "同志们：\n大家看了电影《边境行动》，很受教育。",
        "同志们：\n《全县春耕生产现场会纪要》已经印发。",
        "同志们：\n要开展“安全生产月”活动，学习《论坛文集》。",
    ),
    scope=Scope.LINE,
)
