"""The words fit the rank of the one who says them.

What it does:
    Reports 提几点要求, or approval of the first hand's speech, in the mouth of a deputy; 谈几点体会
    in the mouth of a first hand who speaks to his own people; and demands in pledges, reports
    upward and the host's words.
Why:
    The hall hears at once who takes whose place.
Limits:
    Otherwise speaks only where the speaker's post is known (speaker line, particulars or office
    profile); conveying, lessons and greetings have their own manner.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.places import replacement
from drafting.model.finding import Severity
from drafting.model.particulars import SpeechType
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_COUNT = "[几一二三四五六七八九十两]"
_DEMANDS = re.compile(
    f"(?<!会上)(?:再|我|就)?提(?:出)?(?:以下)?{_COUNT}点(?:具体|明确)?(?:工作)?要求"
)
_MODEST = re.compile(
    f"(?:谈|讲|说|汇报)(?:一下)?(?:自己的?|我的|个人的?)?(?:以下)?{_COUNT}?点(?:粗浅|不成熟)?的?(?:学习|个人)?(?:体会|感受|收获|认识体会)"
    f"|汇报(?:一下)?(?:以下)?{_COUNT}点(?:意见|想法|情况)|表(?:个态|{_COUNT}点态)|作(?:如下)?表态发言"
)
_COMMAND = re.compile(
    f"(?:再|我|就)?提(?:出)?(?:以下)?{_COUNT}点(?:具体|明确)?(?:工作)?要求|我要求(?:大家|各|全体|同志)"
)
# Approval of a superior's speech: 林书记的讲话，我完全同意.
_APPROVES = re.compile(
    "(?:书记|县长|市长|区长|局长|镇长)(?:的讲话|讲得|作的|所作的)[^。！？\n]{0,16}我?(?:完全|都|非常|十分)?(?:同意|赞成)"
)
_FIRST = "书记|县长|市长|区长|州长|旗长|乡长|镇长|省长|主席|主任|局长|部长|院长|检察长|董事长|校长"
_POST = re.compile(f"(?P<deputy>[副][^、，]{{0,4}})?(?P<post>{_FIRST})")
_UNCOMMANDING = {SpeechType.PLEDGE, SpeechType.REPORT_UPWARD, SpeechType.HOST}
_OWN_MANNER = {SpeechType.CONVEYING, SpeechType.PARTY_LESSON, SpeechType.GREETING}


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    kind = draft.particulars.kind
    if kind in _UNCOMMANDING:
        yield from _commands(draft.text, kind)
        return
    posts = list(_POST.finditer(_role(draft, context)))
    if not posts or kind in _OWN_MANNER:
        return
    if all(match.group("deputy") for match in posts):
        yield from _deputy(draft.text)
    else:
        for match in _MODEST.finditer(draft.text):
            message = (
                f"“{match.group()}”是汇报、表态的口气，主要领导讲话可说“讲几点意见”“提几点要求”"
            )
            yield RULE.finding(Span(*match.span()), message)


def _commands(text: str, kind: SpeechType) -> Iterator[Finding]:
    for match in _COMMAND.finditer(text):
        message = f"“{match.group()}”是主要领导部署工作的口气，{kind.value}中不宜这样说"
        yield RULE.finding(Span(*match.span()), message)


def _deputy(text: str) -> Iterator[Finding]:
    for match in _DEMANDS.finditer(text):
        wording = match.group()
        better = wording.replace("提出", "讲").replace("提", "讲")
        better = re.sub("(?:具体|明确)?(?:工作)?要求$", "意见", better)
        span = Span(*match.span())
        message = f"“{wording}”一般由主要领导说，副职可说“{better}”"
        yield RULE.finding(span, message, fixes=replacement(span, better))
    for match in _APPROVES.finditer(text):
        message = "对主要领导的讲话，副职不说“同意”“赞成”，可说“要认真领会、抓好落实”"
        yield RULE.finding(Span(*match.span()), message)


def _role(draft: Draft, context: CheckContext) -> str:
    known = draft.particulars
    if known.role:
        return known.role
    leader = context.profile.leader(known.speaker, context.date) if known.speaker else None
    return leader.post if leader else ""


RULE = Rule(
    code="SP005",
    name="role-mismatch",
    summary="口气和身份不合",
    severity=Severity.SUGGESTION,
    check=_check,
    why="副职提要求、主要领导谈体会，台下听着都不对味。",
    source="会议讲话通例：主要领导部署、提要求，分管领导讲意见，下级汇报、表态",
    flagged=(
        "在全县水利工作会议上的讲话\n副县长  周明远\n同志们：\n下面，我提三点要求。",
        "在全县水利工作会议上的讲话\n县委书记  林静川\n同志们：\n下面，我谈几点体会。",
        "在全县水利工作会议上的讲话\n县委副书记  沈若溪\n同志们：\n借此机会，再提几点要求。",
    ),
    clean=(
        "在全县水利工作会议上的讲话\n县委书记  林静川\n同志们：\n下面，我提三点要求。",
        "在全县水利工作会议上的讲话\n副县长  周明远\n同志们：\n下面，我讲三点意见。",
        "同志们：\n下面，我提三点要求。",
        "在全市水利工作会议上的表态发言\n县委书记  林静川\n同志们：\n下面，我谈几点体会。",
        "在全县水利工作会议上的讲话\n县委副书记、县长  周明远\n同志们：\n下面，我提三点要求。",
    ),
)
