"""A leader is called by the post that he holds on the day of the speech.

What it does:
    Compares the post beside a name with the posts that the office profile gives to that person on
    the date of the speech (at any time, where the date is unknown).
Why:
    Posts change between two speeches; the sentence around the name is copied.
Limits:
    Lives from the office profile. 时任, 原, 曾任 before the post look back; short forms
    (书记 for 县委书记, 副县长 for 常务副县长) agree; posts that the profile does not know of a
    person are reported, so that its list of posts should be whole.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from drafting.checks.base import ExampleSetting, Rule, Scope
from drafting.checks.kinds.places import replacement
from drafting.checks.kinds.roster import iter_mentions, posts_in
from drafting.model.finding import Severity
from drafting.settings.profile import Leader, OfficeProfile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_LOOKS_BACK = re.compile("时任|原|曾|前任|历任|老|[（(“]$|当选|候选|提名|任命|免去|接替")
_AROUND = 14


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    text = draft.text
    for mention in iter_mentions(text, context.profile):
        if mention.post is None:
            continue
        start = min(mention.post.start, mention.span.start)
        if _LOOKS_BACK.search(text[max(0, start - _AROUND) : mention.span.start]):
            continue
        held = _held(context.profile, mention.name, context.date)
        own = [one for leader in held for wording in leader.posts for one in posts_in(wording)]
        found = posts_in(mention.post.of(text))
        if not own or all(any(one.agrees(mine) for mine in own) for one in found):
            continue
        wording, right = mention.post.of(text), held[-1].post
        message = f"{mention.name}同志的职务写作“{wording}”，单位档案中是“{right}”"
        yield RULE.finding(mention.post, message, fixes=replacement(mention.post, right))


def _held(profile: OfficeProfile, name: str, date: dt.date | None) -> list[Leader]:
    """Return the entries of a person that hold on ``date``; all where that is unknown."""
    entries = [leader for leader in profile.leaders if leader.name == name]
    return entries if date is None else [one for one in entries if one.serves_on(date)]


RULE = Rule(
    code="NM002",
    name="post-differs",
    summary="职务与单位档案不符",
    severity=Severity.ERROR,
    check=_check,
    why="职务变动后照抄旧稿，当着本人念出旧职务，非常失礼。",
    source="单位档案（任职起止日期）",
    flagged=(
        "同志们：\n刚才，副县长周明远同志作了部署。",
        "同志们：\n请县长林静川同志讲话。",
        "同志们：\n周明远书记多次到现场，县人大常委会副主任沈若溪同志也去了。",
    ),
    clean=(
        "同志们：\n刚才，县长周明远同志作了部署，县委书记林静川同志讲了话。",
        "同志们：\n2023年，时任副县长周明远同志牵头修渠。",
        "同志们：\n林静川书记、周明远县长、沈若溪主任到会。",
        "同志们：\n县委副书记、县长周明远，县人大常委会主任沈若溪出席。",
        "同志们：\n林静川、周明远同志到会，县长办公会已经研究。",
        "同志们：\n请清溪镇镇长李青山发言，周明远同志点评。",
    ),
    scope=Scope.LINE,
    examples_with=ExampleSetting(
        date=dt.date(2026, 10, 20),
        profile=OfficeProfile(
            leaders=(
                Leader("林静川", ("县委书记",), 1),
                Leader("周明远", ("县委副书记、县长",), 2, since=dt.date(2025, 1, 15)),
                Leader("周明远", ("常务副县长",), 9, until=dt.date(2025, 1, 14)),
                Leader("沈若溪", ("县人大常委会主任",), 3),
            ),
        ),
    ),
)
