"""The speeches of one meeting do not contradict each other.

What it does:
    Compares the draft with the other texts of the meeting: the meeting's name in the titles and
    in the opening, people and their posts, the same indicator with another figure, and those who
    are said to have spoken (刚才…) or to speak later (一会儿…) against the host's words.
Why:
    Two leaders with two figures for one thing, or a speaker praised who did not speak, is
    noticed by everybody in the hall.
Limits:
    Needs the other texts. Only what is named in the same words is compared.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.facts import Person, StatedFigure, iter_figures, iter_people
from drafting.model.draft import BlockKind
from drafting.model.finding import Related, Severity
from drafting.model.particulars import SpeechType
from drafting.text.characters import HAN
from drafting.text.numerals import parse_number
from drafting.text.sentences import iter_sentences
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_MEETING = re.compile(
    "在(?P<name>[^\n，。]{4,40}?(?:会议|大会|座谈会|推进会|现场会|会))(?:议)?上?的"
)
_HELD = re.compile(
    "(?:召开|举行|参加)(?:的?(?:这次|本次|这个))?(?P<name>[^\n，。；：“”]{4,40}?(?:会议|会))(?=[，。])"
)
_NEARLY = 75
# Of what stands before a figure these characters do not name the indicator.
_VERBS = re.compile("(?:同比|分别|累计|共|已|约|达到?|完成|实现|为|是|了|有)+$")
_INDICATOR = 5
_TIMES = re.compile(
    "全[国省市县区镇乡]|去年|前年|上年|明年|今年|上半年|下半年|[一二三四]季度|\\d{1,4}[年月]|[年月]底|全年"
)
_SPOKEN = re.compile("刚才|前面|一会儿|稍后|待会儿|等一下|等会儿|接下来")
_HOST = re.compile("主持|议程|程序")
# Who is said to have done something, what is said to have taken place, how many spoke.
_DOER = re.compile(
    f"[省市县区]?(?P<name>(?![各个的几名位])[{HAN}]{{2}}(?:局|委|镇|乡|街道|公司))"
    "(?=作了|作典型|发了言|介绍了|汇报了)"
)
_ACT = re.compile("表彰|授牌|颁奖|签订|签约|观看|参观|宣读")
_SPEAKERS = re.compile(
    "(?P<count>[一二两三四五六七八九十0-9]{1,3})[个位名家]"
    "(?P<who>同志|乡镇|镇|单位|部门|企业|代表|村)(?=[^。\n]{0,16}(?:发言|表态|交流|汇报))"
)


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    for other in context.beside:
        name = other.title or "另一篇讲话"
        for here, there, message in (
            *_meetings(draft, other),
            *_posts(draft, other),
            *_figures(draft, other),
            *_speakers(draft, other),
        ):
            related = () if there is None else (Related(there, f"《{name}》在此", name),)
            yield RULE.finding(here, f"{message}（见《{name}》）", related=related)


_Difference = tuple[Span, Span | None, str]


def _meetings(draft: Draft, other: Draft) -> Iterator[_Difference]:
    from rapidfuzz import fuzz

    for here in _meeting_names(draft):
        ours = here.of(draft.text)
        for there in _meeting_names(other):
            theirs = there.of(other.text)
            is_same = ours in theirs or theirs in ours
            if not is_same and fuzz.ratio(ours, theirs) >= _NEARLY:
                yield here, there, f"会议名称对不上：这里是“{ours}”，那里是“{theirs}”"
                break


def _meeting_names(draft: Draft) -> Iterator[Span]:
    for block in draft.blocks:
        if block.kind is BlockKind.TITLE:
            for match in _MEETING.finditer(draft.text, block.span.start, block.span.end):
                yield Span(*match.span("name"))
    if draft.opening is not None:
        held = _HELD.search(draft.text, draft.opening.span.start, draft.opening.span.end)
        if held is not None:
            yield Span(*held.span("name"))


def _posts(draft: Draft, other: Draft) -> Iterator[_Difference]:
    by_name: dict[str, Person] = {}
    for person in iter_people(other.text):
        if person.post:
            by_name.setdefault(person.name, person)
    seen: set[str] = set()
    for person in iter_people(draft.text):
        there = by_name.get(person.name)
        if there is None or not person.post or person.name in seen:
            continue
        ours, theirs = person.post, there.post
        if not _is_same_post(ours, theirs):
            seen.add(person.name)
            yield (
                person.span,
                there.span,
                f"{person.name}的职务对不上：这里是{ours}，那里是{theirs}",
            )


def _is_same_post(one: str, other: str) -> bool:
    """Return whether two posts agree: 书记 and 县委书记 do, 县长 and 副县长 do not."""
    longer, shorter = sorted((one, other), key=len, reverse=True)
    added = longer.removesuffix(shorter)
    return longer.endswith(shorter) and not re.search("副|常务", added)


def _figures(draft: Draft, other: Draft) -> Iterator[_Difference]:
    theirs = _indicators(other.text)
    for key, ours in _indicators(draft.text).items():
        there = theirs.get(key)
        if there is not None and there.number != ours.number:
            yield (
                ours.span,
                there.span,
                (
                    f"同一个数字对不上：这里是“{ours.number}{ours.unit}”，那里是“{there.number}{there.unit}”"
                ),
            )


def _indicators(text: str) -> dict[tuple[str, str, tuple[str, ...]], StatedFigure]:
    """Return figures by indicator, unit and times named in the sentence; only the single ones."""
    found: dict[tuple[str, str, tuple[str, ...]], StatedFigure] = {}
    twice: set[tuple[str, str, tuple[str, ...]]] = set()
    sentences = list(iter_sentences(text))
    index = 0
    for figure in iter_figures(text):
        about = _VERBS.sub("", figure.about)
        if len(about) < _INDICATOR:
            continue
        about = about[-_INDICATOR:]
        while index < len(sentences) - 1 and sentences[index].end <= figure.span.start:
            index += 1
        times = tuple(sorted(set(_TIMES.findall(sentences[index].of(text)))))
        key = (about, figure.unit, times)
        if key in found and found[key].number != figure.number:
            twice.add(key)
        found.setdefault(key, figure)
    return {key: figure for key, figure in found.items() if key not in twice}


def _speakers(draft: Draft, other: Draft) -> Iterator[_Difference]:
    """Yield what is said to take place, and what the host's words do not know."""
    title = other.title or other.text.split("\n", 1)[0]
    if other.particulars.kind is not SpeechType.HOST and not _HOST.search(title):
        return
    for sentence in iter_sentences(draft.text):
        said = _SPOKEN.search(draft.text, sentence.start, sentence.end)
        if said is not None:
            place = Span(said.end(), sentence.end)
            yield from _unknown(draft.text, place, said.group(), other.text)


