"""One person, one place, one office: one name throughout the draft.

What it does:
    Reports names of people, townships and villages that differ by one character of the same sound
    (周明远同志, 周明元同志), campaigns that differ by one character, a place that is 镇 here and 乡
    there, an office that is 局 here and 委 there or loses its 和.
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
from drafting.checks.kinds.roster import iter_one_off
from drafting.checks.matching import matcher_for
from drafting.model.finding import Related, Severity
from drafting.text.characters import HAN
from drafting.text.span import Span
from drafting.text.surnames import SURNAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_COMRADE = "同志"
# Behind these a name is a name.
_BY_NAME = (
    _COMRADE, "大户", "模范", "能人", "支书", "带头人", "标兵", "教师", "医生", "主任", "书记",
    "县长", "镇长", "乡长", "局长",
)  # fmt: skip
_NAME = re.compile(f"[{SURNAMES}][{HAN}]{{2}}")
_NAME_ENDS = frozenset("，。、；带作说讲是在的到把用从和同这")
_NAME_LENGTH = 3
_NO_NAME = re.compile(
    "[各位些个这那的都有全体老大志]|干部|负责|领导|党员|先进|优秀|女|男|青年|基层"
)
_PLACE_TAIL = re.compile("镇|乡|街道|村|社区")
_PLACE_HEAD = 2
_HAN_ONLY = re.compile(f"[{HAN}]{{3,}}")
_NO_PLACE = re.compile(
    "[各个这那每本该全我县市区们的有两几多到在对是]|乡镇|城镇|农村|乡村|新村|小镇|城乡|强镇|强村|重点|中心|示范"
)
# 城镇 and 城乡, 集镇, 小镇 are no names.
_NO_STEM = frozenset("城小集古重强新大名村")
_KIND_TAIL = re.compile("镇|乡|街道")
_STEM = re.compile(f"[{HAN}]{{{_PLACE_HEAD}}}")
_QUOTED_NAME = re.compile(
    f"“(?!一)([{HAN}]{{4,10}})”(?:专项|主题|三年|集中)?(行动|活动|工程|计划|攻坚)"
)
# Characters by which two names differ on purpose.
_MEANT_APART = frozenset(
    "一二三四五六七八九十百千万春夏秋冬东南西北中前后左右上下大小内外新老旧正反黑白"
)
_OFFICE = re.compile(
    "([国省市县区州旗我])(?:家|级)?(发改|卫健|工信|住建|文旅|农业农村|教育|科技|交通|体育|民政|商务|国资|经信|城管)(局|委)(?![员内托派])"
)

_MEETING = re.compile(
    f"(全[省市县区州旗镇乡][{HAN}]{{4,14}}?)"
    "(推进|调度|动员|部署|现场|座谈|表彰|总结|观摩|誓师|培训|电视电话|动员部署|工作推进|工作部署)(?:大?会议?)"
)
_PROJECT_TAIL = re.compile("工程|广场|大桥|水库|产业园|安置点")
# Where a project's name begins: behind a mark or a verb.
_LEAD = re.compile(f"[^{HAN}]|[抓好快进建动成看对在把让保使]")
_PROJECT_HEAD, _SHORTEST_PROJECT = 14, 7
# So close to the tail a verb is part of the name (扩建工程).
_INNER = 5
# So many characters on either side of the one that is more.
_ALIKE = 2
# 县发展和改革局 and 县发展改革局: the names of offices that hold a 和.
_JOINED_OFFICE = re.compile(
    "[省市县区州旗](?:发展[和与]?改革|工业[和与]?信息化|住房[和与]?城乡建设|人力资源[和与]?社会保障|文化[和与]?旅游"
    "|自然资源[和与]?规划|民族[和与]?宗教事务|粮食[和与]?物资储备|林业[和与]?草原)[局委厅]"
)


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    text = draft.text
    on_roster = {leader.name for leader in context.profile.leaders}
    people = _people(text)
    # A leader's name is compared with the roster elsewhere.
    yield from _alike(people, "人名", on_roster)
    yield from _alike(_townships(text), "地名", set())
    yield from _offices(text)
    yield from _other_kind(text)
    yield from _quoted_names(text)
    yield from _meetings(text)
    yield from _projects(text)


def _people(text: str) -> dict[str, list[Span]]:
    """Return names that 同志 or a post makes sure, and what differs from one by a character."""
    found: dict[str, list[Span]] = defaultdict(list)
    for index, span in matcher_for(_BY_NAME).iter_matches(text):
        is_behind = _BY_NAME[index] == _COMRADE
        start = span.start - _NAME_LENGTH if is_behind else span.end
        end = start + _NAME_LENGTH
        name = text[max(0, start) : end]
        if not _NAME.fullmatch(name) or _NO_NAME.search(name):
            continue
        if is_behind or text[end : end + 1] in _NAME_ENDS:
            found[name].append(Span(start, end))
    for name in tuple(found):
        for other in iter_one_off(text, name, first_fixed=1):
            if other not in found[other.of(text)]:
                found[other.of(text)].append(other)
    return found


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


def _alike(places: dict[str, list[Span]], what: str, known: set[str]) -> Iterator[Finding]:
    """Yield the rarer of two names that differ by one character of the same sound."""
    by_rest: dict[tuple[int, str], list[str]] = defaultdict(list)
    for name in places:
        for index in range(len(name)):
            by_rest[index, name[:index] + "*" + name[index + 1 :]].append(name)
    for (index, _), names in by_rest.items():
        if (
            len(names) != 2
            or not known.isdisjoint(names)
            or not _same_sound(names[0][index], names[1][index])
        ):
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
    found: dict[tuple[str, ...], dict[str, Span]] = defaultdict(dict)
    for match in _OFFICE.finditer(text):
        span = Span(match.start(1), match.end())
        found[match.group(1), match.group(2)].setdefault(match.group(3), span)
    for match in _JOINED_OFFICE.finditer(text):
        plain = match.group().replace("和", "").replace("与", "")
        found[(plain,)].setdefault(match.group(), Span(*match.span()))
    for kinds in found.values():
        if len(kinds) > 1:
            first, second = sorted(kinds.values())[:2]
            yield RULE.finding(
                second,
                f"单位名称前后不一：这里是“{second.of(text)}”，前面是“{first.of(text)}”，请统一",
                related=(Related(first, "前面的写法在此"),),
            )


def _other_kind(text: str) -> Iterator[Finding]:
    """Yield a place that is 镇 here and 乡 or 街道 there."""
    found: dict[str, dict[str, Span]] = defaultdict(dict)
    for match in _KIND_TAIL.finditer(text):
        stem = text[max(0, match.start() - _PLACE_HEAD) : match.start()]
        if _STEM.fullmatch(stem) and not _NO_PLACE.search(stem) and stem[-1] not in _NO_STEM:
            span = Span(match.start() - _PLACE_HEAD, match.end())
            found[stem].setdefault(match.group(), span)
    for kinds in found.values():
        if len(kinds) > 1:
            first, second = sorted(kinds.values())[:2]
            yield RULE.finding(
                second,
                f"地名前后不一：这里是“{second.of(text)}”，前面是“{first.of(text)}”，请核对",
                related=(Related(first, "前面的写法在此"),),
            )


def _quoted_names(text: str) -> Iterator[Finding]:
    """Yield a campaign in quotation marks that differs from another by one character."""
    found: dict[tuple[str, int, str], dict[str, Span]] = defaultdict(dict)
    for match in _QUOTED_NAME.finditer(text):
        name, tail = match.group(1), match.group(2)
        for index in range(len(name)):
            rest = name[:index] + "*" + name[index + 1 :]
            found[tail, index, rest].setdefault(name[index], Span(match.start(), match.end(1) + 1))
    yield from _nearly_quoted(text)
    for (_, index, _), names in found.items():
        if len(names) != 2 or index == 0 or _MEANT_APART.issuperset(names):
            continue
        first, second = sorted(names.values())
        inner, other = second.of(text)[1:-1], first.of(text)[1:-1]
        yield RULE.finding(
            second,
            f"名称前后不一：这里是“{inner}”，前面是“{other}”，请核对",
            related=(Related(first, "前面的写法在此"),),
        )


def _nearly_quoted(text: str) -> Iterator[Finding]:
    """Yield a campaign of four characters that shares all but one with another, not in place."""
    known: dict[tuple[str, str], tuple[str, Span]] = {}
    for match in _QUOTED_NAME.finditer(text):
        name, tail = match.group(1), match.group(2)
        if len(name) != 2 * _PLACE_HEAD:
            continue
        span = Span(match.start(), match.end(1) + 1)
        other, where = known.setdefault((name[_PLACE_HEAD:], tail), (name, span))
        mixed = set(name[:_PLACE_HEAD]) & set(other[:_PLACE_HEAD])
        if mixed and all(one != two for one, two in zip(name[:2], other[:2], strict=True)):
            yield RULE.finding(
                span,
                f"名称前后不一：这里是“{name}”，前面是“{other}”，请核对",
                related=(Related(where, "前面的写法在此"),),
            )


def _meetings(text: str) -> Iterator[Finding]:
    """Yield a meeting of the whole place whose name differs from another in its kind alone."""
    found: dict[str, dict[str, Span]] = defaultdict(dict)
    for match in _MEETING.finditer(text):
        found[match.group(1)].setdefault(match.group(2), Span(*match.span()))
    for kinds in found.values():
        if len(kinds) > 1:
            first, second = sorted(kinds.values())[:2]
            yield RULE.finding(
                second,
                f"会议名称前后不一：这里是“{second.of(text)}”，前面是“{first.of(text)}”，请核对",
                related=(Related(first, "前面的写法在此"),),
            )


def _projects(text: str) -> Iterator[Finding]:
    """Yield a project whose name has one character more or less than another's."""
    known: dict[str, tuple[int, Span]] = {}
    # Of each name with one inner character left out, who was the first to have it.
    shorter: dict[str, tuple[int, Span]] = {}
    for match in _PROJECT_TAIL.finditer(text):
        span = _project(text, match)
        name = span.of(text)
        if len(name) < _SHORTEST_PROJECT:
            continue
        less = _one_less(name)
        alike = [known[one] for one in less if one in known]
        alike += [shorter[name]] if name in shorter else []
        if alike:
            _, where = min(alike)
            yield RULE.finding(
                span,
                f"名称前后不一：这里是“{name}”，前面是“{where.of(text)}”，请核对",
                related=(Related(where, "前面的写法在此"),),
            )
        place = (len(known), span)
        if known.setdefault(name, place) is place:
            for one in less:
                shorter.setdefault(one, place)


