"""Leaders in one list stand in the order of rank.

What it does:
    Compares the order of roster names that stand in one list with the order of the profile on the
    date of the speech.
Why:
    The order of names is read before the names.
Limits:
    Lives from the office profile; only names joined by 、 with nothing but posts and 同志 between
    them. Lists of those who spoke, one after the other, have an order of their own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.base import ExampleSetting, Rule, Scope
from drafting.checks.kinds.roster import HEADS, Mention, iter_mentions
from drafting.model.finding import Related, Severity
from drafting.settings.profile import Leader, OfficeProfile
from drafting.text.characters import HAN
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_JOINT = re.compile(
    f"(?:同志|[{HAN}]{{0,4}}(?:{HEADS}))?[、，和及](?:[{HAN}、]{{0,24}}(?:{HEADS}))?$"
)
_LONGEST = 40
# Whoever spoke, reported or went somewhere is listed in the order in which it happened.
_OWN_ORDER = re.compile("发言|汇报|先后|依次|分别|表态|介绍|交流|领誓|轮流")


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    text = draft.text
    before: Mention | None = None
    for mention in iter_mentions(text, context.profile):
        if before is not None and _is_one_list(text, before.span, mention.span):
            first = _rank(context, before.name)
            second = _rank(context, mention.name)
            if 0 < second < first and not _has_own_order(text, mention.span):
                yield RULE.finding(
                    Span(before.span.start, mention.span.end),
                    f"{mention.name}同志应排在{before.name}同志之前",
                    related=(Related(mention.span, "应排在前面"),),
                )
        before = mention


def _rank(context: CheckContext, name: str) -> int:
    leader = context.profile.leader(name, context.date)
    return leader.rank if leader else 0


def _is_one_list(text: str, first: Span, second: Span) -> bool:
    if second.start - first.end > _LONGEST:
        return False
    return _JOINT.match(text[first.end : second.start]) is not None


def _has_own_order(text: str, span: Span) -> bool:
    start = max(text.rfind(mark, 0, span.start) for mark in "。；！\n") + 1
    ends = [place for mark in "。；！\n" if (place := text.find(mark, span.end)) >= 0]
    return _OWN_ORDER.search(text, start, min(ends, default=len(text))) is not None


RULE = Rule(
    code="NM003",
    name="order-differs",
    summary="领导排序不对",
    severity=Severity.ERROR,
    check=_check,
    why="名单的先后就是排序，排错了比写错更难解释。",
    source="单位档案（领导顺序）",
    flagged=(
        "同志们：\n今天，周明远、林静川同志出席会议。",
        "同志们：\n县人大常委会主任沈若溪，县委副书记、县长周明远到会指导。",
        "同志们：\n林静川书记、沈若溪主任、周明远县长都来了。",
    ),
    clean=(
        "同志们：\n今天，林静川、周明远、沈若溪同志出席会议。",
        "同志们：\n县委副书记、县长周明远，县人大常委会主任沈若溪到会指导。",
        "同志们：\n刚才，沈若溪、周明远同志先后发言。",
        "同志们：\n沈若溪同志主持会议。周明远同志作部署，林静川同志讲话。",
        "同志们：\n沈若溪联系清溪镇，周明远联系柳湾乡。",
    ),
    scope=Scope.LINE,
    examples_with=ExampleSetting(
        profile=OfficeProfile(
            leaders=(
                Leader("林静川", ("县委书记",), 1),
                Leader("周明远", ("县委副书记、县长",), 2),
                Leader("沈若溪", ("县人大常委会主任",), 3),
            ),
        )
    ),
)
