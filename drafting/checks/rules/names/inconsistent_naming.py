"""One person, one place, one office: one name throughout the draft.

What it does:
    Reports names before 同志 and names of townships and villages that differ by one character of
    the same sound (周明远同志, 周明元同志), and an office that is 局 here and 委 there.
Why:
    One of the two is wrong, and everybody of that place hears it.
Limits:
    Works without a profile: only what the draft itself says. Different sounds may be different
    people and are left alone; 国家发改委 beside 县发改局 is right.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.model.finding import Related, Severity
from drafting.parsing.dates import SURNAMES
from drafting.text.characters import HAN
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_COMRADE = re.compile(f"([{SURNAMES}][{HAN}]{{2}})同志")
_NO_NAME = re.compile(
    "[各位些个这那的都有全体老大志]|干部|负责|领导|党员|先进|优秀|女|男|青年|基层"
)
_PLACE_TAIL = re.compile("镇|乡|街道|村|社区")
_PLACE_HEAD = 2
_HAN_ONLY = re.compile(f"[{HAN}]{{3,}}")
_NO_PLACE = re.compile(
    "[各个这那每本该全我县市区们的有两几多到在对是]|乡镇|城镇|农村|乡村|新村|小镇|城乡|强镇|强村|重点|中心|示范"
)
_OFFICE = re.compile(
    "([国省市县区州旗我])(?:家|级)?(发改|卫健|工信|住建|文旅|农业农村|教育|科技|交通|体育|民政|商务|国资|经信|城管)(局|委)(?![员内托派])"
)


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    text = draft.text
    people: dict[str, list[Span]] = defaultdict(list)
    if "同志" in text:
        for match in _COMRADE.finditer(text):
            if not _NO_NAME.search(match.group(1)):
                people[match.group(1)].append(Span(*match.span(1)))
    yield from _alike(people, "人名")
    yield from _alike(_townships(text), "地名")
    yield from _offices(text)


def _townships(text: str) -> dict[str, list[Span]]:
    """Return what may be names of townships and villages: two characters and 镇, 乡, 村 …."""
    found: dict[str, list[Span]] = defaultdict(list)
    for match in _PLACE_TAIL.finditer(text):
        span = Span(max(0, match.start() - _PLACE_HEAD), match.end())
        found[span.of(text)].append(span)
    return {
        name: spans
        for name, spans in found.items()
        if _HAN_ONLY.fullmatch(name) and not _NO_PLACE.search(name[:_PLACE_HEAD])
    }


def _alike(places: dict[str, list[Span]], what: str) -> Iterator[Finding]:
    """Yield the rarer of two names that differ by one character of the same sound."""
    by_rest: dict[tuple[int, str], list[str]] = defaultdict(list)
    for name in places:
        for index in range(len(name)):
            by_rest[index, name[:index] + "*" + name[index + 1 :]].append(name)
    for (index, _), names in by_rest.items():
        if len(names) != 2 or not _same_sound(names[0][index], names[1][index]):
            continue
        rare, usual = sorted(names, key=lambda name: (len(places[name]), -places[name][0].start))
        span = places[rare][0]
        yield RULE.finding(
            span,
            f"{what}前后不一：这里是“{rare}”，别处是“{usual}”，请核对",
            related=(Related(places[usual][0], f"“{usual}”在此"),),
        )


def _same_sound(first: str, second: str) -> bool:
    from pypinyin import Style, pinyin

    return pinyin(first, style=Style.NORMAL) == pinyin(second, style=Style.NORMAL)


def _offices(text: str) -> Iterator[Finding]:
    found: dict[tuple[str, str], dict[str, Span]] = defaultdict(dict)
    for match in _OFFICE.finditer(text):
        kinds = found[match.group(1), match.group(2)]
        kinds.setdefault(match.group(3), Span(match.start(1), match.end()))
    for kinds in found.values():
        if len(kinds) > 1:
            first, second = sorted(kinds.values())
            yield RULE.finding(
                second,
                f"单位名称前后不一：这里是“{second.of(text)}”，前面是“{first.of(text)}”，请统一",
                related=(Related(first, "前面的写法在此"),),
            )


RULE = Rule(
    code="NM004",
    name="inconsistent-naming",
    summary="人名、地名、单位名前后不一",
    severity=Severity.WARNING,
    check=_check,
    why="同一个人、同一个地方前后写法不同，必有一处是错的。",
    source="本稿前后对照",
    flagged=(
        "同志们：\n周明远同志作了部署。各镇要照周明元同志的要求抓好落实。",
        "同志们：\n清溪镇走在前面，柳湾乡紧跟其后。\n清西镇要再加一把劲。",
        "同志们：\n县发改局牵头编制方案。\n县发改委每月调度一次。",
    ),
    clean=(
        "同志们：\n周明远同志作了部署。各镇要照周明远同志的要求抓好落实。",
        "同志们：\n清溪镇走在前面，清河镇紧跟其后，清湾乡要再加一把劲。",
        "同志们：\n国家发改委、省发改委有部署，县发改局要衔接。",
        "同志们：\n张建国同志、张建军同志作了发言。",
        "同志们：\n负责同志要到场，各位同志、全体同志要努力，各乡镇、各个镇都要行动。",
    ),
)