def _unknown(text: str, place: Span, when: str, host: str) -> Iterator[_Difference]:
    for person in iter_people(place.of(text)):
        if person.name not in host:
            message = f"“{when}”提到的{person.name}，主持词里没有"
            yield person.span.shifted(place.start), None, message
    for match in _DOER.finditer(text, place.start, place.end):
        if match.group("name") not in host:
            message = f"“{when}”提到的{match['name']}，主持词里没有"
            yield Span(*match.span("name")), None, message
    for match in _ACT.finditer(text, place.start, place.end):
        if match.group() not in host:
            message = f"“{when}”说到{match.group()}，主持词里没有这一项"
            yield Span(*match.span()), None, message
    for match in _SPEAKERS.finditer(text, place.start, place.end):
        theirs = [one for one in _SPEAKERS.finditer(host) if one["who"] == match["who"]]
        counts = {parse_number(one["count"]) for one in theirs}
        if counts and parse_number(match["count"]) not in counts:
            message = f"发言的数目对不上：这里是“{match.group()}”，那里是“{theirs[0].group()}”"
            yield Span(*match.span()), Span(*theirs[0].span()), message


RULE = Rule(
    code="RP009",
    name="meeting-differs",
    summary="同一个会的几篇稿子对不上",
    severity=Severity.WARNING,
    check=_check,
    why="会名、职务、数字和发言安排，几篇稿子说法不一，会场上当场就会露馅。",
    source="会务通例：同场文稿互校",
    flagged=(
        (
            "同志们：\n今年前三季度，全县一般公共预算收入完成6.3亿元，势头不错。\n〔同会〕\n"
            "在全县经济调度会上的讲话\n同志们：\n今年前三季度，一般公共预算收入完成6.8亿元，全县一般公共预算收入完成6.8亿元。"
        ),
        (
            "同志们：\n刚才，常务副县长林若川同志作了部署，我都同意。\n〔同会〕\n"
            "在全县防汛会上的主持词\n同志们：\n下面，请县委副书记林若川同志作部署。"
        ),
        (
            "同志们：\n刚才，石桥镇的周启明同志作了发言，讲得好。\n〔同会〕\n"
            "在全县春耕备耕现场会上的主持词\n同志们：\n下面，请清河镇孙立新同志发言。"
        ),
        (
            "在全县优化营商环境推进大会上的讲话\n同志们：\n今天的会很重要。\n〔同会〕\n"
            "在全县优化营商环境动员大会上的主持词\n同志们：\n现在开会。"
        ),
    ),
    clean=(
        "同志们：\n刚才，常务副县长林若川同志作了部署，我都同意。",
        (
            "同志们：\n今年前三季度，全县一般公共预算收入完成6.3亿元。\n〔同会〕\n"
            "在会上的讲话\n同志们：\n去年前三季度，全县一般公共预算收入完成5.9亿元。"
        ),
        (
            "同志们：\n刚才，林若川同志作了部署。\n〔同会〕\n"
            "在全县防汛会上的主持词\n同志们：\n下面，请常务副县长林若川同志作部署。"
        ),
        (
            "在全县防汛工作会议上的讲话\n同志们：\n今天的会很重要。\n〔同会〕\n"
            "在全县防汛工作会上的主持词\n同志们：\n现在开会。"
        ),
        (
            "同志们：\n全县建成高标准农田12万亩，改造机井300个。\n〔同会〕\n"
            "在会上的讲话\n同志们：\n新修水渠40公里，改造机井300个。"
        ),
    ),
)
