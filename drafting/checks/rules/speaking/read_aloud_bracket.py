"""No bracket that cannot be read aloud.

What it does:
    Reports brackets with a note for the reader (注：…, 详见附件, 见附表) or the speaker
    (停顿), and brackets that hold whole sentences.
Why:
    The speaker either reads them out, which sounds absurd, or stumbles.
Limits:
    Numbers of parts （一）, short explanations, names of places and full names in brackets are
    right: of nearly two hundred brackets read in published reports all but a few were.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.checks.kinds.places import deletion, kind_at
from drafting.model.draft import BlockKind
from drafting.model.finding import Severity
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_BRACKET = re.compile("[（(][^（）()\n]{2,300}[)）]")
_NOTE = re.compile(
    "[（(](?:附?注(?=[：:释]|解|明)|备注|说明[：:]|详见|具体见|参见|参阅|参看|可参见|另见|见(?=附|下|上|表|图|第|文件|清单|方案|通知|材料|名单)"
    "|资料来源|数据来源|来源[：:]|数据截至|单位[：:]|附件|附表|附后|名单附后|略去|下同|此处|以上数据|原文|按[：:]|编者按)"
    "|(?:附后|详见附件|见附件|见附表|下同|(?:名单|情况|内容|数据|部分|过程)略)[)）]$"
)
# A whole sentence has an end mark inside, or clauses of its own and some length.
_SENTENCE = re.compile("[（(][^（）()\n]{6,}[。！？][”’]?[)）]$")
_LONG = 16
# What explains a term or names a source is read as it stands.
_EXPLAINS = re.compile("[（(](?:即|包括|包含|含|其中|如|指|简称|以下简称|《)")
_DIRECTION = re.compile(
    "[（(](?:稍?停顿?|停一下|鼓掌|掌声|敬礼|鞠躬|全体起立|起立|挥手|脱稿|即兴发挥|举例说明|加重语气|放慢语速|翻页)[)）]"
)


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    text = draft.text
    for match in _BRACKET.finditer(text):
        wording = match.group()
        if _NOTE.search(wording) or _is_direction(draft, match):
            message = f"{_short(wording)}是写给人看的，念不出来"
        elif _is_sentence(wording) and not _is_whole_line(draft, match.start(), match.end()):
            message = f"括号里是整句话（{_short(wording)[1:-1]}），念稿时不好处理"
        else:
            continue
        span = Span(*match.span())
        yield RULE.finding(span, message, fixes=(deletion(text, span, "删去括号及其内容"),))


def _is_sentence(wording: str) -> bool:
    if _EXPLAINS.match(wording):
        return False
    has_clauses = len(wording) >= _LONG and ("，" in wording or "；" in wording)
    return has_clauses or _SENTENCE.match(wording) is not None


def _is_direction(draft: Draft, match: re.Match[str]) -> bool:
    """Return whether it tells the speaker what to do, in the midst of a line."""
    if not _DIRECTION.match(match.group()):
        return False
    return not _is_whole_line(draft, match.start(), match.end())


def _short(wording: str) -> str:
    inner = wording[1:-1]
    return f"“{inner if len(inner) <= 12 else inner[:10] + '…'}”"


def _is_whole_line(draft: Draft, start: int, end: int) -> bool:
    """Return whether the bracket is a line of its own: a date, a stage direction, a note."""
    text = draft.text
    line_end = text.find("\n", end)
    before = text[text.rfind("\n", 0, start) + 1 : start]
    after = text[end : line_end if line_end >= 0 else len(text)]
    kinds = {BlockKind.TITLE, BlockKind.DATE, BlockKind.NOTE, BlockKind.SUBTITLE}
    return kind_at(draft, start) in kinds or not (before + after).strip(" 　。")


RULE = Rule(
    code="SP003",
    name="read-aloud-bracket",
    summary="括号里的话念不出来",
    severity=Severity.WARNING,
    check=_check,
    why="“注”“详见附件”是给看材料的人写的，照着念就闹笑话；要讲的写进正文，不讲的删去。",
    source="口头表达通例；公开报告中近二百处括号逐一看过",
    flagged=(
        "同志们：\n各镇任务已经分解（详见附件2），要抓紧落实。",
        "同志们：\n全县粮食产量再创新高（注：以统计部门公布为准），来之不易。",
        "同志们：\n有三个镇进度偏慢（见附表），会后要说明情况。",
        "同志们：\n要抓好防汛（去年有两个村因为值班不到位险些出事。），责任到人。",
    ),
    clean=(
        "同志们：\n（一）抓进度。各镇（街道）、县直有关部门（单位）要抓紧落实。",
        "同志们：\n全县生产总值（按可比价格计算）增长 6.1%，大（小）口径都要说清。",
        "同志们：\n古人早有记载（《清川县志》卷三，第六十页），任务分三类（即修渠，清塘，整田）。",
        "同志们：\n要支持清西（清川至西江）铁路建设，建好长三角（清川）产业园。",
        "在全县动员会上的讲话\n（2026年10月20日）\n同志们：\n请大家看附件，对照清单抓落实。",
        "同志们：\n《农村土地承包法（修正案）》已经施行，注意把握政策。\n（鼓掌，全体起立。）",
    ),
    scope=Scope.LINE,
)
