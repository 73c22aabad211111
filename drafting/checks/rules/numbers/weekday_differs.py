"""The weekday beside a date is that of the calendar.

What it does:
    Reckons the weekday of a date that has one beside it (3月12日（星期四）, 周四（3月12日）); a
    date without a year belongs to the year of the speech in which it is nearest.
Why:
    The date of a meeting is put off and the weekday behind it forgotten, or the notice of last
    year is taken over.
Limits:
    Without a year and without a date of the speech the rule is silent.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.dates import NamedDay, iter_named_days
from drafting.checks.kinds.places import replacement
from drafting.model.finding import Related, Severity
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_BEHIND = re.compile(
    "[\u3000 ]?(?:[上下]午|晚上?)?[，,（( ]?"
    "(?P<word>(?:星期|周|礼拜)(?P<day>[一二三四五六日天]))(?![年岁个])"
)
_AHEAD = re.compile("(?P<word>(?:星期|周|礼拜)(?P<day>[一二三四五六日天]))[，,（(]$")
_WEEK = "一二三四五六日"


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    text = draft.text
    if not any(word in text for word in ("星期", "周", "礼拜")):
        return
    spoken = context.date or draft.particulars.date
    for named in iter_named_days(text):
        span = named.span
        match = _BEHIND.match(text, span.end) or _AHEAD.search(
            text, max(0, span.start - 5), span.start
        )
        day = _day(named, spoken) if match else None
        if match is None or day is None:
            continue
        right = _WEEK[day.weekday()]
        if right == match["day"].replace("天", "日"):
            continue
        place = Span(*match.span("word"))
        wording = match["word"][:-1] + right
        shown = f"{day.year}年{day.month}月{day.day}日"
        yield RULE.finding(
            place,
            f"{shown}是{wording}，不是{match['word']}",
            fixes=replacement(place, wording),
            related=(Related(span, "日期在此"),),
        )


def _day(named: NamedDay, spoken: dt.date | None) -> dt.date | None:
    """Return the day that is meant; one without a year lies nearest to the speech's date."""
    if named.year is not None:
        return _made(named.year, named)
    if spoken is None:
        return None
    near = [_made(spoken.year + step, named) for step in (-1, 0, 1)]
    return min((day for day in near if day), key=lambda day: abs(day - spoken), default=None)


def _made(year: int, named: NamedDay) -> dt.date | None:
    try:
        return dt.date(year, named.month, named.day)
    except ValueError:
        return None


RULE = Rule(
    code="NU002",
    name="weekday-differs",
    summary="星期与日期不符",
    severity=Severity.ERROR,
    check=_check,
    why="日期和星期对不上，参会的人不知道该信哪一个；多半是会期改了只改了一处。",
    source="公历",
    flagged=(
        "同志们：\n第二次调度会定于2026年3月12日（星期三）召开。",
        "同志们：\n2026年5月8日，星期日，我们再来看一次现场。",
        "同志们：\n验收组二〇二六年六月一日（周二）进场。",
    ),
    clean=(
        "同志们：\n第二次调度会定于2026年3月12日（星期四）召开。",
        "同志们：\n2026年5月8日，星期五，我们再来看一次现场。",
        "同志们：\n3月12日（星期三）召开的会议大家都参加了。",
        "同志们：\n2026年3月12日周边县区来我县观摩。",
        "同志们：\n从2026年3月12日起，每周一调度，每周五通报。",
    ),
)