def _project(text: str, tail: re.Match[str]) -> Span:
    """Return the name that ends in ``tail``, from the last mark or verb before it."""
    start = max(0, tail.start() - _PROJECT_HEAD)
    for lead in _LEAD.finditer(text, start, tail.start() - _INNER):
        start = lead.end()
    return Span(start, tail.end())


def _one_less(name: str) -> set[str]:
    """Return what is left of a name without one inner character, with enough around it."""
    return {name[:index] + name[index + 1 :] for index in range(_ALIKE, len(name) - _ALIKE + 1)}


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
        "同志们：\n县发展和改革局牵头。\n县发展改革局要每月通报，柳湾乡要配合。\n柳湾镇也要动起来。",
        "同志们：\n抓好“清水进万家”行动。\n“清水入万家”行动要常抓。",
    ),
    clean=(
        "同志们：\n周明远同志作了部署。各镇要照周明远同志的要求抓好落实。",
        "同志们：\n清溪镇走在前面，清河镇紧跟其后，清湾乡要再加一把劲。",
        "同志们：\n国家发改委、省发改委有部署，县发改局要衔接。",
        "同志们：\n“春风送岗位”行动和“春风送政策”行动要衔接，“一村一策”活动、“一户一策”活动要到位。",
        "同志们：\n张建国同志、张建军同志作了发言。",
        "同志们：\n负责同志要到场，各位同志、全体同志要努力，各乡镇、各个镇都要行动。",
    ),
)
